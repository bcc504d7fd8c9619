import "server-only";
import { failure, type Result } from "@/lib/domain/result";
import { db } from "../db";
import { decideAtCounter } from "../relations/decide";
import { isOpenCase } from "./look-up";
import type { OfficerContext } from "./officer-action";
import { isOwnEnterprise, ownPeopleOf, refuseOwn } from "./own-account";

/**
 * 「解除关联关系」, 「冻结」 and 「解冻」 at the counter, at the officer's own bureau, by the rules the enterprise's managers are under:
 * 法定代表人 stays as registered. Problems: `AUTHORIZATION_NOT_FOUND`, `LOOK_UP_FIRST`, `OWN_ENTERPRISE`, those of `relationRefusal`.
 */
export async function changeRelationAtCounter(
  form: { relation: string; action: "REMOVE" | "FREEZE" | "UNFREEZE"; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result> {
  const row = await db.relation.findFirst({
    where: { id: form.relation, enterprise: { region: officer.region } },
    select: { personId: true, enterpriseId: true },
  });
  if (!row) return failure("AUTHORIZATION_NOT_FOUND");
  const { personId, enterpriseId } = row;
  const opened =
    (await isOpenCase(officer, { personId }, now)) ||
    (await isOpenCase(officer, { enterpriseId }, now));
  if (!opened) return failure("LOOK_UP_FIRST");
  if (await isOwnEnterprise(officer, enterpriseId)) {
    return refuseOwn("OWN_ENTERPRISE", officer, { enterpriseId }, now);
  }
  const { relation: relationId, action, reason } = form;
  const { officerId, region } = officer;
  const ownPeople = await ownPeopleOf(officer);
  return decideAtCounter({ relationId, action, reason }, { officerId, region, ownPeople }, now);
}
