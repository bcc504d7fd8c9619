import type { Recorded } from "@/components/face/record-challenge";
import type { Result } from "@/lib/domain/result";

type Submission = {
  check: string;
  frames: readonly Recorded[];
  /**
   * What the check is for: a scanned code, or an application's signed-in person; with the photograph of a document where
   * nothing is enrolled.
   */
  subject: { secret: string; photo?: Blob } | { app: string; photo: Blob };
};

/** Sends the pictures of a check; the answer is the server's decision. */
export async function submitFrames({ check, frames, subject }: Submission): Promise<Result> {
  const form = new FormData();
  form.set("check", check);
  form.set("at", frames.map(({ at }) => at).join(","));
  for (const [name, value] of Object.entries(subject)) form.set(name, value);
  for (const { jpeg } of frames) form.append("frame", jpeg, "frame.jpg");
  try {
    const answer = await fetch("/api/companion-face", { method: "POST", body: form });
    return (await answer.json()) as Result;
  } catch {
    return { ok: false, problems: [{ code: "NETWORK" }] };
  }
}
