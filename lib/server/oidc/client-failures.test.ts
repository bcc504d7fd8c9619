import "@/prisma/testing/empty-database";
import * as openid from "openid-client";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { newClientKey } from "@/prisma/testing/client-key";
import { newClient, relyingParty } from "@/prisma/testing/oidc";
import { answer } from "./bridge";

type Sent = { id: string; secret: string; path?: string; from?: string };

/** A call with client_secret_basic from a network address. */
function call({ id, secret, path = "introspection", from = "198.51.100.7" }: Sent) {
  return answer(
    new Request(`${env().APP_URL}/oidc/${path}`, {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
        "content-type": "application/x-www-form-urlencoded",
        "x-forwarded-for": `203.0.113.1, ${from}`,
      },
      body: "token=unknown&grant_type=refresh_token&refresh_token=unknown",
    }),
  );
}

const fail = async (sent: Sent, times: number) => {
  const answers = await Promise.all(Array.from({ length: times }, () => call(sent)));
  return answers.map(({ status }) => status).sort();
};

const refused = () => db.auditEvent.findMany({ where: { action: "REFUSE_OIDC_CLIENT" } });

beforeEach(() => db.rateLimit.deleteMany());

test("OIDC attack: wrong secrets are counted at every endpoint, and who goes on is told to wait", async () => {
  const { id } = await newClient();
  for (const path of ["token", "introspection"]) {
    expect(await fail({ id, secret: "wrong", path }, 8)).toEqual(Array(8).fill(401));
  }
  const last = await fail({ id, secret: "wrong", path: "revocation" }, 8);
  expect(last).toEqual([...Array(4).fill(401), ...Array(4).fill(429)]);
  const told = await call({ id, secret: "wrong" });
  expect(told.status).toBe(429);
  expect(await told.json()).toMatchObject({ error: "invalid_client" });
  const seconds = Number(told.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(500);
  expect(seconds).toBeLessThanOrEqual(600);
  // Recorded once, without the address.
  const [event, ...more] = await refused();
  expect(more).toEqual([]);
  expect(event).toMatchObject({ subjectId: id, region: "shandong", outcome: "REFUSED" });
  expect(JSON.stringify(event)).not.toContain("198.51");
});

test("OIDC attack: nobody can lock a system out by wrong secrets in its name, not even from its own address", async () => {
  const { id, secret } = await newClient();
  expect((await fail({ id, secret: "wrong" }, 25)).at(-1)).toBe(429);
  const own = await call({ id, secret });
  expect([own.status, await own.json()]).toEqual([200, { active: false }]);
  // From elsewhere, and for another client, the count begins at nothing.
  expect((await call({ id, secret: "wrong", from: "198.51.100.8" })).status).toBe(401);
  const other = await newClient();
  expect((await call({ id: other.id, secret: "wrong" })).status).toBe(401);
});

test("OIDC attack: made-up clients are counted together per address and not recorded one by one", async () => {
  const before = (await refused()).length;
  for (let each = 0; each < 20; each += 1) {
    expect((await call({ id: `made-up-${each}`, secret: "x" })).status).toBe(401);
  }
  expect((await call({ id: "made-up", secret: "x" })).status).toBe(429);
  expect(await db.rateLimit.count()).toBe(1);
  expect(await refused()).toHaveLength(before);
});

test("OIDC a wrong code or token is no failed client authentication", async () => {
  const { id, secret } = await newClient();
  const tried = await fail({ id, secret, path: "token" }, 25);
  expect(new Set(tried)).toEqual(new Set([400]));
  expect(await db.rateLimit.count()).toBe(0);
});

test("OIDC attack: an assertion signed by another key is counted, too", async () => {
  const { jwks } = await newClientKey();
  const client = await newClient({ authMethod: "PRIVATE_KEY_JWT", secretHash: null, jwks });
  const { key } = await newClientKey();
  const config = await relyingParty(client, openid.PrivateKeyJwt({ key, kid: "own" }));
  await expect(openid.tokenIntrospection(config, "x")).rejects.toMatchObject({
    error: "invalid_client",
  });
  expect(await db.rateLimit.count()).toBe(1);
});
