import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { dayOf } from "@/lib/domain/china-time";
import {
  editionOf,
  isInEnglish,
  LOCALE_COOKIE,
  type Locale,
  namesEdition,
  readLocale,
} from "@/lib/regions/editions";
import { alwaysUnified, opensWithLegacy } from "@/lib/regions/entry-styles";
import { findRegion } from "@/lib/regions/list";
import {
  contentPolicy,
  DATA_POLICY,
  readScriptHashes,
  type ScriptHashes,
} from "@/lib/server/content-policy";
import { servedRegion } from "@/lib/server/fixed-region";
import { isCalled, isReadablePost, type Refusal, refusalOf } from "@/lib/server/request-guard";

const development = process.env.NODE_ENV !== "production";
const secure = process.env.APP_URL?.startsWith("https:") ?? false;

let hashes: ScriptHashes | undefined;

function scriptHashes(): ScriptHashes {
  hashes ??= development
    ? { pages: {}, common: [] }
    : readScriptHashes(process.env.NEXT_DIST_DIR ?? ".next");
  return hashes;
}

/** Runs before every route: refuses forged and oversized posts, and sets the page's content policy. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const path = request.nextUrl.pathname;
  const refused =
    refusalOf({ method: request.method, path, headers: request.headers }) ??
    (await unreadablePost(request, path));
  const answer = refused
    ? NextResponse.json({ error: refused }, { status: refused })
    : isCalled(path)
      ? NextResponse.next()
      : page(request, path);
  if (!answer.headers.has("content-security-policy")) {
    answer.headers.set("content-security-policy", DATA_POLICY);
  }
  return answer;
}

async function unreadablePost(request: NextRequest, path: string): Promise<Refusal | null> {
  if (request.method !== "POST" || isCalled(path)) return null;
  return (await isReadablePost(request)) ? null : 400;
}

/** A prerendered page is allowed its own inline scripts by hash; all others get a nonce (随机数). */
function page(request: NextRequest, path: string): NextResponse {
  const { pages, common } = scriptHashes();
  const shown = shownAt(path, readLocale(request.cookies.get(LOCALE_COOKIE)?.value));
  const prerendered = request.method === "POST" ? undefined : pages[shown];
  const nonce = prerendered ? null : randomBytes(16).toString("base64");
  const policy = contentPolicy({ nonce, hashes: prerendered ?? common, development, secure });
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", policy);
  const answer =
    shown !== path
      ? NextResponse.rewrite(addressOf(shown, request), { request: { headers } })
      : NextResponse.next({ request: { headers } });
  answer.headers.set("content-security-policy", policy);
  // One address, two languages: no cache between may hand an English page to somebody else.
  if (shown !== path && namesEdition(shown)) {
    answer.headers.set("cache-control", "private, no-cache");
  }
  return answer;
}

/** The page behind an address: that of the visitor's language where it is there (B18). */
function shownAt(path: string, locale: Locale): string {
  // Pages of other bureaus are prerendered too; a deployment fixed to one does not serve them (N0.2).
  // Nor is the page of the last resort one to ask for.
  if (isForeignBureau(path) || namesEdition(path) || path === "/_global-error") return "/404";
  const page = loginEntry(path, locale) ?? path;
  const region = findRegion(path.split("/", 2)[1] ?? "");
  if (locale !== "en" || !region || !isInEnglish(page)) return page;
  return page.replace(region.slug, editionOf(region.slug, locale));
}

function addressOf(path: string, { nextUrl }: NextRequest): URL {
  const address = new URL(nextUrl);
  address.pathname = path;
  return address;
}

/** What `/R/login` shows where the bureau's own style is an old one: that one while it lasts, then the unified one (N0.3). In English there is the unified one only. */
function loginEntry(path: string, locale: Locale): string | null {
  const slug = /^\/([a-z]+)\/login$/.exec(path)?.[1];
  const region = slug ? findRegion(slug) : undefined;
  if (!region || alwaysUnified(region)) return null;
  return `${path}/${locale !== "en" && opensWithLegacy(region, dayOf(new Date())) ? "legacy" : "unified"}`;
}

function isForeignBureau(path: string): boolean {
  const slug = path.split("/", 2)[1] ?? "";
  return findRegion(slug) !== undefined && servedRegion(slug) === undefined;
}

export const config = {
  // A file of registry data is streamed: its route guards itself (`uploadRefusal`).
  matcher:
    "/((?!_next/static/|_next/image|favicon\\.ico$|icon\\.svg$|hall/imports/[^/]+/upload$).*)",
};
