import { bindBrowser } from "@/lib/server/flow-store";
import { createHumanCheck } from "@/lib/server/human-check";

export const dynamic = "force-dynamic";

/** A new challenge for 人机验证; whoever asks is about to start a flow and gets the cookie that binds it. */
export async function GET() {
  await bindBrowser({ renew: true });
  return Response.json(await createHumanCheck(new Date()), {
    headers: { "Cache-Control": "no-store" },
  });
}
