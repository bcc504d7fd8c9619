import { isReady } from "@/lib/server/runtime/readiness";

export const dynamic = "force-dynamic";

/** Whether requests may be sent here (就绪检查). Why not is in the log. */
export async function GET() {
  const ready = await isReady();
  return Response.json(
    { status: ready ? "ready" : "unavailable" },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
