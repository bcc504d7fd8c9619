import "server-only";
import type { ProjectKind } from "@/generated/sqlite/enums";
import { dayOf } from "@/lib/domain/china-time";
import { matchesProjectNumber, mayActForProject, projectProblem } from "@/lib/domain/project-rules";
import { db } from "../db";
import { type Ask, OPTIONS_ON_ONE_PAGE } from "./paging";
import { projectClaimant, projectFacts, relationRule } from "./resolve";

/** A cross-region project the person may act for. */
export type ProjectOption = {
  identity: string;
  number: string;
  kind: ProjectKind;
  name: string;
  enterpriseName: string;
  /** 纳税人识别号 of that enterprise. */
  creditCode: string;
  taxAuthority: string;
  validFrom: string;
  validTo: string | null;
};

/**
 * Cross-region projects in one bureau's region that this person may act for (L8, X2): of one enterprise at 特定主体, of all
 * enterprises of theirs after an 企业业务 login or a scan. The number is searched fuzzily: its last four digits find it.
 */
export async function projectOptions({
  personId,
  enterpriseId,
  region,
  kind,
  search,
  subIdentity,
  oldStyle = false,
  atMost = OPTIONS_ON_ONE_PAGE,
  now,
}: Ask & {
  enterpriseId: string | null;
  region: string;
  kind: ProjectKind | null;
  search: string;
  /** Whether 经办人 and 联系人 count: only at 特定主体 (山东 23). */
  subIdentity: boolean;
  /** Asked at an old entry (旧版登录), where relations made by one side count (O1). */
  oldStyle?: boolean;
  /** How many are wanted: pickers narrow by search, 身份切换 pages through all of them (本省全量项目, 山东 23). */
  atMost?: number;
}): Promise<ProjectOption[]> {
  const today = dayOf(now);
  const counts = relationRule({ oldStyle, region });
  const phones =
    enterpriseId || !subIdentity
      ? []
      : await db.phone.findMany({ where: { personId }, select: { numberIndex: true } });
  const named = { in: phones.map(({ numberIndex }) => numberIndex) };
  const rows = await db.crossRegionProject.findMany({
    where: {
      projectRegion: region,
      status: "ACTIVE",
      enterprise: { status: "ACTIVE" },
      ...(kind && { kind }),
      ...(enterpriseId
        ? { enterpriseId }
        : {
            OR: [
              { enterprise: { relations: { some: { personId, living: true, status: "ACTIVE" } } } },
              { handlerPhoneIndex: named },
              { contactPhoneIndex: named },
            ],
          }),
    },
    orderBy: { number: "asc" },
    select: {
      ...projectFacts,
      id: true,
      number: true,
      kind: true,
      name: true,
      taxAuthority: true,
      enterpriseId: true,
      enterprise: { select: { name: true, creditCode: true } },
    },
  });
  const found = rows.filter(
    (row) => matchesProjectNumber(row.number, search) && !projectProblem(row, today),
  );
  const claimants = new Map(
    await Promise.all(
      [...new Set(found.map((row) => row.enterpriseId))].map(
        async (id) => [id, await projectClaimant(db, personId, id, { today, counts })] as const,
      ),
    ),
  );
  return found
    .filter((project) => {
      const facts = claimants.get(project.enterpriseId);
      const by = facts && mayActForProject({ ...facts, project }, today);
      return by === "ROLE" || (by === "SUB_IDENTITY" && subIdentity);
    })
    .slice(0, atMost)
    .map((row) => ({
      identity: `project:${row.id}`,
      number: row.number,
      kind: row.kind,
      name: row.name,
      enterpriseName: row.enterprise.name,
      creditCode: row.enterprise.creditCode,
      taxAuthority: row.taxAuthority,
      validFrom: row.validFrom,
      validTo: row.validTo,
    }));
}
