import "@/prisma/testing/empty-database";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  cameraFilm,
  framesOf,
  photographOfAnotherMan,
  photographOfTheMan,
  type Scene,
} from "@/e2e/fixtures/face-media";
import { CHALLENGES, type Prompt } from "@/lib/domain/face-challenge";
import type { Result } from "@/lib/domain/result";
import { db } from "@/lib/server/db";
import { beginFaceCheck, type Frame, submitFrames } from "@/lib/server/face/check";
import { faceEngine } from "@/lib/server/face/engine";
import { enrolFromPhotograph } from "@/lib/server/face/references";
import { personSubject } from "@/lib/server/face/subject";
import type { FaceGateway, FaceVerdict } from "@/lib/server/gateways/face";
import { embeddedFaceGateway } from "@/lib/server/gateways/face-embedded";

vi.setConfig({ testTimeout: 120_000 });

const provider = vi.hoisted(() => ({ current: null as FaceGateway | null }));
vi.mock("@/lib/server/gateways/face-provider", () => ({
  faceGateway: () => provider.current ?? embeddedFaceGateway,
}));

/** 09:00 in Shanghai. */
const NOW = new Date("2026-03-02T01:00:00Z");
const FOLLOWED: Prompt[] = ["OPEN_MOUTH", "TURN_RIGHT", "TURN_LEFT"];
const later = (ms: number) => new Date(NOW.getTime() + ms);

/** Frames that occur in several tests are looked at once: the engine says the same each time (engine.test.ts). */
function rememberFrames(): void {
  const engine = faceEngine();
  const describeFrame = engine.describeFrame;
  const known = new Map<string, ReturnType<typeof describeFrame>>();
  vi.spyOn(engine, "describeFrame").mockImplementation((jpeg) => {
    const key = Buffer.from(jpeg).toString("base64");
    const description = known.get(key) ?? describeFrame(jpeg);
    known.set(key, description);
    return description;
  });
}

beforeAll(rememberFrames);
afterAll(() => faceEngine().stop());

beforeEach(() => {
  provider.current = null;
});

let people = 0;

async function newPerson({
  photo,
  account = true,
}: {
  photo?: Uint8Array;
  account?: boolean;
} = {}) {
  const { id } = await db.person.create({
    data: {
      name: "测试",
      documentType: "RESIDENT_ID",
      documentNumberCipher: "-",
      documentNumberIndex: `person-${people++}`,
      ...(account && { account: { create: { passwordHash: "-" } } }),
    },
    select: { id: true },
  });
  if (photo) {
    const enrolled = await enrolFromPhotograph({
      subject: personSubject(id),
      photo,
      source: "HALL",
      consentedAt: NOW,
      actor: { kind: "OFFICER", id: "officer", region: "shandong" },
      now: NOW,
    });
    expect(enrolled.ok).toBe(true);
  }
  return id;
}

function begin(personId: string, rest: Partial<Parameters<typeof beginFaceCheck>[0]> = {}) {
  const chosen = CHALLENGES.findIndex((challenge) => challenge.join() === FOLLOWED.join());
  return beginFaceCheck({
    subject: personSubject(personId),
    purpose: "LOGIN",
    region: "shandong",
    now: NOW,
    random: () => (chosen + 0.5) / CHALLENGES.length,
    ...rest,
  });
}

async function check(
  personId: string,
  frames: readonly Frame[],
  {
    begun = {},
    ...rest
  }: { begun?: Parameters<typeof begin>[1]; now?: Date; documentPhoto?: Uint8Array } = {},
) {
  const started = await begin(personId, begun);
  if (!started.ok) return started;
  return submitFrames(started.value.id, frames, { now: later(30_000), ...rest });
}

const film = async (...scenes: Scene[]) => framesOf(await cameraFilm(scenes));
const codeOf = (result: Result<unknown>) => (result.ok ? "PASSED" : result.problems[0]?.code);
const leftOf = (result: Result<unknown>) => (result.ok ? null : result.problems[0]?.params?.left);
/** One frame that is never looked at, and never the same. */
const some = (): Frame[] => [{ at: 0, jpeg: randomBytes(16) }];

function answering(verdict: FaceVerdict, knows = true): void {
  provider.current = { provider: "fake", knows: async () => knows, compare: async () => verdict };
}

async function failuresOf(personId: string): Promise<number> {
  const row = await db.authenticationCounter.findFirst({
    where: { account: { personId }, method: "FACE" },
    select: { failures: true },
  });
  return row?.failures ?? 0;
}

