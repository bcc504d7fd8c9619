import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { db } from "../db";
import { isOpenCase } from "./look-up";
import type { CurrentOfficer } from "./officer-store";
import { isOwnEnterprise, refuseOwn } from "./own-account";

/**
 * What counter work needs of an enterprise of the officer's own bureau: registration, people, vouchers. Problem: `LOOK_UP_FIRST`
 * without a look-up of the last half hour; enterprises of other bureaus cannot have one.
 */
export async function enterpriseCase(officer: CurrentOfficer, enterpriseId: string, now: Date) {
  if (enterpriseId.length > 64 || !(await isOpenCase(officer, { enterpriseId }, now))) {
    return failure("LOOK_UP_FIRST");
  }
  const row = await db.enterprise.findFirst({
    where: { id: enterpriseId, region: officer.region },
    select: {
      id: true,
      name: true,
      creditCode: true,
      taxAuthority: true,
      kind: true,
      status: true,
      confirmedAt: true,
      enterprisePasswordHash: true,
      enterprisePasswordState: true,
      relations: {
        where: { living: true },
        orderBy: [{ role: "asc" }, { id: "asc" }],
        take: 100,
        select: {
          id: true,
          role: true,
          primary: true,
          status: true,
          source: true,
          frozenAt: true,
          person: { select: { name: true, account: { select: { status: true } } } },
        },
      },
    },
  });
  if (!row) return failure("LOOK_UP_FIRST");
  const { enterprisePasswordHash, relations, ...enterprise } = row;
  return success({
    ...enterprise,
    passwordSet: enterprisePasswordHash !== null,
    own: await isOwnEnterprise(officer, enterpriseId),
    people: relations.map(({ frozenAt, person, ...relation }) => ({
      ...relation,
      frozen: frozenAt !== null,
      name: person.name,
      registered: person.account?.status === "ACTIVE",
    })),
  });
}

/** Checks what every change of an enterprise at the counter asks first: looked up with a reason, and none of the officer's own. */
export async function servedEnterprise(
  officer: CurrentOfficer,
  enterpriseId: string,
  now: Date,
): Promise<Result> {
  if (!(await isOpenCase(officer, { enterpriseId }, now))) return failure("LOOK_UP_FIRST");
  const own = await isOwnEnterprise(officer, enterpriseId);
  return own ? refuseOwn("OWN_ENTERPRISE", officer, { enterpriseId }, now) : success();
}
