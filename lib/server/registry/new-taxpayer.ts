import "server-only";
import type { z } from "zod";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { failure, type Result } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { newTaxpayerForm } from "@/lib/schemas/filings/new-taxpayer";
import { db } from "../db";
import { filerOf, type SignedIn } from "../filings/access";
import { submitFiling } from "../filings/submit";
import { awaitingConfirmation } from "./new-taxpayer-effect";

/** What the registry says of an enterprise that waits for 信息确认. */
export type UnconfirmedEnterprise = {
  id: string;
  name: string;
  creditCode: string;
  taxAuthority: string;
  /** Registered people, e.g. 财务负责人 林某. */
  people: { id: string; role: string; name: string }[];
};

/** Enterprises of one bureau that wait for this person as 法定代表人 to confirm (E6). */
export async function unconfirmedEnterprises(
  personId: string,
  region: string,
): Promise<UnconfirmedEnterprise[]> {
  const rows = await db.enterprise.findMany({
    where: awaitingConfirmation(personId, region),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 20,
    select: {
      id: true,
      name: true,
      creditCode: true,
      taxAuthority: true,
      relations: {
        where: { living: true, inRegistry: true },
        orderBy: { id: "asc" },
        take: 50,
        select: { id: true, role: true, primary: true, person: { select: { name: true } } },
      },
    },
  });
  return rows.map(({ relations, ...enterprise }) => ({
    ...enterprise,
    people: relations.map(({ id, role, primary, person }) => ({
      id,
      role: roleLabel(role, primary),
      name: person.name,
    })),
  }));
}

/** 「确认」 of 新办纳税人套餐 by the 法定代表人. */
export async function fileNewTaxpayer(
  { filing, identityVersion, ...values }: z.output<typeof newTaxpayerForm>,
  context: SignedIn,
): Promise<Result<{ to: string }>> {
  const filer = await filerOf(context, "NEW_TAXPAYER", identityVersion);
  if (!filer.ok) return filer;
  const { personId, region } = context.session;
  const enterprise = (await unconfirmedEnterprises(personId, region)).find(
    ({ id }) => id === values.enterprise,
  );
  if (!enterprise) return failure("NOTHING_TO_CONFIRM");
  const lines = [
    { name: "企业名称", value: enterprise.name },
    { name: "统一社会信用代码/纳税人识别号", value: groupCreditCode(enterprise.creditCode) },
    { name: "主管税务机关", value: enterprise.taxAuthority },
    ...enterprise.people.map(({ role, name }) => ({ name: role, value: name })),
  ];
  const access = { ...filer.value, enterpriseId: enterprise.id };
  return submitFiling({ kind: "NEW_TAXPAYER", filing, access, values, lines }, context);
}
