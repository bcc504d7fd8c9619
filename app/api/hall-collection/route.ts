import { submitCollectionAtCounter } from "@/lib/server/hall/collect-request";

/** 实名信息采集 at a counter, with the photograph. */
export async function POST(request: Request) {
  return Response.json(await submitCollectionAtCounter(request), {
    headers: { "Cache-Control": "no-store" },
  });
}
