import "@/prisma/testing/empty-database";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { photographOfAnotherMan, photographOfTheMan, type Scene } from "@/e2e/fixtures/face-media";
import { db } from "@/lib/server/db";
import { faceEngine } from "@/lib/server/face/engine";
import { personSubject } from "@/lib/server/face/subject";
import {
  check,
  codeOf,
  FOLLOWED,
  failuresOf,
  film,
  leftOf,
  newPerson,
  some,
} from "@/prisma/testing/face-checks";

vi.setConfig({ testTimeout: 120_000 });
vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));

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
    const begun = { purpose: "REAL_NAME", withDocument: "WHERE_UNKNOWN" } as const;
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
