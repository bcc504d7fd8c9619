import { getOwnSession } from "@/lib/server/session";
import { historyFile } from "../../_components/history-file";
import { staffViewer } from "../../staff/_components/staff-viewer";

type Context = { params: Promise<{ region: string }> };

/** The records of the acting enterprise as a file, for its managers only. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const session = await getOwnSession();
  if (session?.region !== (await params).region) {
    return Response.json({ error: 401 }, { status: 401 });
  }
  const viewer = session.problem ? null : staffViewer(session, new Date());
  if (!viewer) return Response.json({ error: 403 }, { status: 403 });
  return historyFile(request, { enterpriseId: viewer.enterpriseId });
}
