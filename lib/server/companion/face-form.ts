import "server-only";
import { z } from "zod";
import { FACE_LIMITS } from "@/lib/domain/face-challenge";
import { failure, type Result, success } from "@/lib/domain/result";
import { tooManyRequests } from "../address-limit";
import type { Frame } from "../face/check";
import { requestContext } from "../request";
import { submitFace } from "../scan/face-step";
import { submitCollection } from "./collect";

const MAX_FRAME_BYTES = 120_000;
const MAX_PHOTO_BYTES = 1_500_000;

const fields = z.object({
  check: z.string().min(1).max(64),
  /** A ticket, or the application whose signed-in person collects. */
  secret: z.string().length(43).optional(),
  app: z.enum(["TAX", "IIT", "LICENSE"]).optional(),
  at: z
    .string()
    .max(4000)
    .transform((text) => text.split(",").map(Number))
    .pipe(z.array(z.number().min(0).max(120_000)).min(1).max(FACE_LIMITS.maxFrames)),
});

type FaceSubmission = z.output<typeof fields> & { frames: Frame[]; photo: Buffer | null };

/** Reads what the camera page posts; `FACE_FRAMES_INVALID` when it is none, before any picture is decoded. */
export async function readFaceSubmission(request: Request): Promise<Result<FaceSubmission>> {
  const form = await request.formData().catch(() => null);
  if (!form) return failure("FACE_FRAMES_INVALID");
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const read = fields.safeParse({
    check: text("check"),
    secret: text("secret"),
    app: text("app"),
    at: text("at"),
  });
  const files = form.getAll("frame").filter((each) => each instanceof File);
  const photo = form.get("photo");
  if (!read.success || files.length !== read.data.at.length) return failure("FACE_FRAMES_INVALID");
  if (files.some(({ size }) => size === 0 || size > MAX_FRAME_BYTES)) {
    return failure("FACE_FRAMES_INVALID");
  }
  if (photo instanceof File && photo.size > MAX_PHOTO_BYTES) return failure("PICTURE_TOO_LARGE");
  const frames = await Promise.all(
    files.map(async (file, index) => ({
      at: read.data.at[index] ?? 0,
      jpeg: Buffer.from(await file.arrayBuffer()),
    })),
  );
  return success({
    ...read.data,
    frames,
    photo: photo instanceof File ? Buffer.from(await photo.arrayBuffer()) : null,
  });
}

/** Hands a submission to what it is for: a scanned ticket, or the collection of a signed-in person. */
export async function submitFaceForm({
  secret,
  app,
  check,
  frames,
  photo,
}: FaceSubmission): Promise<Result> {
  const context = await requestContext();
  const limited = await tooManyRequests(context);
  if (limited) return limited;
  if (secret) {
    return submitFace({ secret, check, frames, ...(photo && { photo }) }, context);
  }
  if (app && photo) return submitCollection({ app, check, frames, photo }, context);
  return failure("FACE_FRAMES_INVALID");
}
