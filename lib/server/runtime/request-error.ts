import "server-only";
import { log } from "../log";

type Place = { method: string; routePath: string; routeType: string };

/** Tells of a failure that reached nobody who expected it (未预期的错误); its digest is what the visitor is shown. */
export function logRequestError(error: unknown, { method, routePath, routeType }: Place): void {
  log.error("unexpected failure", { err: error, method, route: routePath, routeType });
}
