import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect } from "@playwright/test";
import fc from "fast-check";
import { hostileJson, hostileText } from "../prisma/testing/hostile-input";
import { ACTIONS } from "./fixtures/action-table";
import { ORIGIN, postAction } from "./fixtures/actions";
import { count } from "./fixtures/database";
import { addressOf, type Row } from "./fixtures/route-answers";
import { ROUTES } from "./fixtures/route-table";
import { test } from "./fixtures/test";
import { type Cast, newCast, type SessionCookie } from "./fixtures/visitors";

// The same requests each time; others, and more: FUZZ_SEED=… FUZZ_RUNS=… npx playwright test e2e/hostile.spec.ts
const seed = Number(process.env.FUZZ_SEED ?? 20_260_701);
const RUNS = Number(process.env.FUZZ_RUNS ?? 1);

/** Traces, statements and places in the program; they are never an answer's. */
const INNARDS = /node_modules|\bat \S+ \(|PrismaClient|SELECT "|INSERT INTO|\$argon2|\.tsx?:\d/;

/** Names under which the forms of the portal send their values, so that some input gets further. */
const fieldName = fc.constantFrom(
  ...["region", "flow", "account", "password", "taxpayerId", "humanCheck", "code", "identity"],
  ...["documentNumber", "name", "phone", "reason", "id", "person", "enterprise", "relation"],
  ...["entry", "agreement", "identityVersion", "role", "search", "ticket", "__proto__"],
);

const argument = fc.oneof(hostileJson, fc.dictionary(fieldName, hostileJson, { maxKeys: 8 }));

/** A posted body: arguments as the browser's script encodes them, or what merely looks like them. */
const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(argument, { maxLength: 3 }).map((args) => JSON.stringify(args)),
  },
  { weight: 1, arbitrary: fc.constantFrom('["$F1"]', '["$K1"]', '["$Q0"]', "[", "\u0000", "{}") },
);

function headersOf(cookie: SessionCookie | null): Record<string, string> {
  return cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {};
}

async function expectHarmless(response: APIResponse, what: string): Promise<void> {
  expect(response.status(), what).toBeLessThan(500);
  const text = await response.text();
  expect(text, what).not.toMatch(INNARDS);
  expect(text, what).not.toContain("UNEXPECTED");
  const { location } = response.headers();
  if (location) expect(new URL(location, ORIGIN).origin, what).toBe(ORIGIN);
}

/** What belongs to the cast; other tests write their own rows meanwhile. */
async function belongings({ creditCode, ids }: Cast): Promise<number[]> {
  const enterprise = `(SELECT "id" FROM "Enterprise" WHERE "creditCode" = ?)`;
  return Promise.all([
    count(`SELECT COUNT(*) FROM "Relation" WHERE "enterpriseId" = ${enterprise}`, creditCode),
    count(`SELECT COUNT(*) FROM "Filing" WHERE "enterpriseId" = ${enterprise}`, creditCode),
    count(`SELECT COUNT(*) FROM "Agreement" WHERE "clientId" = ${enterprise}`, creditCode),
    count(`SELECT COUNT(*) FROM "Announcement" WHERE "id" = ?`, ids.announcement),
    count(`SELECT COUNT(*) FROM "Officer" WHERE "region" = 'liaoning' AND "name" = '<script>'`),
    count(
      `SELECT COUNT(*) FROM "Person" WHERE "name" LIKE '%DROP TABLE%' OR "name" LIKE '%__proto__%'`,
    ),
  ]);
}

function answering(): string[] {
  return Object.entries(ACTIONS).flatMap(([access, names]) => (access === "BARE" ? [] : names));
}

test.describe("hostile input", () => {
  test.setTimeout(120_000);

  for (const visitor of ["anonymous", "manager", "supervisor"] as const) {
    test(`N1 no action of the build answers ${visitor}'s hostile input with a failure or writes a row`, async ({
      request,
    }) => {
      const cast = await newCast("liaoning");
      const before = await belongings(cast);
      const headers = headersOf(cast.cookies[visitor]);
      for (const name of answering()) {
        await fc.assert(
          fc.asyncProperty(body, async (text) => {
            const path = "/liaoning/login/verify";
            const response = await postAction(request, { path, name, body: text, headers });
            await expectHarmless(response, `${name} ${text.slice(0, 200)}`);
          }),
          { seed, numRuns: RUNS },
        );
      }
      expect(await belongings(cast)).toEqual(before);
    });
  }

  test("N1 no address fails at hostile parameters, bodies, methods and headers, and none leads away", async ({
    request,
  }) => {
    const cast = await newCast("liaoning");
    const rows = Object.values<Row>(ROUTES);
    await fc.assert(
      fc.asyncProperty(hostileRequest(rows, cast), async (asked) => {
        await expectHarmless(await send(request, asked), JSON.stringify(asked).slice(0, 600));
      }),
      { seed, numRuns: 150 * RUNS },
    );
  });
});

type Asked = { method: string; path: string; headers: Record<string, string>; data?: string };

const METHODS = [
  ...["GET", "GET", "GET", "HEAD", "POST", "POST"],
  ...["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"],
];
const CONTENT = ["text/plain", "application/json", "multipart/form-data; boundary=x", "x", ""];

/** A request to some route: segments, parameters, method, body and headers are what somebody hostile sends. */
function hostileRequest(rows: Row[], cast: Cast): fc.Arbitrary<Asked> {
  const signedIn = Object.values(cast.cookies);
  return fc
    .record({
      row: fc.constantFrom(...rows),
      segment: fc.option(hostileText),
      // What no browser would send: nothing decodes it.
      broken: fc.constantFrom("", "", "", "", "/%ff", "/%E0%A4%A"),
      range: fc.constantFrom(undefined, "bytes=a-b", "bytes=9999999-"),
      parameter: fc.constantFrom("flow", "to", "next", "callbackUrl", "redirect", "page", "q"),
      value: hostileText,
      method: fc.constantFrom(...METHODS),
      cookie: fc.constantFrom(...signedIn),
      origin: fc.constantFrom(ORIGIN, "https://evil.example", "null", undefined),
      content: fc.constantFrom(...CONTENT),
      forwarded: fc.constantFrom(undefined, "evil.example", "a, b"),
      data: fc.oneof(body, hostileText),
    })
    .map((given) => {
      const { row, segment, broken, parameter, value, method } = given;
      const { cookie, origin, content, forwarded, range, data } = given;
      const [address = "", query] = addressOf(row, cast).split("?", 2);
      const last = segment === null ? "" : `/${encode(segment.slice(0, 500))}`;
      const base = segment === null ? address : address.replace(/\/[^/]*$/, "");
      const parameters = `${parameter}=${encode(value.slice(0, 500))}`;
      return {
        method,
        path: `${base}${last}${broken}?${query ? `${query}&` : ""}${parameters}`,
        headers: {
          ...headersOf(cookie),
          ...(origin && { origin }),
          ...(range && { range }),
          ...(content && { "content-type": content }),
          ...(forwarded && { "x-forwarded-host": forwarded, "x-forwarded-for": printable(value) }),
        },
        ...(["POST", "PUT", "PATCH"].includes(method) && { data }),
      };
    });
}

/** Percent-encoded; a half of a character, which cannot be, becomes the sign for one that is broken. */
function encode(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

/** As much of a text as a header can hold. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "").slice(0, 200);
}

function send(request: APIRequestContext, { method, path, headers, data }: Asked) {
  return request.fetch(path, {
    method,
    headers,
    maxRedirects: 0,
    ...(data !== undefined && { data: Buffer.from(data) }),
  });
}
