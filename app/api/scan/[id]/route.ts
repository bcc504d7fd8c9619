import { stateForBrowser } from "@/lib/server/scan/state";

type Context = { params: Promise<{ id: string }> };

/** State of a code, for the browser that shows it (Q4); where server-sent events do not arrive. */
export async function GET(_request: Request, { params }: Context) {
  const state = await stateForBrowser((await params).id, new Date());
  if (!state) return Response.json({ error: 404 }, { status: 404 });
  return Response.json({ state }, { headers: { "Cache-Control": "no-store" } });
}
