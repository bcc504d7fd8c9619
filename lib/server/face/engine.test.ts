import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, describe, expect, test, vi } from "vitest";
import {
  cameraFilm,
  framesOf,
  photographOfAnotherMan,
  photographOfTheMan,
} from "@/e2e/fixtures/face-media";
import { descriptorDistance, FACE_LIMITS } from "@/lib/domain/face-challenge";
import { createFaceEngine, type Description, faceEngine } from "@/lib/server/face/engine";
import { log } from "@/lib/server/log";

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), "face-engine-"));

afterAll(async () => {
  await faceEngine().stop();
  rmSync(folder, { recursive: true });
});

function facesOf(description: Description): number {
  return description.kind === "DESCRIBED" ? description.facts.faces : -1;
}

function descriptorOf(description: Description): readonly number[] {
  if (description.kind !== "DESCRIBED" || !description.facts.face) throw new Error("no face");
  return description.facts.face.descriptor;
}

describe("the face engine (人脸引擎)", () => {
  test("R4 tells the same man on two days from another man", async () => {
    const [frame] = await framesOf(await cameraFilm(["REST"]));
    const live = descriptorOf(await faceEngine().describeFrame(frame?.jpeg ?? Buffer.alloc(0)));
    const enrolled = descriptorOf(
      await faceEngine().describePhotograph(await photographOfTheMan()),
    );
    const other = descriptorOf(await faceEngine().describePhotograph(photographOfAnotherMan()));
    expect(live).toHaveLength(128);
    expect(descriptorDistance(live, enrolled)).toBeLessThan(FACE_LIMITS.samePerson);
    expect(descriptorDistance(live, other)).toBeGreaterThan(FACE_LIMITS.samePerson);
    expect(descriptorDistance(enrolled, other)).toBeGreaterThan(FACE_LIMITS.samePerson);
  });

  test("finds no face where there is none, and two where there are two", async () => {
    const photo = await sharp(photographOfAnotherMan()).resize(480, 480).toBuffer();
    const canvas = sharp({ create: { width: 960, height: 480, channels: 3, background: "grey" } });
    const empty = await canvas.clone().jpeg().toBuffer();
    const two = await canvas
      .clone()
      .composite([
        { input: photo, left: 0, top: 0 },
        { input: photo, left: 480, top: 0 },
      ])
      .jpeg()
      .toBuffer();
    expect(facesOf(await faceEngine().describeFrame(empty))).toBe(0);
    expect(facesOf(await faceEngine().describeFrame(two))).toBe(2);
  });

  test("gives the same facts for the same picture, alone or among others", async () => {
    const photo = photographOfAnotherMan();
    const [first, ...rest] = await Promise.all(
      Array.from({ length: 3 }, () => faceEngine().describePhotograph(photo)),
    );
    for (const each of rest) expect(each).toEqual(first);
  });

  test("leaves the event loop free while it works", async () => {
    let working = true;
    let turns = 0;
    const turn = () => {
      turns++;
      if (working) setImmediate(turn);
    };
    turn();
    await faceEngine().describePhotograph(photographOfAnotherMan());
    working = false;
    expect(turns).toBeGreaterThan(1_000);
  });

  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ["an empty file", () => Buffer.alloc(0)],
    ["a text", () => Buffer.from("not a picture")],
    ["a PNG", () => sharp(photographOfAnotherMan()).png().toBuffer()],
    ["half a JPEG", () => photographOfAnotherMan().subarray(0, 4_000)],
    [
      "a JPEG of too many bytes",
      () => Buffer.concat([photographOfAnotherMan(), Buffer.alloc(200_000)]),
    ],
    [
      "a JPEG of too many pixels",
      () =>
        sharp({ create: { width: 5000, height: 5000, channels: 3, background: "grey" } })
          .jpeg({ quality: 1 })
          .toBuffer(),
    ],
    ["an SVG that calls itself JPEG", () => Buffer.from("\xff\xd8\xff<svg/>", "latin1")],
  ])("refuses %s as a frame", async (_, make) => {
    expect(await faceEngine().describeFrame(await make())).toEqual({ kind: "NOT_A_PICTURE" });
  });
});

/** An engine whose thread runs this program instead. */
function engineRunning(
  program: string,
  settings: { pictureTimeoutMs?: number; idleMs?: number } = {},
) {
  const script = path.join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(
    script,
    `import { parentPort, threadId } from "node:worker_threads";
     const answer = (id) => parentPort.postMessage({ id, answer: { kind: "DESCRIBED", facts: { faces: threadId, brightness: 0, face: null } } });
     parentPort.on("message", ({ id, bytes }) => { ${program} });`,
  );
  return createFaceEngine({
    script,
    pictureTimeoutMs: 5_000,
    idleMs: 60_000,
    maxWaiting: 2,
    ...settings,
  });
}

const picture = (byte: number) => Buffer.from([0xff, 0xd8, 0xff, byte]);

describe("the thread of the engine", () => {
  test("R4 is replaced after a crash; only that picture is lost", async () => {
    const logged = vi.spyOn(log, "error");
    const engine = engineRunning("if (bytes[3] === 1) throw new Error('crash'); answer(id);");
    const [before, crashed, after] = await Promise.all(
      [0, 1, 0].map((byte) => engine.describeFrame(picture(byte))),
    );
    expect(crashed).toEqual({ kind: "UNAVAILABLE" });
    expect(before?.kind).toBe("DESCRIBED");
    expect(after?.kind).toBe("DESCRIBED");
    expect(after).not.toEqual(before);
    expect(logged).toHaveBeenCalledOnce();
    await engine.stop();
  });

  test("R4 is replaced when it hangs", async () => {
    const engine = engineRunning("if (bytes[3] === 1) for (;;); answer(id);", {
      pictureTimeoutMs: 500,
    });
    expect(await engine.describeFrame(picture(1))).toEqual({ kind: "UNAVAILABLE" });
    expect((await engine.describeFrame(picture(0))).kind).toBe("DESCRIBED");
    await engine.stop();
  });

  test("R4 refuses at once what would wait too long", async () => {
    const engine = engineRunning("setTimeout(() => answer(id), 50);");
    const kinds = await Promise.all(
      Array.from({ length: 5 }, async () => (await engine.describeFrame(picture(0))).kind),
    );
    expect(kinds).toEqual(["DESCRIBED", "DESCRIBED", "DESCRIBED", "UNAVAILABLE", "UNAVAILABLE"]);
    await engine.stop();
  });

  test("ends when there is no work, and begins anew", async () => {
    const engine = engineRunning("answer(id);", { idleMs: 30 });
    const first = await engine.describeFrame(picture(0));
    await sleep(300);
    const second = await engine.describeFrame(picture(0));
    expect(second.kind).toBe("DESCRIBED");
    expect(facesOf(second)).not.toBe(facesOf(first));
    await engine.stop();
  });

  test("knows no secrets", async () => {
    const engine = engineRunning(
      "parentPort.postMessage({ id, answer: { kind: 'DESCRIBED', facts: { faces: Object.keys(process.env).length, brightness: 0, face: null } } });",
    );
    expect(facesOf(await engine.describeFrame(picture(0)))).toBe(0);
    await engine.stop();
  });
});
