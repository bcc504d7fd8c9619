import "@/prisma/testing/empty-database";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import type { OutgoingMessage } from "@/lib/server/gateways/message";
import { smtpGateway } from "@/lib/server/gateways/smtp";

const NOW = new Date("2026-03-02T01:00:00Z");
const FROM = "portal@etax.example";
const MESSAGE: OutgoingMessage = {
  channel: "EMAIL",
  to: "yuki@example.com",
  purpose: "REGISTER",
  text: "【国家税务总局山东省电子税务局】验证码123456，用于用户注册\n@localhost #123456",
};

type Received = { from: string; to: string[]; source: string };

const opened: { close(done?: () => void): unknown }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close(() => undefined);
});

/** On this machine as well, but not by the names that count as such. */
const ELSEWHERE = "127.0.0.2";

/** A mail server on this machine, and what it was given. */
async function mailServer(options: SMTPServerOptions = {}, { user = "", host = "127.0.0.1" } = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...options,
  });
  // A client that breaks off is no failure of the test.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  opened.push(server);
  const { port } = server.server.address() as AddressInfo;
  const url = `smtp://${user}${host}:${port}`;
  return { received, url, gateway: through(url) };
}

const through = (...urls: string[]) => smtpGateway({ urls, from: FROM, timeoutMs: 1000 });

/** A server that deals with whoever connects as told; returns its address. */
async function listening(deal: (socket: Socket) => void): Promise<string> {
  const server = createServer(deal);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push(server);
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The text of a mail's only part. */
function bodyOf(source: string): string {
  const [, body = ""] = source.split("\r\n\r\n");
  return /base64/i.test(source) ? Buffer.from(body, "base64").toString() : body;
}

test("R3 a code goes to the mailbox through a mail server", async () => {
  const { gateway, received } = await mailServer();
  expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ accepted: true, provider: "smtp" });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: FROM, to: ["yuki@example.com"] });
  expect(bodyOf(received[0]?.source ?? "")).toContain("123456");
  const row = await db.outboundMessage.findFirstOrThrow({ where: { provider: "smtp" } });
  expect(row).toMatchObject({ status: "ACCEPTED", channel: "EMAIL", textCipher: null });
});

test("R3 signs in to a mail server with the name and password of its address", async () => {
  const names: string[] = [];
  const { gateway } = await mailServer(
    {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username = "", password = "" }, _session, done) {
        names.push(`${username} ${password}`);
        done(null, { user: username });
      },
    },
    { user: "portal%40etax.example:p%23ss@" },
  );
  expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ accepted: true });
  expect(names).toEqual(["portal@etax.example p#ss"]);
});

test("B16 a mailbox the server refuses is an answer, kept without the server's words", async () => {
  const { gateway } = await mailServer({
    onRcptTo: (_address, _session, done) => {
      done(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
    },
  });
  expect(await gateway.send({ ...MESSAGE, to: "nobody@example.com" }, NOW)).toEqual({
    accepted: false,
    provider: "smtp",
    reason: "SMTP_550",
  });
  const row = await db.outboundMessage.findFirstOrThrow({ where: { status: "REFUSED" } });
  expect(row.failure).toBe("SMTP_550");
});

test("B16 a silent server ends in a time-out", async () => {
  const url = await listening(() => undefined);
  const gateway = smtpGateway({ urls: [url], from: FROM, timeoutMs: 100 });
  expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ accepted: false, reason: "TIMEOUT" });
});

test("B16 a connection that fails is tried once more, and then is an answer", async () => {
  let connections = 0;
  const url = await listening((socket) => {
    connections += 1;
    socket.destroy();
  });
  expect(await through(url).send(MESSAGE, NOW)).toMatchObject({ reason: "NETWORK" });
  expect(connections).toBe(2);
});

test("B16 a server that is down, puts us off or does not know us: the next one gets the mail", async () => {
  const refusing = (responseCode: number) => ({
    onMailFrom: (_address: unknown, _session: unknown, done: (error: Error) => void) =>
      done(Object.assign(new Error("not now"), { responseCode })),
  });
  const [busy, strange, second] = [
    await mailServer(refusing(451)),
    await mailServer(refusing(550)),
    await mailServer(),
  ];
  for (const first of ["smtp://127.0.0.1:1", busy.url, strange.url]) {
    expect(await through(first, second.url).send(MESSAGE, NOW)).toMatchObject({ accepted: true });
  }
  expect(second.received).toHaveLength(3);
  expect(await through(busy.url).send(MESSAGE, NOW)).toMatchObject({ reason: "SMTP_451" });
});

test("B16 a mailbox that one server refuses is asked for at no other", async () => {
  const first = await mailServer({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error("no such mailbox"), { responseCode: 550 })),
  });
  const second = await mailServer();
  const gateway = through(first.url, second.url);
  expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ reason: "SMTP_550" });
  expect(second.received).toHaveLength(0);
});

test("N1 nothing goes unencrypted to another machine, password and code least of all", async () => {
  const heard: string[] = [];
  const stripped = await mailServer(
    {
      onAuth({ username = "" }, _session, done) {
        heard.push(username);
        done(null, { user: username });
      },
      allowInsecureAuth: true,
    },
    { host: ELSEWHERE, user: "portal:password@" },
  );
  expect(await stripped.gateway.send(MESSAGE, NOW)).toMatchObject({ accepted: false });
  expect(stripped.received).toHaveLength(0);
  expect(heard).toEqual([]);
});

test.each([false, true])(
  "N1 a mail server whose certificate nobody vouches for gets nothing (TLS from the start: %s)",
  async (secure) => {
    const options = { secure, disabledCommands: [] };
    const { received, url } = await mailServer(options, { host: ELSEWHERE });
    const gateway = through(secure ? url.replace("smtp:", "smtps:") : url);
    expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ accepted: false });
    expect(received).toHaveLength(0);
  },
);

test.each([
  "yuki@example.com\r\nBcc: other@example.com",
  "yuki@example.com, other@example.com",
  '"yuki\n"@example.com',
  "<yuki@example.com>",
])("N1 e-mail header injection: nothing is sent to %j", async (to) => {
  const { gateway, received } = await mailServer();
  expect(await gateway.send({ ...MESSAGE, to }, NOW)).toMatchObject({
    accepted: false,
    reason: "ADDRESS_INVALID",
  });
  expect(received).toHaveLength(0);
});

test("N1 e-mail header injection: a text with header lines stays a text", async () => {
  const { gateway, received } = await mailServer();
  await gateway.send({ ...MESSAGE, text: "x\r\nBcc: other@example.com\r\n\r\nx" }, NOW);
  const [head = ""] = (received[0]?.source ?? "").split("\r\n\r\n");
  expect(head).not.toMatch(/bcc/i);
  expect(received[0]?.to).toEqual(["yuki@example.com"]);
});
