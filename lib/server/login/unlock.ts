import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { UNLOCK_FLOW_MINUTES } from "@/lib/flows/unlock";
import type { UnlockForm } from "@/lib/schemas/unlock";
import { servedRegion } from "../fixed-region";
import { createFlow } from "../flow-store";
import { verifyHumanCheck } from "../human-check";
import type { RequestContext } from "../request";
import { findPersonByAccount } from "./person-lookup";

/** 刷脸解锁, first step: whose account (山东 12). Only the right face opens it; what is named here shows nothing. */
export async function beginUnlock(
  form: UnlockForm,
  { now }: RequestContext,
): Promise<Result<{ to: string }>> {
  const region = servedRegion(form.region);
  if (!region?.unlockWays.includes("FACE")) return failure("REGION_UNKNOWN");
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const person = await findPersonByAccount(form.account, {});
  if (person.personId === null) return failure(person.code, { field: "account" });
  const { personId } = person;
  const flow = await createFlow({
    kind: "UNLOCK",
    region: region.slug,
    entry: null,
    data: { personId },
    now,
    ttlMinutes: UNLOCK_FLOW_MINUTES,
  });
  return success({ to: `/${region.slug}/unlock?flow=${flow.id}` });
}
