import { createHumanCheck } from "@/lib/server/human-check";

export const dynamic = "force-dynamic";

/** A new challenge for 人机验证. */
export async function GET() {
  return Response.json(await createHumanCheck(new Date()), {
    headers: { "Cache-Control": "no-store" },
  });
}
