import { redirect } from "next/navigation";
import { importKindLabel } from "@/lib/labels";
import { beginImportForm } from "@/lib/schemas/imports";
import { problemsOf } from "@/lib/schemas/problems";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { exportRegistry } from "@/lib/server/imports/export";
import { csvStream } from "../_components/csv-headers";

/** 「导出」. A post, since it is recorded and its reason belongs into no address; `proxy.ts` lets only this site's pages send it. */
export async function POST(request: Request): Promise<Response> {
  const officer = await requireOfficer("SUPERVISOR");
  const form = Object.fromEntries(await request.formData());
  const parsed = beginImportForm.safeParse(form);
  if (!parsed.success) {
    const [problem] = problemsOf(parsed.error.issues);
    redirect(`/hall/imports?problem=${problem?.code ?? "INVALID"}`);
  }
  const lines = await exportRegistry(parsed.data, { officer, now: new Date() });
  return csvStream(importKindLabel(parsed.data.kind), lines);
}
