import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { type LoginFlowData, loginFlowData } from "@/lib/flows/login";
import type { RegionProfile } from "@/lib/regions/types";
import { unchangedPassword } from "../accounts/password-mark";
import type { Tx } from "../db";
import { servedRegion } from "../fixed-region";
import { type OpenFlow, readFlow } from "../flow-store";

export type LoginFlow = OpenFlow<LoginFlowData> & { profile: RegionProfile };

/** Whether a login may still end in a session: the account is open, with the very password it began with, chosen by its owner. */
export async function accountUnchanged(tx: Tx, data: LoginFlowData): Promise<boolean> {
  return (await unchangedPassword(tx, data)) === "CHOSEN";
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
