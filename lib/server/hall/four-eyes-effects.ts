import "server-only";
import type { FourEyesKind } from "@/generated/sqlite/enums";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import type { Tx } from "../db";
import { approveImport } from "../imports/apply-run";
import { carryNotice } from "../notices/carry";
import { officerEvent } from "./look-up";
import type { CurrentOfficer } from "./officer-store";
import { isOwnPerson } from "./own-account";
import { issueSetupLink, sendSetupLink } from "./setup-link";
import { openLocks } from "./unlock";

/** An approved request on the point of taking effect. */
export type FourEyesFacts = {
  requestId: string;
  region: string;
  subjectId: string;
  /** JSON as the request stored it. */
  payload: string;
  /** 办理事由 of the request. */
  reason: string;
  requestedById: string;
};

/** What an approval did, and what is left to do after its transaction, e.g. messages to carry. */
export type FourEyesDone = { afterwards?: () => Promise<void> };

type FourEyesEffect = (
  tx: Tx,
  facts: FourEyesFacts,
  approver: CurrentOfficer,
  now: Date,
) => Promise<Result<FourEyesDone>>;

/** What each kind of request does once approved, in the transaction of the decision. */
export const FOUR_EYES_EFFECTS: Partial<Record<FourEyesKind, FourEyesEffect>> = {
  IMPORT: approveImport,
  SUPERVISOR: enableSupervisor,
  UNLOCK: unlockLegalRepresentative,
};

/** 解锁 of the account of a 法定代表人; who approves handles nobody's own account either. */
async function unlockLegalRepresentative(
  tx: Tx,
  { subjectId, reason, region }: FourEyesFacts,
  approver: CurrentOfficer,
  now: Date,
): Promise<Result<FourEyesDone>> {
  const account = await tx.account.findUnique({
    where: { id: subjectId },
    select: { personId: true },
  });
  if (!account) return failure("PERSON_WITHOUT_ACCOUNT");
  if (await isOwnPerson(approver, { id: account.personId }, tx)) return failure("OWN_ACCOUNT");
  const notice = await openLocks(tx, subjectId, reason, approver, now);
  if (!notice) return failure("PERSON_WITHOUT_ACCOUNT");
  return success({ afterwards: () => carryNotice(notice, { region, now }) });
}

/** A further supervisor, or one who was disabled, may work from now on, and is sent the link to set a password. */
async function enableSupervisor(
  tx: Tx,
  { subjectId, region, reason }: FourEyesFacts,
  approver: CurrentOfficer,
  now: Date,
): Promise<Result<FourEyesDone>> {
  const { count } = await tx.officer.updateMany({
    where: { id: subjectId, region, disabledAt: { not: null } },
    data: { disabledAt: null },
  });
  if (count === 0) return failure("OFFICER_NOT_FOUND");
  const link = await issueSetupLink(tx, subjectId, now);
  const event = officerEvent("ENABLE_OFFICER", approver, reason, now);
  await appendAudit(tx, { ...event, subjectKind: "Officer", subjectId });
  return success({
    afterwards: async () => {
      await sendSetupLink(subjectId, link, now);
    },
  });
}
