import "server-only";
import { ABSOLUTE_HOURS } from "@/lib/domain/session-limits";
import type { SecondFactorProof } from "@/lib/flows/login";
import { finishedFlow } from "../auth-instance";
import type { SessionScope } from "../session-cookie";
import { readSession } from "../session-store";
import { openLoginSession } from "./open-session";

/** Auth.js providers, each a way a login may have been proved. */
const PROVIDERS = {
  sms: "SMS",
  email: "EMAIL",
  face: "FACE",
  scan: "SCAN",
} as const satisfies Record<string, SecondFactorProof>;

/** The provider that ends a login proved this way. */
export function providerOf(proof: SecondFactorProof): string {
  return Object.entries(PROVIDERS).find(([, each]) => each === proof)?.[0] ?? "";
}

/** What the instances of persons have in common: the providers of the unified login, and how their tokens are read. */
export function personInstance(scope: SessionScope) {
  return {
    scope,
    absoluteHours: ABSOLUTE_HOURS,
    providers: Object.entries(PROVIDERS).map(([id, proof]) =>
      finishedFlow(id, (claim) => openLoginSession({ ...claim, proof, scope })),
    ),
    read: async (token: string, now: Date) => {
      const current = await readSession(token, { now, slide: true, scope });
      return current && { current };
    },
  };
}
