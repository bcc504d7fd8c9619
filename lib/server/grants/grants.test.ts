import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { findFunction } from "@/lib/domain/function-tree";
import { functionRefusal } from "@/lib/domain/function-tree-grants";
import { db } from "@/lib/server/db";
import { grantFacts } from "@/lib/server/functions/granted";
import { createUser, findUser } from "@/lib/server/grants/add-user";
import { grantUser } from "@/lib/server/grants/grant";
import { findGrantedUser, grantedUsers, registeredCandidates } from "@/lib/server/grants/users";
import { resolveIdentity } from "@/lib/server/identities/resolve";
import { decideOwnRelation } from "@/lib/server/relations/decide";
import { HANDLER_PASSWORD, newHandler, newLegacyEnterprise } from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { newestCode, noticesOf, sessionFor } from "@/prisma/testing/own-session";
import { DEMO_PASSWORD, demoPasswordHash, newPerson } from "@/prisma/testing/people";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
const DONE = { ok: true, value: undefined };
const FIRST_PASSWORD = "Yunnan#2026";
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });
const own = { address: "test", userAgent: "test", now: NOW };

type Company = Awaited<ReturnType<typeof newLegacyEnterprise>>;
type Handler = Awaited<ReturnType<typeof newHandler>>;

/** Somebody logged in at the old entry of yunnan, by text message or password. */
async function loggedIn(company: Company, person: Handler, password?: string) {
  const login = legacyBrowser(company, NOW);
  await login.enter();
  if (password) await login.byPassword(person.relationId, password);
  else {
    await login.send(person.relationId);
    await login.byCode(person.relationId, await newestCode(person.phone));
  }
  const session = await login.session();
  if (!session) throw new Error("not logged in");
  return { login, context: { ...own, session }, identityVersion: session.identityVersion };
}

/** A company of yunnan with its legal representative at work. */
async function office() {
  const company = await newLegacyEnterprise({ region: "yunnan", setUp: false });
  const boss = await newHandler(company.id, "LEGAL_REPRESENTATIVE");
  const { context, identityVersion } = await loggedIn(company, boss);
  const viewer = {
    personId: boss.id,
    as: "LEGAL_REPRESENTATIVE" as const,
    enterpriseId: company.id,
    region: "yunnan",
    now: NOW,
  };
  return { company, boss, context, identityVersion, viewer };
}

async function collected() {
  const person = await newPerson(await demoPasswordHash());
  await db.realNameCollection.create({
    data: { personId: person.id, channel: "HALL", region: "yunnan" },
  });
  return person;
}

const named = (person: { name: string; number: string }, identityVersion: number) => ({
  relationId: "",
  name: person.name,
  documentType: "RESIDENT_ID" as const,
  documentNumber: person.number,
  identityVersion,
});
const withPassword = <T>(form: T, newPassword = FIRST_PASSWORD) => ({
  ...form,
  newPassword,
  confirmPassword: newPassword,
});
const relationOf = (personId: string, enterpriseId: string) =>
  db.relation.findFirstOrThrow({ where: { personId, enterpriseId }, orderBy: { id: "desc" } });

async function mayUse(login: ReturnType<typeof legacyBrowser>, code: string): Promise<boolean> {
  const session = await login.session();
  const found = findFunction(code);
  if (!session || !found) throw new Error(`no session or no function ${code}`);
  return functionRefusal(found, await grantFacts(session)) === null;
}

test("OY2 云南 3.4.1 a collected person becomes a user with a first password, which they change before anything else", async () => {
  const { company, context, identityVersion } = await office();
  const person = await collected();
  const form = named(person, identityVersion);
  expect(await findUser(form, context)).toEqual({ ok: true, value: { name: person.name } });
  expect(await createUser(withPassword(form), context)).toEqual(DONE);
  expect(await createUser(withPassword(form), context)).toEqual(refused("USER_EXISTS"));
  const relation = await relationOf(person.id, company.id);
  expect(relation).toMatchObject({
    source: "LEGACY",
    legacyOnly: true,
    status: "PENDING_PERSON",
    handlerPasswordState: "INITIAL",
  });
  const login = legacyBrowser(company, NOW);
  await login.enter();
  expect(await login.byPassword(relation.id, DEMO_PASSWORD)).toEqual(
    refused("HANDLER_PASSWORD_WRONG"),
  );
  expect(await login.byPassword(relation.id, FIRST_PASSWORD)).toMatchObject({
    value: { to: expect.stringContaining("/set-password") },
  });
  expect(await login.session()).toBeNull();
  expect(await login.setPassword("Geren#2026")).toEqual({
    ok: true,
    value: { to: "/yunnan/home" },
  });
  // 云南 3.4.2 备注: 我要办税 and nothing else.
  expect(await mayUse(login, "vat-prepayment")).toBe(true);
  expect(await mayUse(login, "query-history")).toBe(false);
  expect(await noticesOf(person)).toContain("AUTHORIZATION_OFFERED");
});

