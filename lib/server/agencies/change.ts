import "server-only";
import type { z } from "zod";
import { formatDay } from "@/lib/domain/china-time";
import { failure, type Result } from "@/lib/domain/result";
import type {
  AgreementChange,
  agreementChangeForm,
  terminationForm,
} from "@/lib/schemas/filings/agency";
import { db } from "../db";
import { filerOf, type SignedIn } from "../filings/access";
import type { FilingLine } from "../filings/sealed-data";
import { submitFiling } from "../filings/submit";
import { namesOf } from "./agreement";

/** Files a change of staff or period (涉税专业服务协议信息变更, G2). */
export async function fileAgreementChange(
  { filing, identityVersion, ...change }: z.output<typeof agreementChangeForm>,
  context: SignedIn,
): Promise<Result<{ to: string }>> {
  const values = { change: "CHANGE" as const, ...change };
  return fileChange({ filing, identityVersion, values }, context, async (agencyId) => [
    { name: "变更类型", value: "变更人员或有效期" },
    { name: "有效期", value: `${formatDay(change.validFrom)}至${formatDay(change.validTo)}` },
    { name: "经办的税务代理人员", value: await namesOf(agencyId, change.staff) },
  ]);
}

/** 「终止」: ends an agreement (涉税专业服务协议终止, G2). */
export async function fileTermination(
  { filing, identityVersion, agreement }: z.output<typeof terminationForm>,
  context: SignedIn,
): Promise<Result<{ to: string }>> {
  const values = { change: "TERMINATE" as const, agreement };
  return fileChange({ filing, identityVersion, values }, context, async () => [
    { name: "变更类型", value: "终止协议" },
  ]);
}

async function fileChange(
  {
    filing,
    identityVersion,
    values,
  }: { filing: string; identityVersion: number; values: AgreementChange },
  context: SignedIn,
  linesOf: (agencyId: string) => Promise<FilingLine[]>,
): Promise<Result<{ to: string }>> {
  const filer = await filerOf(context, "AGREEMENT_CHANGE", identityVersion);
  if (!filer.ok) return filer;
  const { enterpriseId } = filer.value;
  if (!enterpriseId) return failure("FILED_BY_ENTERPRISES");
  const agreement = await db.agreement.findFirst({
    where: { id: values.agreement, agencyId: enterpriseId },
    select: { client: { select: { name: true } } },
  });
  if (!agreement) return failure("AGREEMENT_NOT_FOUND_HERE");
  const lines = [
    { name: "委托企业", value: agreement.client.name },
    ...(await linesOf(enterpriseId)),
  ];
  const access = { ...filer.value, enterpriseId };
  return submitFiling({ kind: "AGREEMENT_CHANGE", filing, access, values, lines }, context);
}
