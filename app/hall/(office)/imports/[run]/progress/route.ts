import { getOfficer } from "@/lib/server/hall/officer-session";
import { importProgress } from "@/lib/server/imports/progress";

type Params = { params: Promise<{ run: string }> };

/** How far a run is, where server-sent events do not arrive. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const officer = await getOfficer();
  const mine = officer && officer.role !== "AUDITOR";
  const state = mine && (await importProgress((await params).run, officer));
  if (!state) return Response.json({ error: 404 }, { status: 404 });
  return Response.json({ state }, { headers: { "Cache-Control": "no-store" } });
}
