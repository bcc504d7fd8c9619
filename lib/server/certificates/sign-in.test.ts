import "@/prisma/testing/demo-database";
import { createHash, KeyObject, randomBytes, sign } from "node:crypto";
import { rm } from "node:fs/promises";
import { beforeAll, expect, test, vi } from "vitest";
import { challengeText } from "@/lib/domain/certificate-challenge";
import { creditCodeCheck, organisationCheck } from "@/lib/domain/check-digits";
import { certificateProof } from "@/lib/schemas/certificate";
import { choosePerson, personChoice } from "@/lib/server/certificates/people";
import {
  beginCertificateSignIn,
  submitCertificate,
  submitPresentedCertificate,
} from "@/lib/server/certificates/sign-in";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { sendLoginCode, submitSecondFactor } from "@/lib/server/login/second-factor";
import { newPerson, relate } from "@/prisma/testing/people";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import { derOf, type Issued, pem } from "@/scripts/certificates/issue";
import {
  issueToEnterprise,
  newAuthority,
  type TestAuthority,
  writeTrust,
} from "@/scripts/certificates/test-authority";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Solving takes longer than everything else here; the check has tests of its own.
vi.mock("@/lib/server/human-check", () => ({
  verifyHumanCheck: async (payload: string) => payload === HUMAN,
}));

const HUMAN = "a person";
const PROXY_SECRET = "c".repeat(43);
const folder = vi.hoisted(() => {
  const path = `${process.env.TMPDIR ?? "/tmp"}/portal-sign-in-${process.pid}`;
  process.env.CERTIFICATE_TRUST_ANCHORS = `${path}/anchors`;
  process.env.CERTIFICATE_CRLS = `${path}/crls`;
  process.env.CERTIFICATE_PROXY_SECRET = "c".repeat(43);
  return path;
});

const NOW = new Date();
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const HAILAN = { name: "青岛海蓝科技有限公司", creditCode: "91370200YY3D3C0167" };
const CHUNCHENG = { name: "昆明春城茶业有限公司", creditCode: "91530100YY6K5E014Q" };

let authority: TestAuthority;
let hailan: Issued;

beforeAll(async () => {
  authority = await newAuthority(NOW);
  hailan = await issueToEnterprise(authority.issuing, HAILAN, NOW);
  await writeTrust(folder, authority, { revoked: [], now: NOW });
  return () => rm(folder, { recursive: true, force: true });
});

const fingerprintOf = (der: Uint8Array) => createHash("sha256").update(der).digest("hex");
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const browserOf = () => newBrowser({ "user-agent": "test" });

async function challengeOf(browser: Browser, region = "qingdao", now = NOW): Promise<string> {
  const begun = await inBrowser(browser, () => beginCertificateSignIn({ region }, { now }));
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  expect(begun.value.origin).toBe(env().APP_URL);
  return begun.value.challenge;
}

/** What a browser sends that holds the key; `more` says what an attacker changes, before or after signing. */
async function proofOf(
  holder: Issued,
  challenge: string,
  more: { region?: string; signedFor?: string; sent?: object; origin?: string } = {},
) {
  const { region = "qingdao" } = more;
  const certificate = derOf(holder.certificate);
  const text = challengeText({
    origin: more.origin ?? env().APP_URL,
    region: more.signedFor ?? region,
    challenge,
    fingerprint: fingerprintOf(certificate),
  });
  const key = { key: KeyObject.from(holder.keys.privateKey), dsaEncoding: "ieee-p1363" as const };
  return {
    region,
    challenge,
    certificate: base64(certificate),
    intermediates: [base64(derOf(authority.issuing.certificate))],
    signature: base64(sign("sha256", Buffer.from(text), key)),
    agreement: true as const,
    humanCheck: HUMAN,
    ...more.sent,
  };
}

type Proof = Awaited<ReturnType<typeof proofOf>>;

const submit = (browser: Browser, proof: Proof, now = NOW) =>
  inBrowser(browser, () => submitCertificate(proof, { now }));

