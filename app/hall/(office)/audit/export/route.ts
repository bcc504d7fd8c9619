import { csvStream } from "@/app/_components/csv-stream";
import { dayOf } from "@/lib/domain/china-time";
import { auditCsv } from "@/lib/server/audit-trail/pages";
import { getOfficer } from "@/lib/server/hall/officer-session";

/** The file of one export, for the officer who asked for it, once. */
export async function GET(request: Request): Promise<Response> {
  const officer = await getOfficer();
  if (!officer) return Response.json({ error: 401 }, { status: 401 });
  if (officer.role === "COUNTER") return Response.json({ error: 403 }, { status: 403 });
  const now = new Date();
  const file = new URL(request.url).searchParams.get("file") ?? "";
  const lines = /^\d{1,9}$/.test(file) ? await auditCsv(Number(file), { officer, now }) : null;
  if (!lines) return Response.json({ error: 404 }, { status: 404 });
  return csvStream(`audit-${dayOf(now)}`, lines);
}
