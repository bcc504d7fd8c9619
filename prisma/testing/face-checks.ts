import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { cameraFilm, framesOf, type Scene } from "@/e2e/fixtures/face-media";
import { CHALLENGES, type Prompt } from "@/lib/domain/face-challenge";
import type { Result } from "@/lib/domain/result";
import { db } from "@/lib/server/db";
import { beginFaceCheck, type Frame, submitFrames } from "@/lib/server/face/check";
import { enrolFromPhotograph } from "@/lib/server/face/references";
import { personSubject } from "@/lib/server/face/subject";

/** 09:00 in Shanghai. */
export const NOW = new Date("2026-03-02T01:00:00Z");
export const FOLLOWED: Prompt[] = ["OPEN_MOUTH", "TURN_RIGHT", "TURN_LEFT"];
export const later = (ms: number) => new Date(NOW.getTime() + ms);

let people = 0;

/** Someone to look at, with or without a photograph enrolled at a hall. */
export async function newPerson({
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

/** A check begun with the challenge that the films follow. */
export function begin(personId: string, rest: Partial<Parameters<typeof beginFaceCheck>[0]> = {}) {
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

/** A whole check: begun, and its frames sent half a minute later. */
export async function check(
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

/** The frames a phone would send of these scenes. */
export const film = async (...scenes: Scene[]) => framesOf(await cameraFilm(scenes));
export const codeOf = (result: Result<unknown>) =>
  result.ok ? "PASSED" : result.problems[0]?.code;
export const leftOf = (result: Result<unknown>) =>
  result.ok ? null : result.problems[0]?.params?.left;
/** One frame that is never looked at, and never the same. */
export const some = (): Frame[] => [{ at: 0, jpeg: randomBytes(16) }];

/** Failures of the face counted against the account. */
export async function failuresOf(personId: string): Promise<number> {
  const row = await db.authenticationCounter.findFirst({
    where: { account: { personId }, method: "FACE" },
    select: { failures: true },
  });
  return row?.failures ?? 0;
}
