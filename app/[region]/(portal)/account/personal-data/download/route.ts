import { dayOf } from "@/lib/domain/china-time";
import { downloadPersonalData } from "@/lib/server/accounts/personal-data";
import { getOwnSession } from "@/lib/server/session";

type Context = { params: Promise<{ region: string }> };

/** What is kept about whoever is signed in, as a JSON file (个人信息保护法 45). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const session = await getOwnSession();
  if (session?.region !== (await params).region) {
    return Response.json({ error: 401 }, { status: 401 });
  }
  const now = new Date();
  const data = await downloadPersonalData(session, now);
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="personal-data-${dayOf(now)}.json"`,
      "Cache-Control": "no-store",
    },
  });
}
