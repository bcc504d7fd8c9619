import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request an outside service got. */
export type Received = { url: URL; headers: IncomingHttpHeaders; body: string };

/** An outside service on this machine that deals with each request as told; `close` it after the test. */
export async function loopbackService(deal: (request: Received, response: ServerResponse) => void) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
    const body = Buffer.concat(chunks).toString();
    const one = { url, headers: request.headers, body };
    received.push(one);
    deal(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
