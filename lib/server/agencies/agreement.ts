import "server-only";
import { formatDay } from "@/lib/domain/china-time";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { failure, type Result } from "@/lib/domain/result";
import type { AgreementForm } from "@/lib/schemas/filings/agency";
import { db } from "../db";
import { filerOf, type SignedIn } from "../filings/access";
import { submitFiling } from "../filings/submit";
import { hashPassword } from "../password";
import { possibleClient } from "./agreement-effect";
import { listedAgents } from "./information";

/** Files 《涉税专业服务协议要素信息采集表》 (G1). */
export async function fileAgreement(
  { filing, identityVersion, agreementPassword, ...form }: AgreementForm,
  context: SignedIn,
): Promise<Result<{ to: string }>> {
  const filer = await filerOf(context, "AGREEMENT", identityVersion);
  if (!filer.ok) return filer;
  const { enterpriseId, region } = filer.value;
  if (!enterpriseId) return failure("FILED_BY_ENTERPRISES");
  if (region.agreementPasswords && !agreementPassword) {
    return failure("AGREEMENT_PASSWORD_REQUIRED", { field: "agreementPassword" });
  }
  const client = await db.enterprise.findFirst({
    where: possibleClient(form.client, region.slug),
    select: { name: true },
  });
  if (!client) return failure("ENTERPRISE_UNKNOWN", { field: "client" });
  const named = await namesOf(enterpriseId, form.staff);
  const lines = [
    { name: "委托企业", value: client.name },
    { name: "统一社会信用代码/纳税人识别号", value: groupCreditCode(form.client) },
    { name: "服务内容", value: form.services },
    { name: "有效期", value: `${formatDay(form.validFrom)}至${formatDay(form.validTo)}` },
    { name: "经办的税务代理人员", value: named },
  ];
  const agreementPasswordHash =
    region.agreementPasswords && agreementPassword
      ? await hashPassword(agreementPassword)
      : undefined;
  return submitFiling(
    {
      kind: "AGREEMENT",
      filing,
      access: { ...filer.value, enterpriseId },
      values: { ...form, agreementPasswordHash },
      lines,
    },
    context,
  );
}

/** Names of listed staff, for a confirmation. */
export async function namesOf(agencyId: string, staffIds: readonly string[]): Promise<string> {
  const agents = await listedAgents(agencyId);
  return agents
    .filter(({ id }) => staffIds.includes(id))
    .map(({ name }) => name)
    .join("、");
}