async function signIn(holder: Issued, browser = browserOf(), region = "qingdao") {
  return submit(browser, await proofOf(holder, await challengeOf(browser, region), { region }));
}

const refused = (code: string, rest = {}) => ({ ok: false, problems: [{ code, ...rest }] });
const flowOf = (to: string) => new URL(to, "http://portal").searchParams.get("flow") ?? "";

/** A valid code that no enterprise of the demo data has. */
function creditCode(number: number): string {
  const organisation = `Y${String(number).padStart(7, "0")}`;
  const body = `91370200${organisation}${organisationCheck(organisation)}`;
  return `${body}${creditCodeCheck(body)}`;
}

/** The flow in which the person is chosen. */
async function identified(browser: Browser): Promise<string> {
  const answer = await signIn(hailan, browser);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return flowOf(answer.value.to);
}

const personOf = (name: string) => db.person.findFirstOrThrow({ where: { name } });

function choose(browser: Browser, flow: string, person: string, region = "qingdao", now = NOW) {
  return inBrowser(browser, () => choosePerson({ region, flow, person }, { now }));
}

/** The second factor of a login begun by a person's choice. */
async function verify(browser: Browser, to: string, phone: string) {
  const form = { region: "qingdao", flow: flowOf(to) };
  const sent = await inBrowser(browser, () => sendLoginCode(form, { now: NOW }));
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const code = (await readOutbox(phone))[0]?.code ?? "";
  return inBrowser(browser, () => submitSecondFactor({ ...form, code }, { now: NOW }));
}

/** A handler of 海蓝科技 of the test's own. */
async function newHandler() {
  const person = await newPerson();
  const { id } = await db.enterprise.findUniqueOrThrow({
    where: { creditCode: HAILAN.creditCode },
  });
  return { ...person, relationId: await relate(person.id, id, "TAX_HANDLER") };
}

test("L12 certificate, person, code: a session of 企业业务 that says how it was proved", async () => {
  const handler = await newHandler();
  const browser = browserOf();
  const flow = await identified(browser);
  const choice = await inBrowser(browser, () =>
    personChoice("qingdao", flow, { search: handler.name, page: 1 }, NOW),
  );
  expect(choice).toEqual({
    ok: true,
    value: {
      enterpriseName: HAILAN.name,
      total: 1,
      people: [
        {
          id: handler.id,
          name: handler.name,
          maskedNumber: expect.stringMatching(/^370\*+\d{2}$/),
          roles: [{ role: "TAX_HANDLER", primary: true }],
        },
      ],
    },
  });
  const chosen = await choose(browser, flow, handler.id);
  expect(chosen).toMatchObject({ ok: true });
  expect(await db.loginSession.count({ where: { personId: handler.id } })).toBe(0);
  const done = await verify(browser, chosen.ok ? chosen.value.to : "", handler.phone);
  expect(done).toEqual({ ok: true, value: { to: "/qingdao/home" } });
  const sessions = await db.loginSession.findMany({ where: { personId: handler.id } });
  expect(sessions).toMatchObject([
    { entry: "ENTERPRISE", proofs: "CERTIFICATE SMS", relationId: handler.relationId },
  ]);
  const fingerprint = fingerprintOf(derOf(hailan.certificate));
  const [login] = await db.auditEvent.findMany({
    where: { personId: handler.id, action: "LOGIN" },
  });
  expect(JSON.parse(login?.detail ?? "{}")).toMatchObject({ certificate: fingerprint });
});

