import { sameOriginPath } from "@/components/form/same-origin-path";
import { LOCALE_COOKIE, LOCALE_COOKIE_SECONDS, readLocale } from "@/lib/regions/editions";
import { overHttps } from "@/lib/server/session-cookie";

/** 「English」 and 「中文」: keeps the choice for a year and shows the same address again, a running flow included (B18). */
export async function POST(request: Request) {
  const locale = readLocale(await wantedLocale(request));
  return new Response(null, {
    status: 303,
    headers: {
      Location: pathBefore(request) ?? "/",
      "Set-Cookie": `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${LOCALE_COOKIE_SECONDS}; SameSite=Lax${overHttps() ? "; Secure" : ""}`,
    },
  });
}

async function wantedLocale(request: Request): Promise<string | undefined> {
  try {
    return String((await request.formData()).get("to"));
  } catch {
    return undefined;
  }
}

/** The page the visitor pressed on; the policy of referrers tells this site all of its address. */
function pathBefore(request: Request): string | null {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return null;
  const { pathname, search } = new URL(referer);
  return sameOriginPath(pathname + search);
}
