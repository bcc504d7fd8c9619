import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "../log";
import { requestsServed } from "../metrics/events";
import { enterRequest, requestIdOf } from "./request-id";
import { builtRoutes } from "./routes";

const HEADER = "x-request-id";

/** Readiness is asked all the time, and while it says no that is no news. */
const QUIET_ROUTE = "/api/ready";

/** Not authorised, forged, no method of ours, too large, of no kind we read, too often: what no form of the portal leads to. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403, 405, 411, 413, 415, 429]);

/** Gives every request its id, in the answer too, and tells of it when it is over: to the log and to the measurements. */
export function watchRequests(): void {
  const routeOf = builtRoutes();
  // Node says so before anybody else sees the request.
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as {
      request: IncomingMessage;
      response: ServerResponse;
    };
    const requestId = requestIdOf(request.headers[HEADER]);
    request.headers[HEADER] = requestId;
    response.setHeader(HEADER, requestId);
    enterRequest(requestId);
    const started = performance.now();
    const { method = "" } = request;
    // Next writes the address anew for pages that stand for others.
    const address = request.url ?? "";
    response.once("close", () => {
      const failed = response.statusCode >= 500;
      const refused = REFUSALS.has(response.statusCode);
      if (!failed && !refused && !log.tellsAll && !requestsServed.hasSubscribers) return;
      const ms = performance.now() - started;
      const route = routeOf(address);
      const status = response.writableFinished ? response.statusCode : null;
      requestsServed.publish({ method, route, status, ms });
      const line = { requestId, method, route, status, ms: Math.round(ms) };
      if (failed && route !== QUIET_ROUTE) log.warn("request failed", line);
      else if (refused) log.info("request refused", line);
      else log.debug("request", line);
    });
  });
}