test("O1 an added user counts at this bureau's old entry alone, until they agree themself", async () => {
  const { company, context, identityVersion } = await office();
  const person = await collected();
  await createUser(withPassword(named(person, identityVersion)), context);
  const { id } = await relationOf(person.id, company.id);
  const claim = {
    personId: person.id,
    region: "yunnan",
    entry: "ENTERPRISE" as const,
    identity: `relation:${id}`,
    now: NOW,
  };
  expect(await resolveIdentity(db, claim)).toEqual(refused("RELATION_WAITING"));
  expect(await resolveIdentity(db, { ...claim, oldStyle: true })).toMatchObject({ ok: true });
  const session = await sessionFor(person);
  expect(
    await decideOwnRelation({ relationId: id, action: "ACCEPT" }, { ...own, session }),
  ).toEqual(DONE);
  expect(await resolveIdentity(db, claim)).toMatchObject({ ok: true });
});

test("OY2 B10 nobody of that name, another name and who was not collected are answered alike; who asks for a face is not added", async () => {
  const { context, identityVersion } = await office();
  const uncollected = await newPerson();
  const person = await collected();
  for (const each of [
    named(uncollected, identityVersion),
    { ...named(person, identityVersion), name: "别人" },
    { ...named(person, identityVersion), documentNumber: "370100199001011234" },
  ]) {
    expect(await findUser(each, context)).toEqual(refused("USER_NOT_COLLECTED"));
    expect(await createUser(withPassword(each), context)).toEqual(refused("USER_NOT_COLLECTED"));
  }
  await db.person.update({ where: { id: person.id }, data: { faceBeforeAdding: true } });
  expect(await findUser(named(person, identityVersion), context)).toEqual(
    refused("USER_ASKS_FOR_FACE"),
  );
});

test("OY2 云南 3.4.1(2) the registry's own collected people are offered by row and keep what the registry says", async () => {
  const { company, context, identityVersion, viewer } = await office();
  const listed = await newHandler(company.id, "TAX_HANDLER", { status: "REGISTERED" });
  await newHandler(company.id, "TAX_HANDLER", { status: "REGISTERED", collected: false });
  const foreign = await newHandler((await office()).company.id, "TAX_HANDLER", {
    status: "REGISTERED",
  });
  expect(await registeredCandidates(viewer)).toMatchObject([{ id: listed.relationId }]);
  const form = withPassword({
    ...named({ name: "", number: "" }, identityVersion),
    relationId: listed.relationId,
  });
  expect(await createUser({ ...form, relationId: foreign.relationId }, context)).toEqual(
    refused("AUTHORIZATION_NOT_FOUND"),
  );
  expect(await createUser(form, context)).toEqual(DONE);
  expect(await relationOf(listed.id, company.id)).toMatchObject({
    id: listed.relationId,
    source: "REGISTRY",
    inRegistry: true,
    legacyOnly: true,
  });
  expect(await registeredCandidates(viewer)).toEqual([]);
});

test("OY2 K3 the first password follows the rule and is not the enterprise's", async () => {
  const { context, identityVersion } = await office();
  const form = named(await collected(), identityVersion);
  expect(await createUser(withPassword(form, "Qiye#2018"), context)).toEqual(
    refused("PASSWORD_IS_ENTERPRISE"),
  );
  expect(await createUser(withPassword(form, "12345678"), context)).toMatchObject({ ok: false });
});

test("OY2 E4 云南 3.4.2 what is ticked is what the user has, at once in a running session", async () => {
  const { company, context, identityVersion, viewer } = await office();
  const person = await newHandler(company.id, "TAX_HANDLER", {
    passwordHash: await demoPasswordHash(),
  });
  const { login } = await loggedIn(company, person, DEMO_PASSWORD);
  const { relationId } = person;
  expect(await findGrantedUser(relationId, viewer)).toMatchObject({
    standing: "BOUND",
    functions: ["tax", "query"],
    refusal: null,
  });
  expect(await mayUse(login, "vat-prepayment")).toBe(true);
  const grant = { relationId, functions: ["query-history"], identityVersion };
  expect(await grantUser(grant, context)).toEqual({ ok: true, value: { unbound: false } });
  expect(await mayUse(login, "query-history")).toBe(true);
  expect(await mayUse(login, "vat-prepayment")).toBe(false);
  expect(await findGrantedUser(relationId, viewer)).toMatchObject({ functions: ["query-history"] });
  expect(await grantUser({ ...grant, functions: ["nonsense"] }, context)).toEqual(
    refused("FUNCTION_UNKNOWN"),
  );
});

