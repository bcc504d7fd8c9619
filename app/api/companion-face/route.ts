import { readFaceSubmission, submitFaceForm } from "@/lib/server/companion/face-form";

/** Frames of a live face check, and for 采集实名信息 the photograph of the document. */
export async function POST(request: Request) {
  const submission = await readFaceSubmission(request);
  const result = submission.ok ? await submitFaceForm(submission.value) : submission;
  return Response.json(result, {
    status: submission.ok ? 200 : 400,
    headers: { "Cache-Control": "no-store" },
  });
}
