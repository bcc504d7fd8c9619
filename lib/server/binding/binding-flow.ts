import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import {
  bindingPath,
  LEGACY_FLOW_MINUTES,
  type LegacyFlowData,
  legacyFlowData,
} from "@/lib/flows/legacy-login";
import type { RegionProfile } from "@/lib/regions/types";
import { db } from "../db";
import { servedRegion } from "../fixed-region";
import { browserHash, createFlow, type OpenFlow, readFlow } from "../flow-store";

export type BindingFlow = OpenFlow<LegacyFlowData<"BINDING">> & { profile: RegionProfile };

/** Begins the second half of 企业用户注册, for a person verified in this very browser; its address. */
export async function startBinding(region: string, personId: string, now: Date): Promise<string> {
  const data = { task: "BINDING" as const, personId, enterpriseId: null, certifier: null };
  const flow = await createFlow<LegacyFlowData>({
    kind: "LEGACY_LOGIN",
    region,
    entry: "ENTERPRISE",
    data,
    now,
    ttlMinutes: LEGACY_FLOW_MINUTES,
  });
  return bindingPath(region, flow.id);
}

/** The binding of this browser in this bureau, or `BINDING_EXPIRED`. */
export async function readBinding(
  region: string,
  flow: unknown,
  now: Date,
): Promise<Result<BindingFlow>> {
  const profile = servedRegion(region);
  if (!profile?.taxAuthorities) return failure("REGION_UNKNOWN");
  const read = await readFlow(flow, { kind: "LEGACY_LOGIN", region, schema: legacyFlowData, now });
  if (!read.ok || read.value.data.task !== "BINDING") return failure("BINDING_EXPIRED");
  const { data } = read.value;
  return success({ ...read.value, data, profile });
}

/** Writes down a step, as long as the flow is open. */
export async function writeBinding(id: string, data: LegacyFlowData<"BINDING">): Promise<boolean> {
  const { count } = await db.flow.updateMany({
    where: { id, consumedAt: null },
    data: { data: JSON.stringify(data) },
  });
  return count === 1;
}

/** The enterprise this browser has bound by this flow, for 注册成功; null: none. */
export async function boundEnterprise(region: string, flow: unknown): Promise<string | null> {
  const binding = await browserHash();
  if (typeof flow !== "string" || flow.length > 64 || !binding) return null;
  const row = await db.flow.findFirst({
    where: {
      id: flow,
      kind: "LEGACY_LOGIN",
      region,
      browserHash: binding,
      consumedAt: { not: null },
    },
    select: { data: true },
  });
  const data = row && legacyFlowData.safeParse(JSON.parse(row.data));
  if (!data?.success || data.data.task !== "BINDING" || !data.data.enterpriseId) return null;
  const { name } = await db.enterprise.findUniqueOrThrow({
    where: { id: data.data.enterpriseId },
    select: { name: true },
  });
  return name;
}
