import "server-only";
import { maskName } from "@/lib/domain/masking";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { findRegion } from "@/lib/regions/list";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { pageWindow } from "../identities/paging";
import { confirmEnterprise } from "../registry/new-taxpayer-effect";
import { carryAll } from "../relations/tell";
import { officerEvent } from "./look-up";
import type { OfficerContext } from "./officer-action";
import type { CurrentOfficer } from "./officer-store";
import { isOwnEnterprise, refuseOwn } from "./own-account";

/** Enterprises of the officer's own bureau that wait for 信息确认, oldest first, a page at a time; people by masked names. */
export async function listUnconfirmed({ region }: CurrentOfficer, page: number) {
  const where = { region, status: "UNCONFIRMED" as const };
  const [rows, total] = await Promise.all([
    db.enterprise.findMany({
      where,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      ...pageWindow(page),
      select: {
        id: true,
        name: true,
        creditCode: true,
        taxAuthority: true,
        relations: {
          where: { role: "LEGAL_REPRESENTATIVE", living: true },
          select: { person: { select: { name: true } } },
        },
      },
    }),
    db.enterprise.count({ where }),
  ]);
  return {
    rows: rows.map(({ relations, ...row }) => ({
      ...row,
      legalRepresentative: relations[0] ? maskName(relations[0].person.name) : null,
    })),
    total,
  };
}

/** Rolls the transaction back and becomes the answer. */
class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused");
  }
}

/**
 * 「信息确认」 at the counter for the 法定代表人 (E6): the same effect as 新办纳税人套餐. An enterprise whose 法定代表人 the registry does not
 * know is not confirmed. Problems: `NOTHING_TO_CONFIRM`, `OWN_ENTERPRISE`, `NO_LEGAL_REPRESENTATIVE`.
 */
export async function confirmAtCounter(
  { enterprise: id, reason }: { enterprise: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result> {
  const region = findRegion(officer.region);
  if (!region) return failure("REGION_UNKNOWN");
  if (await isOwnEnterprise(officer, id)) {
    return refuseOwn("OWN_ENTERPRISE", officer, { enterpriseId: id }, now);
  }
  try {
    const messages = await transaction(async (tx) => {
      const row = await tx.enterprise.findFirst({
        where: { id, region: officer.region, status: "UNCONFIRMED" },
        select: {
          relations: {
            where: { role: "LEGAL_REPRESENTATIVE", living: true },
            select: { personId: true, person: { select: { account: true } } },
          },
        },
      });
      if (!row) throw new Refused([{ code: "NOTHING_TO_CONFIRM" }]);
      const [legal] = row.relations;
      if (!legal) throw new Refused([{ code: "NO_LEGAL_REPRESENTATIVE" }]);
      const facts = { region, enterpriseId: id, filedById: legal.personId, now };
      const done = await confirmEnterprise(tx, { enterprise: id }, facts);
      if (!done.ok) throw new Refused(done.problems);
      if (legal.person.account?.status !== "ACTIVE") {
        // Bound once the person has registered (R7).
        await tx.relation.updateMany({
          where: {
            ...{ enterpriseId: id, personId: legal.personId },
            ...{ role: "LEGAL_REPRESENTATIVE", living: true },
          },
          data: { status: "REGISTERED", decidedAt: null },
        });
      }
      const event = officerEvent("CONFIRM_ENTERPRISE", officer, reason, now);
      await appendAudit(tx, { ...event, enterpriseId: id, personId: legal.personId });
      return done.value.messageIds ?? [];
    });
    await carryAll(messages, officer.region, now);
    return success();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    throw error;
  }
}
