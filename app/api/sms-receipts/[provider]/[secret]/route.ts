import { env } from "@/lib/server/env";
import { pushesReceipts, takeProviderReceipts } from "@/lib/server/gateways/provider-receipts";
import { sameSecret } from "@/lib/server/tokens";

type Context = { params: Promise<{ provider: string; secret: string }> };

/** Receipts (回执) of providers that do not sign them: the address itself is the secret. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { provider, secret } = await params;
  const { SMS_RECEIPT_SECRET: expected } = env();
  if (!expected || !pushesReceipts(provider) || !sameSecret(expected, secret)) {
    return new Response(null, { status: 404 });
  }
  const answer = await takeProviderReceipts(provider, await request.text(), new Date());
  return answer ? Response.json(answer) : new Response(null, { status: 400 });
}
