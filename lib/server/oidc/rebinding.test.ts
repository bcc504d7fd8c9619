import "@/prisma/testing/demo-database";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { deliverLogouts } from "@/lib/server/oidc/deliver-logouts";
import { endSession } from "@/lib/server/sign-out";
import { relationId, sessionOf, signIn } from "@/prisma/testing/demo-session";
import { newClient, OidcBrowser, relyingParty, signInAt } from "@/prisma/testing/oidc";

// A name server in an attacker's hands: each question is answered by the next of these, the last one for ever.
const names = vi.hoisted(() => ({
  answers: [] as string[][],
  asked: [] as string[],
  silent: false,
}));
vi.mock("node:dns/promises", () => ({
  lookup: async (host: string) => {
    names.asked.push(host);
    if (names.silent) return new Promise(() => {});
    const now = names.answers.length > 1 ? names.answers.shift() : names.answers[0];
    return (now ?? []).map((address) => ({ address, family: 4 }));
  },
}));
// What waits for a while has waited long enough as soon as everything else has had its turn.
vi.mock("node:timers/promises", () => ({
  setTimeout: (_ms: number, value: unknown) =>
    new Promise((resolve) => setImmediate(resolve, value)),
}));

const servers: Server[] = [];
beforeEach(() => {
  names.asked = [];
  names.silent = false;
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Hosts that were called at one of this machine's addresses. */
async function listenAt(address: string, port = 0) {
  const called: string[] = [];
  const server = createServer((request, response) => {
    called.push(request.headers.host ?? "");
    response.end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  return { called, port: (server.address() as AddressInfo).port };
}

/** A logout that is due at an address; what came of it is returned. */
async function tell(backchannelLogoutUri: string) {
  const relation = await relationId("王芳", "泰岳");
  const token = await signIn("王芳", "shandong", { entry: "ENTERPRISE", relationId: relation });
  const client = await newClient({ backchannelLogoutUri });
  await signInAt(await relyingParty(client), new OidcBrowser(token));
  await endSession({ session: await sessionOf(token), now: new Date() });
  await deliverLogouts(new Date());
  return db.oidcLogoutDelivery.findFirstOrThrow({ where: { clientId: client.id } });
}

test("OIDC attack: a name that leads elsewhere when it is asked again (DNS rebinding) is asked once", async () => {
  const checked = await listenAt("127.0.0.2");
  const other = await listenAt("127.0.0.1", checked.port);
  names.answers = [["127.0.0.2"], ["127.0.0.1"]];
  const address = `told.localhost:${checked.port}`;
  expect((await tell(`http://${address}/logout`)).deliveredAt).not.toBeNull();
  expect(names.asked).toEqual(["told.localhost"]);
  expect(checked.called).toEqual([address]);
  expect(other.called).toEqual([]);
});

test("OIDC attack: a name that came to lead into a private network is not called, nor tried again", async () => {
  names.answers = [["8.8.8.8", "10.0.0.1"]];
  const { problem, nextAt, deliveredAt } = await tell("https://moved.example/logout");
  expect([problem, nextAt, deliveredAt]).toEqual(["CLIENT_URI_PRIVATE", null, null]);
});

test("OIDC a name that leads nowhere just now is tried again", async () => {
  names.answers = [[]];
  const { problem, nextAt } = await tell("https://away.example/logout");
  expect(problem).toBe("CLIENT_URI_UNKNOWN_HOST");
  expect(nextAt).not.toBeNull();
});

test("OIDC a name whose servers are silent is not waited for, and tried again", async () => {
  names.silent = true;
  const { problem, nextAt } = await tell("https://silent.example/logout");
  expect(names.asked).toEqual(["silent.example"]);
  expect(problem).toBe("CLIENT_URI_UNKNOWN_HOST");
  expect(nextAt).not.toBeNull();
});

test("OIDC a redirect is not followed: what is told is told to the registered address only", async () => {
  const { port, called } = await listenAt("127.0.0.1");
  const server = createServer((_request, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.2", resolve));
  names.answers = [["127.0.0.2"]];
  const { port: at } = server.address() as AddressInfo;
  expect((await tell(`http://led.localhost:${at}/logout`)).problem).toBe("HTTP_307");
  expect(called).toEqual([]);
});
