import { eventAnswer } from "@/lib/server/event-stream";
import { getOfficer } from "@/lib/server/hall/officer-session";
import { importEvents } from "@/lib/server/imports/progress";

type Params = { params: Promise<{ run: string }> };

/** How far a run is, as server-sent events. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const officer = await getOfficer();
  const mine = officer && officer.role !== "AUDITOR";
  return eventAnswer(mine ? await importEvents((await params).run, officer, request.signal) : null);
}
