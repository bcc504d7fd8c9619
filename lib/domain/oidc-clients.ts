import { addressReach } from "@/lib/domain/network-address";

/** Addresses a client (业务系统客户端) may register of one kind, and characters of one of them. */
export const MAX_CLIENT_URIS = 10;
const MAX_URI_LENGTH = 500;

/** ASCII without spaces, controls, and what browsers read in another way than written. */
const PLAIN = /^[!-~]+$/;
const AMBIGUOUS = /[\\^`{|}<>"]/;

/** What is wrong with an address a client registers, as a problem code. */
export type ClientUriProblem =
  | "CLIENT_URI_INVALID"
  | "CLIENT_URI_WILDCARD"
  | "CLIENT_URI_FRAGMENT"
  | "CLIENT_URI_CREDENTIALS"
  | "CLIENT_URI_HTTPS"
  | "CLIENT_URI_PRIVATE";

/** Whether http on this machine will do (RFC 8252, 7.3): for development and tests. */
type UriRule = { loopback: boolean };

/**
 * Checks an address a browser is sent to: redirect_uri (登录回调地址), post_logout_redirect_uri (退出返回地址), initiate_login_uri
 * (登录发起地址). It is compared letter by letter (RFC 9700, 2.1), so it is written as it will be sent: https, absolute, no
 * fragment, no wildcard, no credentials.
 */
export function browserUriProblem(uri: string, rule: UriRule): ClientUriProblem | null {
  if (uri.length > MAX_URI_LENGTH || !PLAIN.test(uri) || AMBIGUOUS.test(uri)) {
    return "CLIENT_URI_INVALID";
  }
  // "https:host" and "https:///host" are read as "https://host".
  if (!/^https?:\/\/[^/]/.test(uri) || !URL.canParse(uri)) return "CLIENT_URI_INVALID";
  if (uri.includes("*")) return "CLIENT_URI_WILDCARD";
  if (uri.includes("#")) return "CLIENT_URI_FRAGMENT";
  const { protocol, username, password, hostname } = new URL(uri);
  if (username || password || authorityOf(uri).includes("@")) return "CLIENT_URI_CREDENTIALS";
  if (protocol === "http:" && !(rule.loopback && isLoopbackHost(hostname))) {
    return "CLIENT_URI_HTTPS";
  }
  return null;
}

/**
 * Checks an address this portal itself calls (backchannel_logout_uri, 后台退出通知地址): as an address for browsers, and no
 * address of a private network, by which the portal could be made to call what only it can reach. A name is looked up by the server.
 */
export function calledUriProblem(uri: string, rule: UriRule): ClientUriProblem | null {
  const problem = browserUriProblem(uri, rule);
  if (problem) return problem;
  const { hostname } = new URL(uri);
  if (isLoopbackHost(hostname)) return rule.loopback ? null : "CLIENT_URI_PRIVATE";
  const reach = addressReach(hostname);
  const inside = reach === null ? isInsideName(hostname) : reach !== "PUBLIC";
  return inside ? "CLIENT_URI_PRIVATE" : null;
}

/** Whether a host is this machine by name or number (RFC 6761, 6.3). */
function isLoopbackHost(hostname: string): boolean {
  return /(^|\.)localhost\.?$/.test(hostname) || addressReach(hostname) === "LOOPBACK";
}

/** Names that mean something inside a network only (RFC 6762, 8375, 9476), and names without a dot. */
function isInsideName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  return !name.includes(".") || /\.(local|internal|home\.arpa|lan|alt)$/.test(name);
}

function authorityOf(uri: string): string {
  return /^[a-z]+:\/\/([^/?#]*)/.exec(uri)?.[1] ?? "";
}

/** Host that names people by a name of its own (sector identifier, OpenID Connect Core 8.1); null when there are several. */
export function sectorOf(redirectUris: readonly string[]): string | null {
  const hosts = new Set(redirectUris.map((uri) => new URL(uri).host));
  const [host, ...more] = hosts;
  return host !== undefined && more.length === 0 ? host : null;
}

type Initiation = {
  issuer: string;
  /** Code of the function somebody wants to use there. */
  functionCode?: string;
  /** Where the system is, as the deployment is set up; told only to itself. */
  targetUri: string | null;
};

/**
 * Address that makes a client begin a login at this portal (OpenID Connect Core, 4: third-party-initiated login): its 登录发起地址 with
 * `iss`, the function in `function`, and `target_link_uri` when the configured address is of the same origin.
 */
export function loginInitiation(
  loginUri: string,
  { issuer, functionCode, targetUri }: Initiation,
): string {
  const to = new URL(loginUri);
  to.searchParams.set("iss", issuer);
  if (functionCode) to.searchParams.set("function", functionCode);
  if (targetUri && new URL(targetUri).origin === to.origin) {
    to.searchParams.set("target_link_uri", targetUri);
  }
  return to.href;
}
