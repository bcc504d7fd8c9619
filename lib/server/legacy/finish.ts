import "server-only";
import { type Result, success } from "@/lib/domain/result";
import { legacyFlowData, legacyPath, legacyStep } from "@/lib/flows/legacy-login";
import { signIn } from "../auth";
import { readEndedFlow } from "../flow-store";
import { refusedOrDone } from "../login/finish";
import { returnPath } from "../oidc/return-path";
import type { LegacyFlow } from "./legacy-flow";

/** Ends a login at an old entry once nothing is left to prove or choose; until then leads to the next step. */
export async function finishLegacyLogin({
  id,
  profile,
  data,
  entry,
}: LegacyFlow<"LOGIN">): Promise<Result<{ to: string }>> {
  const region = profile.slug;
  const to = legacyPath(region, id, data, entry);
  if (legacyStep(data, entry) !== "OPEN") return success({ to });
  const claim = { flow: id, region, redirect: false, redirectTo: "/" } as const;
  const opened = await refusedOrDone(() => signIn("enterprise", claim));
  return opened.ok ? success({ to: (await returnPath(region, new Date())) ?? to }) : opened;
}

/** Where a step of an old entry leads whose login is not open any more: see `pathAfterLogin` of the unified one. */
export async function pathAfterLegacyLogin(region: string, flow: unknown): Promise<string> {
  const ended = await readEndedFlow(flow, {
    kind: "LEGACY_LOGIN",
    region,
    schema: legacyFlowData,
  });
  return ended.ok && ended.value.data.task === "LOGIN"
    ? ((await returnPath(region, new Date())) ?? `/${region}/home`)
    : `/${region}/login/legacy?reason=FLOW_EXPIRED`;
}