describe("a face check with the embedded engine", () => {
  test("R4 passes for the man who follows the prompts; his enrolment is of another day", async () => {
    const personId = await newPerson({ photo: await photographOfTheMan() });
    const result = await check(personId, await film("REST", ...FOLLOWED));
    expect(result).toEqual({ ok: true, value: personSubject(personId) });
    const event = await db.auditEvent.findFirst({ where: { personId, action: "FACE_CHECK" } });
    expect(event).toMatchObject({ outcome: "OK", region: "shandong" });
    expect(await failuresOf(personId)).toBe(0);
  });

  test("K1 refuses the same film for another person, and counts it", async () => {
    const personId = await newPerson({ photo: photographOfAnotherMan() });
    const result = await check(personId, await film("REST", ...FOLLOWED));
    expect(codeOf(result)).toBe("FACE_NOT_SAME_PERSON");
    expect(leftOf(result)).toBe(4);
    expect(await failuresOf(personId)).toBe(1);
  });

  test.each<[string, Scene[], string, number]>([
    ["a still picture", ["STILL", "STILL"], "FACE_STILL_PICTURE", 1],
    [
      "prompts in another order",
      ["REST", "TURN_RIGHT", "OPEN_MOUTH"],
      "FACE_PROMPT_NOT_FOLLOWED",
      1,
    ],
    ["nobody", ["NOBODY"], "FACE_NO_FACE", 0],
    ["two people", ["TWO_PEOPLE"], "FACE_TWO_FACES", 0],
    ["the dark", ["DARK"], "FACE_TOO_DARK", 0],
  ])("R4 refuses %s", async (_, scenes, code, failures) => {
    const personId = await newPerson({ photo: await photographOfTheMan() });
    expect(codeOf(await check(personId, await film(...scenes)))).toBe(code);
    expect(await failuresOf(personId)).toBe(failures);
  });

  test("Q7 compares with the document of someone who has nothing enrolled", async () => {
    const personId = await newPerson({ account: false });
    const begun = { purpose: "REAL_NAME", withDocument: true } as const;
    const frames = await film("REST", ...FOLLOWED);
    const documentPhoto = await photographOfTheMan();
    expect(codeOf(await check(personId, frames, { begun, documentPhoto }))).toBe("PASSED");
    const documentOfOther = photographOfAnotherMan();
    const impostor = await newPerson({ account: false });
    const refused = await check(impostor, frames, { begun, documentPhoto: documentOfOther });
    expect(codeOf(refused)).toBe("FACE_NOT_SAME_PERSON");
    expect(leftOf(refused)).toBeUndefined();
  });

  test("R4 does not count frames that are no pictures", async () => {
    const personId = await newPerson({ photo: await photographOfTheMan() });
    expect(codeOf(await check(personId, some()))).toBe("FACE_FRAMES_INVALID");
    expect(await failuresOf(personId)).toBe(0);
  });
});

