import { type APIResponse, expect } from "@playwright/test";
import { type Answer, addressOf, type Row } from "./fixtures/route-answers";
import { ROUTES } from "./fixtures/route-table";
import { test } from "./fixtures/test";
import { type Cast, newCast, type SessionCookie, VISITORS } from "./fixtures/visitors";

/** What a page says to somebody it is not for. */
const REFUSALS = ["只有法定代表人和财务负责人可以管理本企业的办税人员", "当前身份不能办理该事项"];

const REDIRECTS: readonly [RegExp, Answer][] = [
  [/^\/hall\/login\?reason=SIGNED_OUT$/, "hall"],
  [/^\/[a-z]+\/login\?reason=SIGNED_OUT$/, "login"],
  [/^\/[a-z]+\/unified-only$/, "unified"],
  [/^\/[a-z]+\/functions\//, "function"],
  [/\/(login|legacy)\?reason=FLOW_EXPIRED$|\/register(\?reason=|$)|^\/app\/tax\/login$/, "start"],
];

function cookieHeader(cookie: SessionCookie | null): Record<string, string> {
  return cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {};
}

async function answerTo(response: APIResponse): Promise<Answer | number> {
  const location = response.headers().location;
  if (location) return REDIRECTS.find(([pattern]) => pattern.test(location))?.[1] ?? "moved";
  if (response.status() !== 200) return response.status();
  const text = await response.text();
  return REFUSALS.some((refusal) => text.includes(`>${refusal}<`)) ? "refused" : "page";
}

/** What every answer carries, whoever asks for what: nothing of it may run, be framed, guessed at, or name its maker. */
function expectHeaders(response: APIResponse, what: string): void {
  const headers = response.headers();
  const policy = headers["content-security-policy"] ?? "";
  expect.soft(policy, what).toMatch(/^default-src 'none'/);
  expect.soft(policy, what).toContain("frame-ancestors 'none'");
  expect.soft(policy, what).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
  expect.soft(headers["x-frame-options"], what).toBe("DENY");
  expect.soft(headers["x-content-type-options"], what).toBe("nosniff");
  expect.soft(headers["referrer-policy"], what).toBe("same-origin");
  expect.soft(headers["cross-origin-opener-policy"], what).toBe("same-origin");
  expect.soft(headers["cross-origin-resource-policy"], what).toBe("same-origin");
  expect.soft(headers["permissions-policy"], what).toContain("microphone=()");
  expect.soft(headers["x-powered-by"], what).toBeUndefined();
  expect.soft(headers.server, what).toBeUndefined();
}

const CASTS: Record<string, Promise<Cast>> = {};
const castOf = (region: string) => {
  CASTS[region] ??= newCast(region);
  return CASTS[region];
};

for (const visitor of VISITORS) {
  test(`N1 every address answers ${visitor} as the authorisation matrix says`, async ({
    request,
  }) => {
    const strayed: string[] = [];
    for (const [route, row] of Object.entries<Row>(ROUTES)) {
      const cast = await castOf(row.region ?? "liaoning");
      const headers = cookieHeader(cast.cookies[visitor]);
      const response = await request.get(addressOf(row, cast), { headers, maxRedirects: 0 });
      const answer = await answerTo(response);
      if (answer !== row.answers[visitor]) {
        strayed.push(`${route}: ${answer} in place of ${row.answers[visitor]}`);
      }
      expectHeaders(response, route);
      // A page that shows somebody's own things differs from what the signed-out are shown.
      if (answer === "page" && row.answers.anonymous !== "page") {
        expect(response.headers()["cache-control"], route).toContain("no-store");
      }
    }
    expect(strayed).toEqual([]);
  });
}

test("N1 a session of one bureau is at home there only", async ({ request }) => {
  const { cookies } = await castOf("liaoning");
  const headers = cookieHeader(cookies.manager);
  for (const path of ["account", "home", "account/staff", "tax/filings", "account/messages"]) {
    const response = await request.get(`/yunnan/${path}`, { headers, maxRedirects: 0 });
    expect(response.headers().location, path).toBe("/liaoning/home");
  }
});

test("N1 a session of the portal is nobody's in the hall and at the APP, nor the other way round", async ({
  request,
}) => {
  const { cookies, app } = await castOf("liaoning");
  const places = [
    { name: "portal.session", path: "/liaoning/account", leads: "/liaoning/login" },
    { name: "hall.session", path: "/hall/people", leads: "/hall/login" },
    { name: "companion.tax.session", path: "/app/tax/collect", leads: "/app/tax/login" },
  ];
  for (const session of [cookies.person, cookies.supervisor, app]) {
    for (const { name, path, leads } of places) {
      if (!session || session.name === name) continue;
      const headers = cookieHeader({ name, value: session.value });
      const response = await request.get(path, { headers, maxRedirects: 0 });
      expect(response.headers().location, `${session.name} as ${name}`).toContain(leads);
    }
  }
});
