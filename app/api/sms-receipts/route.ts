import { env } from "@/lib/server/env";
import { takeReceipts } from "@/lib/server/gateways/receipts";

/** Receipts (回执) of the short message platform. */
export async function POST(request: Request): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? "";
  const receipts = {
    timestamp: header("x-timestamp"),
    nonce: header("x-nonce"),
    signature: header("x-signature"),
    text: await request.text(),
  };
  const status = await takeReceipts(receipts, env().SMS_KEY, new Date());
  return new Response(null, { status });
}
