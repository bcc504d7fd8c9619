import { notFound } from "next/navigation";
import { outboxIsShown, readOutbox } from "@/lib/server/gateways/outbox";

/** Messages of the embedded outbox as JSON, newest first; `?to=` narrows to one phone or mailbox. */
export async function GET(request: Request) {
  if (!outboxIsShown()) notFound();
  const to = new URL(request.url).searchParams.get("to") ?? undefined;
  return Response.json(await readOutbox(to), { headers: { "Cache-Control": "no-store" } });
}
