import "server-only";
import type { Problem } from "@/lib/domain/result";
import type { RegisterFlowData } from "@/lib/flows/register";
import type { RegionProfile } from "@/lib/regions/types";
import { checkPersonalPassword } from "../accounts/check-password";
import { db } from "../db";
import { blindIndex } from "../protect";
import type { Registering } from "./known-person";

/** Whoever has an account already comes for 企业用户注册 only. */
export function holderOf(
  { enterpriseUser }: RegisterFlowData,
  person: Registering | null,
): RegisterFlowData["holder"] {
  const account = person?.account;
  if (!enterpriseUser || !person || account?.status !== "ACTIVE") return null;
  return { personId: person.id, accountId: account.id };
}

/**
 * The password has to be the one chosen before (云南 2.4.2(3) 说明 a), counted with the account; only then is told whether the phone is
 * theirs, so that nobody learns it by trying.
 */
export async function holderProblems(
  form: { newPassword: string; contact: string },
  { personId, accountId }: NonNullable<RegisterFlowData["holder"]>,
  region: RegionProfile,
  now: Date,
): Promise<Problem[]> {
  const { passwordHash } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { passwordHash: true },
  });
  const refusal = {
    action: "REGISTER_PASSWORD",
    code: "HOLDER_PASSWORD_WRONG",
    field: "newPassword",
  };
  const account = { id: accountId, personId, passwordHash };
  const wrong = await checkPersonalPassword(account, form.newPassword, refusal, { region, now });
  if (wrong) return wrong.problems;
  const numberIndex = blindIndex("phone", form.contact);
  const own = await db.phone.count({ where: { personId, numberIndex } });
  return own > 0 ? [] : [{ code: "HOLDER_PHONE_UNKNOWN", field: "contact" }];
}
