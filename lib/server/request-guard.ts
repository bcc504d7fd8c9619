import "server-only";

/** Largest request body, bytes. Forms are a few kilobytes. */
export const MAX_BODY_BYTES = 64 * 1024;

/** The frames of a face check, the photograph of a document, or of a person at a counter. */
const CAMERA_BODY_BYTES = 5 * 1024 * 1024;
const CAMERA_PATHS = new Set(["/api/companion-face", "/api/hall-collection"]);

/** Business systems may post forms there (OpenID Connect Core 3.1.2.1, RP-Initiated Logout 2); what is posted is asked again by GET. */
const POSTED_ELSEWHERE = new Set(["/oidc/auth", "/oidc/session/end"]);

export type Refusal = 400 | 403 | 405 | 411 | 413 | 415;

/** What the guard looks at in a request that may change something. */
export type GuardedRequest = {
  method: string;
  /** `/api/…` and `/oidc/…` may be called without a browser, hence without Origin. */
  path: string;
  headers: Pick<Headers, "get">;
};

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Status with which to refuse a request before anything reads its body, or null (跨站请求防护, 请求体上限).
 * 403: posted from another site, or to a page without telling from where. 405: not a method of pages.
 * 411, 413: body of unknown or too great a length. 415: a post to a page that is no form.
 */
export function refusalOf({ method, path, headers }: GuardedRequest): Refusal | null {
  if (READING.has(method)) return null;
  const called = isCalled(path);
  if (!called && method !== "POST") return 405;
  const origin = headers.get("origin");
  const other = origin === null ? !called : hostOf(origin) !== ownHost(headers);
  if (other && !(method === "POST" && POSTED_ELSEWHERE.has(path))) return 403;
  const length = headers.get("content-length");
  if (length === null && headers.get("transfer-encoding") !== null) return 411;
  const limit = CAMERA_PATHS.has(path) ? CAMERA_BODY_BYTES : MAX_BODY_BYTES;
  if (Number(length) > limit) return 413;
  if (called || headers.get("next-action") !== null || isForm(headers)) return null;
  return 415;
}

/** Whether an address is for programs and not a page. */
export function isCalled(path: string): boolean {
  return path.startsWith("/api/") || path.startsWith("/oidc/");
}

/**
 * Status with which to refuse a file sent by a page of this site before anything reads it, or null. Such routes are passed over by
 * `proxy.ts`, which would hold the body in memory. 403: from another site. 411, 413: of unknown or too great a length.
 */
export function uploadRefusal(
  headers: Pick<Headers, "get">,
  limitBytes: number,
): 403 | 411 | 413 | null {
  const origin = headers.get("origin");
  if (origin === null || hostOf(origin) !== ownHost(headers)) return 403;
  const length = headers.get("content-length");
  if (length === null || !/^\d+$/.test(length)) return 411;
  return Number(length) > limitBytes ? 413 : null;
}

/**
 * Whether a post to a page can be decoded; Next answers 500 to a server action that cannot. A call by
 * script (`next-action`) is a JSON array, as text or as part 0 of a form; a form sent without script is any form.
 */
export async function isReadablePost(request: Request): Promise<boolean> {
  const action = request.headers.get("next-action");
  if (action !== null && !/^[0-9a-f]{40,64}$/.test(action)) return false;
  try {
    if (!isForm(request.headers)) return isSelfContained(await request.text());
    const root = (await request.formData()).get("0");
    return action === null || Array.isArray(JSON.parse(String(root)));
  } catch {
    return false;
  }
}

function isForm(headers: Pick<Headers, "get">): boolean {
  return headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
}

/** A JSON array without references to parts (React's `$F1`, `$@1` …), which only a form can carry. */
function isSelfContained(body: string): boolean {
  let contained = true;
  const value: unknown = JSON.parse(body, (_key, item: unknown) => {
    if (typeof item === "string" && /^\$(?![$0uDIN-]|n-?\d+$)/.test(item)) contained = false;
    return item;
  });
  return contained && Array.isArray(value);
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function ownHost(headers: Pick<Headers, "get">): string | null {
  const forwarded = headers.get("x-forwarded-host")?.split(",")[0]?.trim();
  return forwarded || headers.get("host");
}
