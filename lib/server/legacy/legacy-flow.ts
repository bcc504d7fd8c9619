import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { failure, type Result, success } from "@/lib/domain/result";
import {
  LEGACY_FLOW_MINUTES,
  type LegacyFlowData,
  type LegacyTask,
  legacyFlowData,
} from "@/lib/flows/legacy-login";
import { type LegacyStyle, legacyEnded, legacyStyleOf } from "@/lib/regions/entry-styles";
import type { RegionProfile } from "@/lib/regions/types";
import { servedRegion } from "../fixed-region";
import { createFlow, type OpenFlow, readFlow } from "../flow-store";

/** SPECIFIC: 报验户, of an enterprise of any bureau to a project of this one (OY3). */
export type LegacyEntry = "ENTERPRISE" | "AGENCY" | "SPECIFIC";

export type LegacyFlow<Task extends LegacyTask> = Omit<OpenFlow<LegacyFlowData<Task>>, "entry"> & {
  entry: LegacyEntry;
  profile: RegionProfile;
  style: LegacyStyle;
};

/** The old entry of a bureau while it is open: `REGION_UNKNOWN` where there is none, `LEGACY_ENDED` afterwards (双轨运行). */
export function openLegacyEntry(
  slug: string,
  now: Date,
): Result<{ profile: RegionProfile; style: LegacyStyle }> {
  const profile = servedRegion(slug);
  const style = profile && legacyStyleOf(profile);
  if (!style) return failure("REGION_UNKNOWN");
  if (legacyEnded(profile, dayOf(now))) return failure("LEGACY_ENDED");
  return success({ profile, style });
}

/** Starts a flow of the old entry, bound to this browser. */
export function startLegacyFlow(
  region: string,
  entry: LegacyEntry,
  data: LegacyFlowData,
  now: Date,
): Promise<{ id: string }> {
  return createFlow({
    kind: "LEGACY_LOGIN",
    region,
    entry,
    data,
    now,
    ttlMinutes: LEGACY_FLOW_MINUTES,
  });
}

/** The flow of this browser for this task, while the old entry is open; otherwise `FLOW_EXPIRED` or why it is not open. */
export async function readLegacyFlow<Task extends LegacyTask>(
  region: string,
  flow: unknown,
  task: Task,
  now: Date,
): Promise<Result<LegacyFlow<Task>>> {
  const open = openLegacyEntry(region, now);
  if (!open.ok) return open;
  const read = await readFlow(flow, { kind: "LEGACY_LOGIN", region, schema: legacyFlowData, now });
  if (!read.ok) return read;
  const { data, entry, ...rest } = read.value;
  if (data.task !== task) return failure("FLOW_EXPIRED");
  return success({
    ...rest,
    entry: entry === "AGENCY" || entry === "SPECIFIC" ? entry : "ENTERPRISE",
    data: data as LegacyFlowData<Task>,
    ...open.value,
  });
}
