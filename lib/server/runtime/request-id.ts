import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

type Served = { requestId: string };

// The server is bundled in parts: each has its own copy of this module, and all serve the same request.
const shared = globalThis as { portalRequests?: AsyncLocalStorage<Served> };
shared.portalRequests ??= new AsyncLocalStorage<Served>();
const requests = shared.portalRequests;

const WELL_FORMED = /^[\w.-]{8,64}$/;

/** The id of a request (请求编号): the one a front server gave it when it looks like one, otherwise a random one. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === "string" && WELL_FORMED.test(given) ? given : randomUUID();
}

/** From here on, everything that happens for this request knows its id. */
export function enterRequest(requestId: string): void {
  requests.enterWith({ requestId });
}

/** The id of the request that is being served, if one is. */
export function currentRequestId(): string | undefined {
  return requests.getStore()?.requestId;
}