test("L12 the trail has every certificate that came in, and why it did not", async () => {
  const own = await issueToEnterprise(authority.issuing, HAILAN, NOW);
  const stranger = await newAuthority(NOW);
  const foreign = await issueToEnterprise(stranger.issuing, HAILAN, NOW);
  expect(await signIn(own)).toMatchObject({ ok: true });
  expect(await signIn(foreign)).toEqual(refused("CERTIFICATE_ISSUER_UNKNOWN", { field: "file" }));
  const trail = await db.auditEvent.findMany({
    where: {
      subjectId: {
        in: [own, foreign].map(({ certificate }) => fingerprintOf(derOf(certificate))),
      },
    },
    orderBy: { sequence: "asc" },
    select: { action: true, outcome: true, reason: true, enterpriseId: true },
  });
  expect(trail).toEqual([
    {
      action: "LOGIN_CERTIFICATE",
      outcome: "OK",
      reason: null,
      enterpriseId: expect.any(String),
    },
    {
      action: "LOGIN_CERTIFICATE",
      outcome: "REFUSED",
      reason: "CERTIFICATE_ISSUER_UNKNOWN",
      enterpriseId: null,
    },
  ]);
});

test("L12 one certificate shown opens one session, whoever is chosen", async () => {
  const [first, second] = [await newHandler(), await newHandler()];
  const browser = browserOf();
  const flow = await identified(browser);
  const one = await choose(browser, flow, first.id);
  const other = await choose(browser, flow, second.id);
  if (!one.ok || !other.ok) throw new Error("not chosen");
  const answers = await Promise.all([
    verify(browser, one.value.to, first.phone),
    verify(browser, other.value.to, second.phone),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.loginSession.count({ where: { personId: { in: [first.id, second.id] } } })).toBe(
    1,
  );
  expect(await choose(browser, flow, first.id)).toEqual(refused("FLOW_EXPIRED"));
});

test("L12 only people who may act for the enterprise now are offered, others are answered alike", async () => {
  const browser = browserOf();
  const flow = await identified(browser);
  const [frozen, ended, closed, waiting] = [
    await newHandler(),
    await newHandler(),
    await newHandler(),
    await newHandler(),
  ];
  const change = (id: string, data: object) => db.relation.update({ where: { id }, data });
  await change(frozen.relationId, { frozenAt: NOW });
  await change(ended.relationId, { validTo: "2020-01-01" });
  await change(waiting.relationId, { status: "PENDING_PERSON" });
  await db.account.update({ where: { id: closed.accountId }, data: { status: "CLOSED" } });
  const elsewhere = await personOf("张伟");
  for (const person of [frozen.id, ended.id, closed.id, waiting.id, elsewhere.id, "nobody"]) {
    expect(await choose(browser, flow, person)).toEqual(
      refused("PERSON_NOT_OFFERED", { field: "person" }),
    );
  }
  const choice = await inBrowser(browser, () =>
    personChoice("qingdao", flow, { search: "", page: 1 }, NOW),
  );
  const offered = choice.ok ? choice.value.people.map(({ id }) => id) : [];
  expect(offered).toContain((await personOf("马青")).id);
  for (const { id } of [frozen, ended, closed, waiting]) expect(offered).not.toContain(id);
});

test("N2 the flow belongs to its browser, its bureau and its time", async () => {
  const handler = await newHandler();
  const browser = browserOf();
  const flow = await identified(browser);
  const expired = refused("FLOW_EXPIRED");
  expect(await choose(browserOf(), flow, handler.id)).toEqual(expired);
  expect(await choose(browser, flow, handler.id, "yunnan")).toEqual(expired);
  expect(await choose(browser, flow, handler.id, "qingdao", later(21))).toEqual(expired);
  expect(await choose(browser, flow, handler.id)).toMatchObject({ ok: true });
});

test("K4 an initial password is changed before anything else, the certificate is no way round", async () => {
  const browser = browserOf();
  const chosen = await choose(browser, await identified(browser), (await personOf("赵磊")).id);
  const done = await verify(browser, chosen.ok ? chosen.value.to : "", "15403720001");
  expect(done).toMatchObject({ value: { to: expect.stringContaining("/change-password?") } });
});

test("N2 of twelve answers to one challenge at once exactly one wins, and none later", async () => {
  const browser = browserOf();
  const challenge = await challengeOf(browser);
  const proofs = await Promise.all(Array.from({ length: 12 }, () => proofOf(hailan, challenge)));
  const answers = await Promise.all(proofs.map((proof) => submit(browser, proof)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer).toEqual(refused("CERTIFICATE_CHALLENGE_EXPIRED"));
  }
  expect(await submit(browser, await proofOf(hailan, challenge))).toEqual(
    refused("CERTIFICATE_CHALLENGE_EXPIRED"),
  );
});

test("N1 a challenge is worth nothing in another browser or bureau, after two minutes, or made up", async () => {
  const expired = refused("CERTIFICATE_CHALLENGE_EXPIRED");
  const browser = browserOf();
  const proof = () => challengeOf(browser).then((challenge) => proofOf(hailan, challenge));
  const stranger = browserOf();
  await challengeOf(stranger);
  expect(await submit(stranger, await proof())).toEqual(expired);
  expect(await submit(browserOf(), await proof())).toEqual(expired);
  expect(await submit(browser, await proof(), later(2))).toEqual(expired);
  expect(await submit(browser, { ...(await proof()), region: "yunnan" })).toEqual(expired);
  const [nonce, until = "", sealed] = (await challengeOf(browser)).split(".");
  const longer = [nonce, String(Number(until) + 60_000), sealed].join(".");
  for (const challenge of [longer, "", "..", randomBytes(32).toString("base64url")]) {
    expect(await submit(browser, await proofOf(hailan, challenge))).toEqual(expired);
  }
});

test("N1 a signature counts for the text, the bureau, the portal and the certificate it was made for", async () => {
  const wrong = refused("CERTIFICATE_SIGNATURE_WRONG", { field: "file" });
  const browser = browserOf();
  const attempt = async (more: Parameters<typeof proofOf>[2]) =>
    submit(browser, await proofOf(hailan, await challengeOf(browser), more));
  const another = await issueToEnterprise(authority.issuing, CHUNCHENG, NOW);
  const sameKey = await issueToEnterprise(authority.issuing, CHUNCHENG, NOW, { keys: hailan.keys });
  const swapped = (holder: Issued) => ({
    sent: { certificate: base64(derOf(holder.certificate)) },
  });
  const tampered = Buffer.from((await proofOf(hailan, "x")).signature, "base64");
  tampered[0] = (tampered[0] ?? 0) ^ 1;
  expect(await attempt({ sent: { signature: base64(tampered) } })).toEqual(wrong);
  expect(await attempt({ sent: { signature: "AAAA" } })).toEqual(wrong);
  expect(await attempt({ signedFor: "yunnan" })).toEqual(wrong);
  expect(await attempt({ origin: "https://evil.example" })).toEqual(wrong);
  expect(await attempt(swapped(another))).toEqual(wrong);
  expect(await attempt(swapped(sameKey))).toEqual(wrong);
  expect(await attempt({})).toMatchObject({ ok: true });
});

test("L12 an enterprise of another bureau, unknown, or without people has its own sentence", async () => {
  const elsewhere = await issueToEnterprise(authority.issuing, CHUNCHENG, NOW);
  const file = { field: "file" };
  expect(await signIn(elsewhere)).toEqual(refused("ENTERPRISE_UNKNOWN", file));
  expect(await signIn(elsewhere, browserOf(), "yunnan")).toMatchObject({ ok: true });
  for (const [number, status, code] of [
    [1, null, "ENTERPRISE_UNKNOWN"],
    [2, "ACTIVE", "NO_PERSON_TO_CHOOSE"],
    [3, "UNCONFIRMED", "ENTERPRISE_UNCONFIRMED"],
    [4, "CLOSED", "ENTERPRISE_UNKNOWN"],
  ] as const) {
    const enterprise = { name: `测试${number}号有限公司`, creditCode: creditCode(number) };
    const columns = { region: "qingdao", taxAuthority: "国家税务总局青岛市税务局" };
    if (status) await db.enterprise.create({ data: { ...enterprise, ...columns, status } });
    const issued = await issueToEnterprise(authority.issuing, enterprise, NOW);
    expect(await signIn(issued)).toEqual(refused(code, file));
  }
});

test("L12 where the bureau has no certificate login there is none", async () => {
  const unavailable = refused("CERTIFICATE_LOGIN_UNAVAILABLE");
  const browser = browserOf();
  for (const region of ["shandong", "nowhere"]) {
    expect(
      await inBrowser(browser, () => beginCertificateSignIn({ region }, { now: NOW })),
    ).toEqual(unavailable);
    const proof = await proofOf(hailan, "x", { region });
    expect(await submit(browser, proof)).toEqual(unavailable);
  }
});

test("L10 the human check comes first", async () => {
  const browser = browserOf();
  const proof = await proofOf(hailan, await challengeOf(browser), { sent: { humanCheck: "x" } });
  expect(await submit(browser, proof)).toEqual(
    refused("HUMAN_CHECK_FAILED", { field: "humanCheck" }),
  );
});

test("N1 a certificate is tried twenty times in ten minutes at most", async () => {
  const own = await issueToEnterprise(authority.issuing, HAILAN, NOW);
  for (let each = 0; each < 20; each++) expect(await signIn(own)).toMatchObject({ ok: true });
  expect(await signIn(own)).toMatchObject(refused("RATE_LIMITED"));
});

test("N1 oversized and malformed input is refused by its shape", async () => {
  const proof = await proofOf(hailan, "x");
  expect(certificateProof.safeParse(proof).success).toBe(true);
  const long = "A".repeat(12_000);
  for (const more of [
    { certificate: long },
    { certificate: "not base64!" },
    { certificate: "" },
    { intermediates: Array.from({ length: 4 }, () => proof.certificate) },
    { intermediates: [long] },
    { signature: long },
    { challenge: long },
    { agreement: false },
  ]) {
    expect(certificateProof.safeParse({ ...proof, ...more }).success).toBe(false);
  }
  const browser = browserOf();
  const garbage = { certificate: base64(randomBytes(600)) };
  const answer = await submit(
    browser,
    await proofOf(hailan, await challengeOf(browser), { sent: garbage }),
  );
  expect(answer).toEqual(refused("CERTIFICATE_UNREADABLE", { field: "file" }));
});

/** A request that came through the front server, which saw this certificate in TLS. */
async function presented(holder: Issued, headers: Record<string, string> = {}) {
  const chain = encodeURIComponent(pem("CERTIFICATE", derOf(holder.certificate)));
  const browser = newBrowser({
    "user-agent": "test",
    "x-client-certificate": chain,
    "x-client-certificate-secret": PROXY_SECRET,
    ...headers,
  });
  const form = { region: "qingdao", agreement: true as const, humanCheck: HUMAN };
  return inBrowser(browser, () => submitPresentedCertificate(form, { now: NOW }));
}

test("L12 a certificate the front server saw signs in, but only beside the secret both share", async () => {
  // The front server sends the holder's certificate alone: its issuer has to be a trust anchor itself.
  const { certificate, keys } = authority.root;
  const direct = await issueToEnterprise({ certificate, key: keys.privateKey }, HAILAN, NOW);
  expect(await presented(direct)).toMatchObject({
    ok: true,
    value: { to: expect.stringContaining("/qingdao/login/certificate?flow=") },
  });
  const nothing = refused("CERTIFICATE_NOT_PRESENTED");
  const secret = "x-client-certificate-secret";
  expect(await presented(direct, { [secret]: "d".repeat(43) })).toEqual(nothing);
  expect(await presented(direct, { [secret]: "" })).toEqual(nothing);
  for (const text of ["", "%", "garbage", encodeURIComponent("-----BEGIN CERTIFICATE-----")]) {
    expect(await presented(direct, { "x-client-certificate": text })).toEqual(nothing);
  }
  const stranger = await newAuthority(NOW);
  const foreign = await issueToEnterprise(stranger.issuing, HAILAN, NOW);
  expect(await presented(foreign)).toEqual(
    refused("CERTIFICATE_ISSUER_UNKNOWN", { field: "file" }),
  );
});
