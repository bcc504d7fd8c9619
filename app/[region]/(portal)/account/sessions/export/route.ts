import { getOwnSession } from "@/lib/server/session";
import { historyFile } from "../../_components/history-file";

type Context = { params: Promise<{ region: string }> };

/** The history of whoever is signed in as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const session = await getOwnSession();
  if (session?.region !== (await params).region) {
    return Response.json({ error: 401 }, { status: 401 });
  }
  return historyFile(request, { personId: session.personId });
}
