import "server-only";
import type { Result } from "@/lib/domain/result";
import { failure } from "@/lib/domain/result";
import { collectForm } from "@/lib/schemas/hall";
import { collectAtCounter } from "./collect";
import { officerAction } from "./officer-action";
import { getOfficer } from "./officer-session";

const MAX_PHOTO_BYTES = 1_500_000;

/** 「提交」 of 实名信息采集: the fields as JSON and the photograph beside them, too large for a server action. */
export async function submitCollectionAtCounter(request: Request): Promise<Result<{ to: string }>> {
  // Megabytes are read of officers only.
  if (!(await getOfficer())) return failure("SIGNED_OUT");
  const form = await request.formData().catch(() => null);
  const photo = form?.get("photo");
  if (!(photo instanceof File) || photo.size === 0) {
    return failure("PHOTOGRAPH_REQUIRED", { field: "photo" });
  }
  if (photo.size > MAX_PHOTO_BYTES) return failure("PICTURE_TOO_LARGE", { field: "photo" });
  const bytes = Buffer.from(await photo.arrayBuffer());
  const collect = officerAction(
    { input: collectForm, roles: ["COUNTER", "SUPERVISOR"] },
    (input, context) => collectAtCounter({ ...input, photo: bytes }, context),
  );
  return collect(readFields(form?.get("fields")));
}

function readFields(text: FormDataEntryValue | null | undefined): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
