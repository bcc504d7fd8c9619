import { failure, type Result } from "@/lib/domain/result";
import { DATA_POLICY } from "@/lib/server/content-policy";
import { getOfficer } from "@/lib/server/hall/officer-session";
import { fileTooLong, longestFile } from "@/lib/server/imports/file-store";
import { receiveFile } from "@/lib/server/imports/receive-file";
import { uploadRefusal } from "@/lib/server/request-guard";

type Params = { params: Promise<{ run: string }> };

/** The file of a run, streamed: refused by its headers before anything of it is read. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const refused = uploadRefusal(request.headers, longestFile());
  if (refused) return answer(refused === 413 ? fileTooLong() : failure("UPLOAD_FAILED"), refused);
  const officer = await getOfficer();
  if (!officer) return answer(failure("SIGNED_OUT"), 401);
  if (officer.role === "AUDITOR") return answer(failure("OFFICER_ROLE_REQUIRED"), 403);
  if (!request.body) return answer(failure("FILE_EMPTY"), 400);
  const { run } = await params;
  const file = { body: request.body, announced: Number(request.headers.get("content-length")) };
  const result = await receiveFile(run, file, { officer, now: new Date() });
  return answer(result, result.ok ? 200 : 422);
}

function answer(result: Result, status: number): Response {
  return Response.json(result, {
    status,
    headers: { "content-security-policy": DATA_POLICY, "cache-control": "no-store" },
  });
}