test("OY2 E4 云南 3.4.3(4) the last function taken away unbinds: the session stops, the login says 您还未绑定企业, and adding binds anew", async () => {
  const { company, context, identityVersion } = await office();
  const person = await collected();
  const form = withPassword(named(person, identityVersion), HANDLER_PASSWORD);
  await createUser(form, context);
  const { id: relationId } = await relationOf(person.id, company.id);
  const login = legacyBrowser(company, NOW);
  await login.enter();
  await login.send(relationId);
  await login.byCode(relationId, await newestCode(person.phone));
  expect((await login.session())?.problem).toBeNull();
  const grant = { relationId, functions: [], identityVersion };
  expect(await grantUser(grant, context)).toEqual({ ok: true, value: { unbound: true } });
  expect(await grantUser(grant, context)).toMatchObject({ ok: false });
  expect((await login.session())?.problem).toBe("NOT_BOUND");
  expect(await noticesOf(person)).toContain("USER_UNBOUND");
  const again = legacyBrowser(company, NOW);
  await again.enter();
  expect(await again.byPassword(relationId, HANDLER_PASSWORD)).toEqual(refused("NOT_BOUND"));
  expect(await again.send(relationId)).toEqual(refused("NOT_BOUND"));
  expect(await again.people()).toMatchObject({
    value: { people: expect.arrayContaining([expect.objectContaining({ problem: "NOT_BOUND" })]) },
  });
  expect(await createUser(form, context)).toEqual(DONE);
  const anew = await relationOf(person.id, company.id);
  const afterwards = legacyBrowser(company, NOW);
  await afterwards.enter();
  expect(await afterwards.byPassword(anew.id, HANDLER_PASSWORD)).toMatchObject({ ok: true });
});

test("OY2 E1 O1 who manages nobody, who was proved by two passwords, and other bureaus are refused", async () => {
  const { company, boss, context, identityVersion } = await office();
  const passwordHash = await demoPasswordHash();
  const handler = await newHandler(company.id, "TAX_HANDLER", { passwordHash });
  const asHandler = await loggedIn(company, handler, DEMO_PASSWORD);
  const grant = { relationId: handler.relationId, functions: ["tax"], identityVersion };
  expect(await grantUser(grant, asHandler.context)).toEqual(refused("ONLY_MANAGERS"));
  const finance = await newHandler(company.id, "FINANCE_MANAGER", { passwordHash });
  const byPassword = await loggedIn(company, finance, DEMO_PASSWORD);
  expect(await grantUser(grant, byPassword.context)).toEqual(refused("GRANTS_SMS_FIRST"));
  expect(await grantUser({ ...grant, relationId: boss.relationId }, context)).toEqual(
    refused("MANAGERS_HAVE_ALL_FUNCTIONS"),
  );
  expect(await grantUser({ ...grant, identityVersion: identityVersion + 1 }, context)).toEqual(
    refused("IDENTITY_SWITCHED"),
  );
  const elsewhere = { ...context, session: { ...context.session, region: "liaoning" } };
  expect(await grantUser(grant, elsewhere)).toEqual(refused("GRANTS_ELSEWHERE"));
  const foreign = await newHandler((await office()).company.id, "TAX_HANDLER");
  expect(await grantUser({ ...grant, relationId: foreign.relationId }, context)).toEqual(
    refused("AUTHORIZATION_NOT_FOUND"),
  );
});

test("OY2 a finance manager the registry alone lists manages users after the text message", async () => {
  const company = await newLegacyEnterprise({ region: "yunnan", setUp: false });
  const finance = await newHandler(company.id, "FINANCE_MANAGER", { status: "REGISTERED" });
  const { context, identityVersion } = await loggedIn(company, finance);
  const person = await collected();
  expect(await createUser(withPassword(named(person, identityVersion)), context)).toEqual(DONE);
  const viewer = { ...context.session, as: "FINANCE_MANAGER" as const, now: NOW };
  const { rows, total } = await grantedUsers(
    { ...viewer, enterpriseId: company.id },
    { search: person.name, page: 1 },
  );
  expect([rows[0]?.standing, total]).toEqual(["ADDED", 1]);
});

test("N2 of two managers who create one user at once exactly one does", async () => {
  const { company, context, identityVersion } = await office();
  const person = await collected();
  const form = withPassword(named(person, identityVersion));
  const answers = await Promise.all(Array.from({ length: 4 }, () => createUser(form, context)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(
    await db.relation.count({ where: { personId: person.id, enterpriseId: company.id } }),
  ).toBe(1);
});
