import "server-only";
import type { z } from "zod";
import { failure, type Result } from "@/lib/domain/result";
import type { agencyInformationForm } from "@/lib/schemas/filings/agency";
import { db } from "../db";
import { filerOf, type SignedIn } from "../filings/access";
import { submitFiling } from "../filings/submit";
import { reveal } from "../protect";
import { documentText, mayAddPeople, samePersonTwice } from "../registry/handlers";

/** Somebody on the list of an agency, the document masked. */
export type ListedAgent = { id: string; name: string; document: string };

const SHOWN_AT_MOST = 200;

/** The listed staff of an agency (税务代理人员), in the order of filing. */
export async function listedAgents(agencyId: string): Promise<ListedAgent[]> {
  const rows = await db.agencyStaff.findMany({
    where: { agencyId, removedAt: null },
    orderBy: [{ filedAt: "asc" }, { id: "asc" }],
    take: SHOWN_AT_MOST,
    select: {
      id: true,
      person: { select: { name: true, documentType: true, documentNumberCipher: true } },
    },
  });
  return rows.map(({ id, person }) => ({
    id,
    name: person.name,
    document: documentText({
      ...person,
      documentNumber: reveal("Person.documentNumber", person.documentNumberCipher),
    }),
  }));
}

/** Files 《涉税专业服务机构（人员）基本信息采集表》 (G1). */
export async function fileAgencyInformation(
  { filing, identityVersion, ...values }: z.output<typeof agencyInformationForm>,
  context: SignedIn,
): Promise<Result<{ to: string }>> {
  const filer = await filerOf(context, "AGENCY_INFORMATION", identityVersion);
  if (!filer.ok) return filer;
  const { enterpriseId } = filer.value;
  if (!enterpriseId) return failure("FILED_BY_ENTERPRISES");
  const { removed, added } = values;
  const twice = samePersonTwice(added);
  if (twice) return { ok: false, problems: [twice] };
  if (added.length > 0 && !(await mayAddPeople(context))) return failure("ADDITIONS_TOO_MANY");
  const agency = await db.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { name: true, creditCode: true, taxAuthority: true },
  });
  const before = await listedAgents(enterpriseId);
  const lines = [
    { name: "机构名称", value: agency.name },
    { name: "统一社会信用代码/纳税人识别号", value: agency.creditCode },
    { name: "主管税务机关", value: agency.taxAuthority },
    ...before.map(({ id, name, document }) => ({
      name: removed.includes(id) ? "移除人员" : "税务代理人员",
      value: `${name} ${document}`,
    })),
    ...added.map((each) => ({ name: "添加人员", value: `${each.name} ${documentText(each)}` })),
  ];
  const access = { ...filer.value, enterpriseId };
  return submitFiling({ kind: "AGENCY_INFORMATION", filing, access, values, lines }, context);
}
