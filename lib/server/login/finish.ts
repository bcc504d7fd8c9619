import "server-only";
import { AuthError } from "next-auth";
import { type Result, success } from "@/lib/domain/result";
import {
  type LoginFlowData,
  loginFlowData,
  loginGoal,
  loginPath,
  loginStep,
} from "@/lib/flows/login";
import { signIn } from "../auth";
import { LoginRefused } from "../auth-instance";
import { companionAuth } from "../companion/auth";
import { opensCollection } from "../companion/first-collection";
import { pendingScanPath } from "../companion/pending-scan";
import { type OpenFlow, readEndedFlow } from "../flow-store";
import { clientOptions } from "../identities/clients";
import { roleOptions } from "../identities/roles";
import { returnPath } from "../oidc/return-path";
import type { LoginFlow } from "./login-flow";
import { providerOf } from "./providers";

/**
 * Ends a login whose factors are proved. With one way to go there is nothing to choose (L6, B8); a project is always
 * chosen by its number (L8).
 */
export async function finishLogin(
  flow: LoginFlow,
  chosen: string | null,
  now: Date,
): Promise<Result<{ to: string }>> {
  const { id, region, data } = flow;
  if (loginStep(data) !== "IDENTITY") return success({ to: loginPath(region, id, data) });
  const identity = chosen ?? data.scanned?.identity ?? (await onlyIdentity(flow, now));
  if (!identity) return success({ to: loginPath(region, id, data) });
  const enter = data.app ? companionAuth(data.app).signIn : signIn;
  const claim = { flow: id, region, identity, redirect: false, redirectTo: "/" } as const;
  const opened = await refusedOrDone(() => enter(providerOf(data.secondFactor ?? "SMS"), claim));
  return opened.ok ? success({ to: await goal(flow) }) : opened;
}

/** Runs Auth.js' sign-in and answers a refusal of the last step as its problems. */
export async function refusedOrDone(enter: () => Promise<unknown>): Promise<Result> {
  try {
    await enter();
    return success();
  } catch (error) {
    if (error instanceof LoginRefused) return { ok: false, problems: error.problems };
    if (error instanceof AuthError && error.cause?.err) throw error.cause.err;
    throw error;
  }
}

/** Where a finished login leads: back to the business system that asked for it, if one did; a code waiting to be confirmed comes before 采集实名信息. */
async function goal({ region, data }: OpenFlow<LoginFlowData>): Promise<string> {
  const home = loginGoal(region, data);
  const asked = data.app ? null : await returnPath(region, new Date());
  if (asked) return asked;
  // Who got in by face has been collected.
  if (!data.app || data.secondFactor === "FACE" || (await pendingScanPath())) return home;
  return (await opensCollection(data.personId, data.app)) ? `${home}/collect` : home;
}

/**
 * Where a step leads whose login is not open any more. Into the session, when it came to its end in this very browser: the
 * answer of the last step sets cookies and so has its page rendered anew, and a visitor may come back by the browser's
 * button. Otherwise back to the beginning, told why.
 */
export async function pathAfterLogin(
  region: string,
  flow: unknown,
  beginning: string,
): Promise<string> {
  const ended = await readEndedFlow(flow, { kind: "LOGIN", region, schema: loginFlowData });
  return ended.ok && loginStep(ended.value.data) === "IDENTITY"
    ? goal(ended.value)
    : `${beginning}?reason=FLOW_EXPIRED`;
}

/** The identity when there is exactly one and nothing to explain or confirm. */
async function onlyIdentity(flow: LoginFlow, now: Date): Promise<string | null> {
  const { data, entry } = flow;
  const { personId, enterpriseId } = data;
  if (entry === "PERSON") return "person";
  if (!enterpriseId || entry === "SPECIFIC") return null;
  if (entry === "AGENCY") {
    const { clients, total } = await clientOptions({
      personId,
      agencyId: enterpriseId,
      search: "",
      page: 1,
      now,
    });
    return total === 1 ? (clients[0]?.identity ?? null) : null;
  }
  const { roles, toConfirm } = await roleOptions({ personId, enterpriseId, now });
  return roles.length === 1 && !toConfirm ? (roles[0]?.identity ?? null) : null;
}
