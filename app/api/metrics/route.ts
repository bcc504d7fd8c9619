import { readMetrics } from "@/lib/server/metrics/access";

export const dynamic = "force-dynamic";

/** Measurements for Prometheus (监控指标), with the token of the deployment only. */
export async function GET(request: Request) {
  const metrics = await readMetrics(request.headers.get("authorization"));
  if (metrics === "NOT_OFFERED") return Response.json({ error: 404 }, { status: 404 });
  if (metrics === "REFUSED") {
    const headers = { "WWW-Authenticate": "Bearer" };
    return Response.json({ error: 401 }, { status: 401, headers });
  }
  const headers = { "Content-Type": metrics.type, "Cache-Control": "no-store" };
  return new Response(metrics.text, { headers });
}
