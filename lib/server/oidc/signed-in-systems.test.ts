import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { endSystemSignIn, signedInSystems } from "@/lib/server/oidc/signed-in-systems";
import { endSession } from "@/lib/server/sign-out";
import { sessionOf, signIn } from "@/prisma/testing/demo-session";
import { newClient, OidcBrowser, relyingParty, signInAt } from "@/prisma/testing/oidc";

const person = { entry: "PERSON" } as const;

/** Somebody signed in at systems, and what their session is. */
async function signedInAt(name: string, ...systems: Parameters<typeof newClient>[0][]) {
  const token = await signIn(name, "shandong", person);
  const browser = new OidcBrowser(token);
  const clients = [];
  const parties = [];
  for (const system of systems) {
    const client = await newClient(system);
    const party = await relyingParty(client);
    await signInAt(party, browser);
    clients.push(client.id);
    parties.push(party);
  }
  return { session: await sessionOf(token), clients, parties };
}

const idsOf = async (personId: string, now = new Date()) =>
  (await signedInSystems(personId, now)).map(({ id }) => id);

test("OIDC 10.7.3 one sees the systems one is signed in at, once each, and nobody else's", async () => {
  const mine = await signedInAt("王芳", {}, {});
  const theirs = await signedInAt("李明", {});
  const [first = "", second = ""] = mine.clients;
  expect(await idsOf(mine.session.personId)).toEqual([second, first]);
  // The same person on another device.
  const there = new OidcBrowser(await signIn("王芳", "shandong", person));
  for (const party of mine.parties.slice(0, 1)) await signInAt(party, there);
  expect(await idsOf(mine.session.personId)).toEqual([first, second]);
  const { name } = await db.oidcClient.findUniqueOrThrow({ where: { id: first } });
  expect(await signedInSystems(mine.session.personId, new Date())).toContainEqual({
    id: first,
    name,
    outside: false,
    since: expect.any(Date),
  });
  const later = new Date(Date.now() + 31 * 60_000);
  expect(await idsOf(mine.session.personId, later)).toEqual([]);
  await endSession({ session: theirs.session, now: new Date() });
  expect(await idsOf(theirs.session.personId)).toEqual([]);
});

test("OIDC 10.4.9 one leaves a single system: told, recorded, once, and never another's", async () => {
  const { session, clients } = await signedInAt(
    "张伟",
    { backchannelLogoutUri: "https://a.example/out" },
    {},
  );
  const other = await signedInAt("李明", {});
  const [left = "", stays = ""] = clients;
  const end = (client: string) => endSystemSignIn({ client }, { session, now: new Date() });
  expect(await end(other.clients[0] ?? "")).toMatchObject({
    problems: [{ code: "SYSTEM_NOT_SIGNED_IN" }],
  });
  const answers = await Promise.all([end(left), end(left), end(left)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await idsOf(session.personId)).toEqual([stays]);
  expect(await idsOf(other.session.personId)).toEqual(other.clients);
  expect(await db.oidcLogoutDelivery.count({ where: { clientId: left } })).toBe(1);
  const events = await db.auditEvent.findMany({ where: { action: "END_SYSTEM_SIGN_IN" } });
  expect(events).toMatchObject([{ personId: session.personId, subjectId: left, outcome: "OK" }]);
});
