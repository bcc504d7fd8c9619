import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import inject, { type Response as Answered } from "light-my-request";
import { errors, type Provider } from "oidc-provider";
import { env } from "../env";
import { addressOf } from "../request";
import { interact } from "./interaction";
import { MOUNT } from "./issuer";
import { currentProvider } from "./provider";

/** What belongs to one connection and not to the message (RFC 9110 7.6.1). */
const HOP_BY_HOP = new Set(["connection", "transfer-encoding", "content-length", "expect"]);

/** Nothing the provider takes is longer. */
const MAX_BODY_BYTES = 64 * 1024;

/**
 * Answers a request to the OpenID provider (OpenID 提供方): hands it to the library as a plain HTTP request and back. Host and
 * scheme are those of the issuer, whatever the request says.
 */
export async function answer(request: Request): Promise<Response> {
  // Next asks for pages ahead of time and by script; what is behind these addresses changes by being asked.
  if (request.headers.has("rsc") || request.headers.has("next-router-prefetch")) {
    return new Response(null, { status: 404 });
  }
  const { pathname, search } = new URL(request.url);
  const body = await request.arrayBuffer();
  if (body.byteLength > MAX_BODY_BYTES) return new Response(null, { status: 413 });
  if (request.method === "POST" && ASKED_AGAIN.has(pathname)) return askAgain(pathname, body);
  const provider = await currentProvider(new Date());
  const outer = headersOf(request);
  const finish = finishOf(pathname, search);
  const answered = await inject(
    (incoming, outgoing) => {
      const response = outgoing as unknown as ServerResponse;
      // Else nobody would hear of the failure, and the request would never be answered.
      dispatch(provider, incoming as IncomingMessage, response).catch((error) =>
        response.destroy(error),
      );
    },
    {
      method: (finish ? "POST" : request.method) as "GET",
      url: finish ? "/session/end/confirm" : `${pathname.slice(MOUNT.length)}${search}`,
      headers: finish ? { ...outer, "content-type": FORM } : outer,
      payload: finish ?? Buffer.from(body),
      remoteAddress: addressOf(request.headers),
    },
  );
  return toResponse(answered);
}

const ASKED_AGAIN = new Set([`${MOUNT}/auth`, `${MOUNT}/session/end`]);

/**
 * An authorization or logout request by POST (OpenID Connect Core 3.1.2.1, RP-Initiated Logout 2) is asked again by GET: a form of
 * another site brings no cookie of ours along, but the browser that follows the redirect does.
 */
function askAgain(pathname: string, body: ArrayBuffer): Response {
  const query = new URLSearchParams(new TextDecoder().decode(body));
  const headers = { location: `${pathname}?${query}`, "cache-control": "no-store" };
  return new Response(null, { status: 303, headers });
}

const FORM = "application/x-www-form-urlencoded";

/** The end of a logout (退出) as the library wants it posted: a page of the portal leads here, since no form may lead to other sites. */
function finishOf(pathname: string, search: string): string | null {
  if (pathname !== `${MOUNT}/session/end/finish`) return null;
  const query = new URLSearchParams(search);
  const form = new URLSearchParams({ xsrf: query.get("logout") ?? "" });
  if (query.get("everywhere") === "1") form.set("logout", "yes");
  return form.toString();
}

function headersOf(request: Request): Record<string, string> {
  const { host, protocol } = new URL(env().APP_URL);
  const kept = [...request.headers].filter(
    ([name]) => !HOP_BY_HOP.has(name) && !name.startsWith("x-forwarded-") && name !== "forwarded",
  );
  return {
    ...Object.fromEntries(kept),
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
  };
}

async function dispatch(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url ?? "/";
  Object.assign(request, { originalUrl: `${MOUNT}${path}` });
  const [, did] = /^\/interaction\/[\w-]+(?:\/(\w+))?$/.exec(path) ?? [];
  if (!path.startsWith("/interaction/")) return void provider.callback()(request, response);
  try {
    await interact({ provider, request, response }, did ?? "");
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError)) throw error;
    response.writeHead(303, { location: `/sign-in-problem?error=${error.error}` }).end();
  }
}

function toResponse(answered: Answered): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answered.headers)) {
    if (HOP_BY_HOP.has(name) || value === undefined) continue;
    for (const each of [value].flat()) headers.append(name, String(each));
  }
  const empty = [101, 204, 205, 304].includes(answered.statusCode);
  return new Response(empty ? null : new Uint8Array(answered.rawPayload), {
    status: answered.statusCode,
    headers,
  });
}