describe("a face check", () => {
  test("B6 is decided once: frames sent again, or twice at once, are refused", async () => {
    answering({ kind: "PASSED" });
    const begun = await begin(await newPerson());
    const id = begun.ok ? begun.value.id : "";
    const results = await Promise.all(
      Array.from({ length: 4 }, () => submitFrames(id, some(), { now: later(5_000) })),
    );
    expect(results.map(codeOf).sort()).toEqual([
      "FACE_CHECK_ENDED",
      "FACE_CHECK_ENDED",
      "FACE_CHECK_ENDED",
      "PASSED",
    ]);
    expect(codeOf(await submitFrames("unknown", some(), { now: NOW }))).toBe("FACE_CHECK_ENDED");
  });

  test("B6 is not passed by frames of an earlier check, nor by some of them among others", async () => {
    answering({ kind: "PASSED" });
    const personId = await newPerson();
    const frames = Array.from({ length: 9 }, (_, at) => ({ at, jpeg: randomBytes(16) }));
    expect(codeOf(await check(personId, frames))).toBe("PASSED");
    expect(codeOf(await check(personId, frames))).toBe("FACE_REPLAYED");
    expect(codeOf(await check(personId, [...frames, ...some()]))).toBe("FACE_REPLAYED");
    expect(await failuresOf(personId)).toBe(2);
    expect(codeOf(await check(await newPerson(), frames))).toBe("PASSED");
  });

  test("R4 is timed out after the challenge and the time to send it", async () => {
    answering({ kind: "PASSED" });
    const personId = await newPerson();
    expect(codeOf(await check(personId, some(), { now: later(59_999) }))).toBe("PASSED");
    expect(codeOf(await check(personId, some(), { now: later(60_000) }))).toBe("FACE_TIMED_OUT");
    expect(await failuresOf(personId)).toBe(0);
  });

  test.each<[string, Frame[]]>([
    ["none", []],
    [
      "more than the engine looks at",
      Array.from({ length: 61 }, (_, i) => ({ at: i, jpeg: Buffer.alloc(0) })),
    ],
    ["from later than now", [{ at: 31_000, jpeg: Buffer.alloc(0) }]],
    ["from before it began", [{ at: -1, jpeg: Buffer.alloc(0) }]],
    ["from no time", [{ at: Number.NaN, jpeg: Buffer.alloc(0) }]],
  ])("R4 refuses frames that cannot be of this check: %s", async (_, frames) => {
    answering({ kind: "PASSED" });
    expect(codeOf(await check(await newPerson(), frames))).toBe("FACE_FRAMES_INVALID");
  });

  test("R4 a busy provider is no failure of the person", async () => {
    answering({ kind: "UNAVAILABLE", cause: "TIMEOUT" });
    const personId = await newPerson();
    expect(codeOf(await check(personId, some()))).toBe("FACE_SERVICE_BUSY");
    expect(await failuresOf(personId)).toBe(0);
  });

  test("R4 without a photograph leads to the hall, before and after the film", async () => {
    answering({ kind: "PASSED" }, false);
    const personId = await newPerson();
    expect(codeOf(await begin(personId))).toBe("FACE_NO_REFERENCE");
    answering({ kind: "NO_REFERENCE" });
    expect(codeOf(await check(personId, some()))).toBe("FACE_NO_REFERENCE");
    expect(await failuresOf(personId)).toBe(0);
  });

  test("K1 five faces that are someone else's lock the face until midnight; a pass before forgets them", async () => {
    const personId = await newPerson();
    const refused: FaceVerdict = { kind: "REFUSED", reason: "NOT_SAME_PERSON" };
    answering(refused);
    for (const left of [4, 3]) expect(leftOf(await check(personId, some()))).toBe(left);
    answering({ kind: "PASSED" });
    expect(codeOf(await check(personId, some()))).toBe("PASSED");
    answering(refused);
    for (const left of [4, 3, 2, 1]) expect(leftOf(await check(personId, some()))).toBe(left);
    expect(codeOf(await check(personId, some()))).toBe("ACCOUNT_LOCKED");
    answering({ kind: "PASSED" });
    expect(codeOf(await begin(personId))).toBe("ACCOUNT_LOCKED");
    expect(codeOf(await begin(personId, { now: new Date("2026-03-02T16:00:00Z") }))).toBe("PASSED");
  });

  test("K1 a check begun before the lock cannot be used after it", async () => {
    answering({ kind: "REFUSED", reason: "NOT_SAME_PERSON" });
    const personId = await newPerson();
    const begun = await Promise.all(Array.from({ length: 8 }, () => begin(personId)));
    const results = await Promise.all(
      begun.map((each) =>
        submitFrames(each.ok ? each.value.id : "", some(), { now: later(9_000) }),
      ),
    );
    const compared = await db.faceCheck.count({ where: { personId, outcome: "NOT_SAME_PERSON" } });
    expect(compared).toBe(5);
    expect(results.filter(({ ok }) => ok)).toEqual([]);
    expect(await failuresOf(personId)).toBe(5);
  });

  test.each([
    ["xizang", "LOGIN", "ACCOUNT_LOCKED"],
    ["xizang", "FORGOT_PASSWORD", "PASSED"],
    ["shandong", "LOGIN", "PASSED"],
    ["shandong", "UNLOCK", "PASSED"],
  ] as const)("K1 a locked password at %s: face for %s → %s", async (region, purpose, code) => {
    answering({ kind: "PASSED" });
    const personId = await newPerson();
    const account = await db.account.findUniqueOrThrow({
      where: { personId },
      select: { id: true },
    });
    await db.authenticationCounter.create({
      data: { accountId: account.id, method: "PASSWORD", day: "2026-03-02", failures: 5 },
    });
    expect(codeOf(await begin(personId, { region, purpose }))).toBe(code);
  });

  test("N1 begins ten times in ten minutes at most", async () => {
    answering({ kind: "PASSED" });
    const personId = await newPerson();
    const codes = [];
    for (let each = 0; each < 11; each++) codes.push(codeOf(await begin(personId)));
    expect(codes).toEqual([...Array.from({ length: 10 }, () => "PASSED"), "RATE_LIMITED"]);
    expect(codeOf(await begin(personId, { now: later(600_000) }))).toBe("PASSED");
  });

  test("R4 a document stands in only where nothing is enrolled, for the purposes that begin so, and as agreed", async () => {
    answering({ kind: "PASSED" }, false);
    const personId = await newPerson();
    const document = { documentPhoto: Buffer.alloc(1) };
    expect(codeOf(await begin(personId, { withDocument: true }))).toBe("FACE_NO_REFERENCE");
    const collecting = { purpose: "REAL_NAME", withDocument: true } as const;
    expect(codeOf(await check(personId, some(), { begun: collecting, ...document }))).toBe(
      "PASSED",
    );
    expect(codeOf(await check(personId, some(), { begun: collecting }))).toBe(
      "FACE_FRAMES_INVALID",
    );
    answering({ kind: "PASSED" });
    const known = await begin(personId, collecting);
    expect(known.ok && known.value.withDocument).toBe(false);
    expect(codeOf(await check(personId, some(), { begun: collecting, ...document }))).toBe(
      "FACE_FRAMES_INVALID",
    );
  });

  test("challenges are by chance when nothing else is said", async () => {
    answering({ kind: "PASSED" });
    const seen = new Set<string>();
    for (let each = 0; each < 40; each++) {
      const begun = await begin(await newPerson({ account: false }), { random: undefined });
      if (begun.ok) seen.add(begun.value.challenge.join());
    }
    expect(seen.size).toBeGreaterThan(4);
  });
});
