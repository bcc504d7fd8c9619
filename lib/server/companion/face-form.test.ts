import { expect, test, vi } from "vitest";
import { FACE_LIMITS } from "@/lib/domain/face-challenge";
import { readFaceSubmission } from "./face-form";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

type Sent = { at?: string; frames?: number; frameBytes?: number; photoBytes?: number };

/** What a phone would post, but for what `sent` says. */
function posted({ at = "0,400", frames = 2, frameBytes = 20, photoBytes = 0 }: Sent = {}) {
  const form = new FormData();
  form.set("check", "check");
  form.set("secret", "s".repeat(43));
  form.set("at", at);
  const file = (bytes: number) => new File([new Uint8Array(bytes)], "x.jpg");
  for (let each = 0; each < frames; each++) form.append("frame", file(frameBytes));
  if (photoBytes > 0) form.set("photo", file(photoBytes));
  return new Request("http://portal/api/companion-face", { method: "POST", body: form });
}

test("R4 frames are read with their times", async () => {
  const read = await readFaceSubmission(posted());
  expect(read).toMatchObject({
    ok: true,
    value: { check: "check", frames: [{ at: 0 }, { at: 400 }], photo: null },
  });
});

const tooMany = FACE_LIMITS.maxFrames + 1;

test.each<[string, Sent, string]>([
  ["more times than frames", { at: "0,400,800" }, "FACE_FRAMES_INVALID"],
  ["a time that is no number", { at: "0,x" }, "FACE_FRAMES_INVALID"],
  ["a time before the first prompt", { at: "-1,400" }, "FACE_FRAMES_INVALID"],
  ["no frames", { at: "", frames: 0 }, "FACE_FRAMES_INVALID"],
  ["an empty frame", { frameBytes: 0 }, "FACE_FRAMES_INVALID"],
  ["a frame that is too large", { frameBytes: 120_001 }, "FACE_FRAMES_INVALID"],
  [
    "too many frames",
    { at: Array.from({ length: tooMany }, (_, index) => index).join(), frames: tooMany },
    "FACE_FRAMES_INVALID",
  ],
  ["a document that is too large", { photoBytes: 1_500_001 }, "PICTURE_TOO_LARGE"],
])("R4 %s: refused before any picture is decoded", async (_, sent, code) => {
  expect(await readFaceSubmission(posted(sent))).toEqual({ ok: false, problems: [{ code }] });
});

test("R4 what is no form is refused", async () => {
  const request = new Request("http://portal/api/companion-face", { method: "POST", body: "x" });
  expect(await readFaceSubmission(request)).toEqual({
    ok: false,
    problems: [{ code: "FACE_FRAMES_INVALID" }],
  });
});
