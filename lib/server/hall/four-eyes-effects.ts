import "server-only";
import type { FourEyesKind } from "@/generated/sqlite/enums";
import { failure, type Result, success } from "@/lib/domain/result";
import type { Tx } from "../db";
import { approveImport } from "../imports/apply-run";
import type { CurrentOfficer } from "./officer-store";
import { issueSetupLink, sendSetupLink } from "./setup-link";

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
};

/** A further supervisor, or one who was disabled, may work from now on, and is sent the link to set a password. */
async function enableSupervisor(
  tx: Tx,
  { subjectId, region }: FourEyesFacts,
  _: CurrentOfficer,
  now: Date,
): Promise<Result<FourEyesDone>> {
  const { count } = await tx.officer.updateMany({
    where: { id: subjectId, region, disabledAt: { not: null } },
    data: { disabledAt: null },
  });
  if (count === 0) return failure("OFFICER_NOT_FOUND");
  const link = await issueSetupLink(tx, subjectId, now);
  return success({
    afterwards: async () => {
      await sendSetupLink(subjectId, link, now);
    },
  });
}
