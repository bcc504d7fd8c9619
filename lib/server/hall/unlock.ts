import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { requestFourEyes } from "./four-eyes-request";
import { officerEvent } from "./look-up";
import type { OfficerContext } from "./officer-action";
import type { CurrentOfficer } from "./officer-store";
import { isLegalRepresentative, servedPerson } from "./person-case";

/**
 * 「解锁」 of a locked account at the counter (K1): at once, but that of a 法定代表人 only after 复核. Its failures are forgotten, the
 * password stays what it is. Problems: those of `servedPerson`, `PERSON_WITHOUT_ACCOUNT`, `ACCOUNT_NOT_LOCKED`.
 */
export async function unlockAtCounter(
  { person: personId, reason }: { person: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result<{ waiting: boolean }>> {
  const served = await servedPerson(officer, personId, now);
  if (!served.ok) return served;
  const account = await db.account.findFirst({
    where: { personId, status: "ACTIVE" },
    select: { id: true, counters: { where: { failures: { gt: 0 } }, select: { method: true } } },
  });
  if (!account) return failure("PERSON_WITHOUT_ACCOUNT");
  if (account.counters.length === 0) return failure("ACCOUNT_NOT_LOCKED");
  const { id: accountId } = account;
  if (await isLegalRepresentative(personId)) {
    const subject = { kind: "UNLOCK", subjectKind: "Account", subjectId: accountId } as const;
    const request = { ...subject, payload: {}, reason };
    await transaction((tx) => requestFourEyes(tx, request, officer, now));
    return success({ waiting: true });
  }
  const notice = await transaction((tx) => openLocks(tx, accountId, reason, officer, now));
  if (notice) await carryNotice(notice, { region: officer.region, now });
  return success({ waiting: false });
}

/** Forgets the failures of an account in the caller's transaction; the notice to carry, null without such an account. */
export async function openLocks(
  tx: Tx,
  accountId: string,
  reason: string,
  officer: CurrentOfficer,
  now: Date,
): Promise<string | null> {
  const account = await tx.account.findFirst({
    where: { id: accountId, status: "ACTIVE" },
    select: { personId: true },
  });
  if (!account) return null;
  const { personId } = account;
  await tx.authenticationCounter.deleteMany({ where: { accountId } });
  const notice = await notify(tx, { personId, kind: "ACCOUNT_UNLOCKED" }, now);
  await appendAudit(tx, { ...officerEvent("UNLOCK_ACCOUNT", officer, reason, now), personId });
  return notice;
}
