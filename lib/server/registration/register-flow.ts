import "server-only";
import type { FlowKind } from "@/generated/sqlite/enums";
import { failure, type Result, success } from "@/lib/domain/result";
import {
  type RegisterFlowData,
  registerFlowData,
  registerPath,
  registerStep,
} from "@/lib/flows/register";
import type { RegisterStep } from "@/lib/flows/register-pages";
import type { RegionProfile } from "@/lib/regions/types";
import { db, type Tx } from "../db";
import { servedRegion } from "../fixed-region";
import { browserHash, type OpenFlow, readFlow } from "../flow-store";

const KINDS = ["REGISTER", "OVERSEAS_REGISTER"] as const;

export type RegisterFlow = OpenFlow<RegisterFlowData> & { profile: RegionProfile };

/** The registration of this browser in this bureau, of either kind, or `REGISTRATION_EXPIRED`. */
export async function readRegisterFlow(
  region: string,
  flow: unknown,
  now: Date,
): Promise<Result<RegisterFlow>> {
  const profile = servedRegion(region);
  if (!profile) return failure("REGION_UNKNOWN");
  for (const kind of KINDS) {
    const read = await readFlow(flow, { kind, region, schema: registerFlowData, now });
    if (read.ok) return success({ ...read.value, profile });
  }
  return failure("REGISTRATION_EXPIRED");
}

const ORDER: readonly RegisterStep[] = ["DETAILS", "FACE", "CONFIRM"];

/**
 * The registration for one of its pages, or where to go instead: nobody gets ahead of what is proved. What is done may be
 * looked at again, except the face.
 */
export async function registrationAt(
  step: RegisterStep,
  { region, flow, now }: { region: string; flow: unknown; now: Date },
): Promise<Result<RegisterFlow | { to: string }>> {
  const read = await readRegisterFlow(region, flow, now);
  if (!read.ok) return read;
  const { id, data } = read.value;
  const stands = registerStep(data);
  const ahead = ORDER.indexOf(step) > ORDER.indexOf(stands);
  const over = step === "FACE" && stands !== "FACE";
  return ahead || over ? success({ to: registerPath(region, id, data) }) : read;
}

/**
 * Writes down what a step has proved. Only as long as nobody else has written since `from` was read: of two tabs at once one
 * wins, and nothing proved is lost. True when it is written.
 */
export async function writeRegistration(
  tx: Tx,
  { id, from, to }: { id: string; from: string; to: RegisterFlowData },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.flow.updateMany({
    where: { id, data: from, consumedAt: null, expiresAt: { gt: now } },
    data: { data: JSON.stringify(to) },
  });
  return count === 1;
}

/** What a registration knows right now, and the text it stands as; null when it is over. */
export async function currentRegistration(
  tx: Tx,
  id: string,
  now: Date,
): Promise<{ text: string; data: RegisterFlowData } | null> {
  const row = await tx.flow.findFirst({
    where: { id, consumedAt: null, expiresAt: { gt: now } },
    select: { data: true },
  });
  return row && { text: row.data, data: registerFlowData.parse(JSON.parse(row.data)) };
}

/**
 * Which kind of registration this browser has finished by this flow: 注册成功 may be shown, and a second press changes nothing.
 * Null: none.
 */
export async function isRegistered(region: string, flow: unknown): Promise<FlowKind | null> {
  const binding = await browserHash();
  if (typeof flow !== "string" || flow.length > 64 || !binding) return null;
  const finished = await db.flow.findFirst({
    where: {
      id: flow,
      kind: { in: [...KINDS] },
      region,
      browserHash: binding,
      consumedAt: { not: null },
    },
    select: { kind: true },
  });
  return finished?.kind ?? null;
}
