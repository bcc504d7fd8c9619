import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { type LoginFlowData, loginFlowData } from "@/lib/flows/login";
import type { RegionProfile } from "@/lib/regions/types";
import type { Tx } from "../db";
import { servedRegion } from "../fixed-region";
import { type OpenFlow, readFlow } from "../flow-store";
import { hashToken } from "../tokens";

export type LoginFlow = OpenFlow<LoginFlowData> & { profile: RegionProfile };

/** Tells a password from the one that takes its place, without saying anything of either. */
export function passwordMark(passwordHash: string): string {
  return hashToken("login-flow", passwordHash);
}

/**
 * Whether the account is still as it was when the login began: open, and with the very password (密码) it had then. A password
 * changed or one that has to be changed (「不是我本人操作」, B4) puts an end to every login begun before.
 */
export async function accountUnchanged(
  tx: Tx,
  { accountId: id, passwordMark: mark }: LoginFlowData,
): Promise<boolean> {
  const account = await tx.account.findFirst({
    where: { id, status: "ACTIVE", passwordState: "CHOSEN" },
    select: { passwordHash: true },
  });
  return account !== null && (mark === undefined || mark === passwordMark(account.passwordHash));
}

/** The login flow of this browser in this bureau, or `FLOW_EXPIRED`. */
export async function readLoginFlow(
  region: string,
  flow: unknown,
  now: Date,
): Promise<Result<LoginFlow>> {
  const profile = servedRegion(region);
  if (!profile) return failure("REGION_UNKNOWN");
  const read = await readFlow(flow, { kind: "LOGIN", region, schema: loginFlowData, now });
  return read.ok ? success({ ...read.value, profile }) : read;
}
