import "@/prisma/testing/empty-database";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/lib/server/db";
import { type FaceSubject, personSubject, registrationSubject } from "@/lib/server/face/subject";
import { authoritySignature, identityAuthority } from "@/lib/server/gateways/identity-authority";
import { protect } from "@/lib/server/protect";

const KEY = "YXV0aG9yaXR5LXRlc3Qta2V5LTAwMDAwMDAwMDAwMDA";

const sent = z.object({
  person: z.object({
    name: z.string(),
    documentType: z.string(),
    country: z.string(),
    documentNumber: z.string(),
  }),
  prompts: z.array(z.string()),
  frames: z.array(z.object({ at: z.number(), jpeg: z.string() })),
  documentPhoto: z.string().optional(),
});

type Exchange = {
  body: z.infer<typeof sent>;
  idempotencyKey: string;
  nonce: string;
  /** Whether the request is signed with the key both sides hold. */
  genuine: boolean;
  answer: (status: number, body: string, key?: string) => void;
};

let server: Server | undefined;
let personId = "";

beforeAll(async () => {
  const person = await db.person.create({
    data: {
      name: "测试",
      documentType: "RESIDENT_ID",
      documentNumberCipher: protect("Person.documentNumber", "540102199001011234"),
      documentNumberIndex: "-",
    },
    select: { id: true },
  });
  personId = person.id;
});

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function exchangeOf(request: IncomingMessage, response: ServerResponse): Promise<Exchange> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const header = (name: string) => String(request.headers[name] ?? "");
  const nonce = header("x-nonce");
  const parts = [request.method ?? "", request.url ?? "", header("x-timestamp"), nonce, text];
  return {
    body: sent.parse(JSON.parse(text)),
    idempotencyKey: header("idempotency-key"),
    nonce,
    genuine: authoritySignature(KEY, parts) === header("x-signature"),
    answer: (status, body, key = KEY) => {
      const signature = authoritySignature(key, [String(status), nonce, body]);
      response.writeHead(status, { "x-signature": signature }).end(body);
    },
  };
}

/** An authority that deals with each request as told; gives the gateway that talks to it and what it was sent. */
async function authority(
  deal: (exchange: Exchange, response: ServerResponse) => void,
  settings: { timeoutMs?: number; key?: string } = {},
) {
  const exchanges: Exchange[] = [];
  const listening = createServer(async (request, response) => {
    const exchange = await exchangeOf(request, response);
    exchanges.push(exchange);
    deal(exchange, response);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  const gateway = identityAuthority({
    url: `http://127.0.0.1:${port}/idv/`,
    key: KEY,
    ...settings,
  });
  const compare = (rest: { documentPhoto?: Uint8Array; subject?: FaceSubject } = {}) =>
    gateway.compare({
      subject: personSubject(personId),
      challenge: ["OPEN_MOUTH", "TURN_LEFT", "OPEN_MOUTH"],
      frames: [{ at: 12, jpeg: Buffer.from("frame") }],
      ...rest,
    });
  return { compare, exchanges };
}

const saying = (answer: unknown) => (exchange: Exchange) =>
  exchange.answer(200, JSON.stringify(answer));

test("R4 sends who it is and what the camera saw, signed, and takes a pass", async () => {
  const { compare, exchanges } = await authority(saying({ result: "PASSED" }));
  expect(await compare({ documentPhoto: Buffer.from("card") })).toEqual({ kind: "PASSED" });
  expect(exchanges).toHaveLength(1);
  expect(exchanges[0]?.genuine).toBe(true);
  expect(exchanges[0]?.body).toEqual({
    person: {
      name: "测试",
      documentType: "RESIDENT_ID",
      country: "CN",
      documentNumber: "540102199001011234",
    },
    prompts: ["OPEN_MOUTH", "TURN_LEFT", "OPEN_MOUTH"],
    frames: [{ at: 12, jpeg: Buffer.from("frame").toString("base64") }],
    documentPhoto: Buffer.from("card").toString("base64"),
  });
});

test("R1 of somebody who registers it sends what the registration knows", async () => {
  const { id } = await db.flow.create({
    data: {
      kind: "REGISTER",
      region: "xizang",
      browserHash: "-",
      expiresAt: new Date(),
      data: JSON.stringify({
        overseas: false,
        documentType: "FOREIGN_PERMANENT_RESIDENT",
        country: "FR",
        documentNumberCipher: protect("Person.documentNumber", "95125020010911556X"),
        documentNumberIndex: "-",
        name: "JEAN",
        details: null,
        face: "NEEDED",
      }),
    },
    select: { id: true },
  });
  const { compare, exchanges } = await authority(saying({ result: "PASSED" }));
  await compare({ subject: registrationSubject(id) });
  expect(exchanges[0]?.body.person).toEqual({
    name: "JEAN",
    documentType: "FOREIGN_PERMANENT_RESIDENT",
    country: "FR",
    documentNumber: "95125020010911556X",
  });
});

test.each([
  [
    { result: "REFUSED", reason: "NOT_SAME_PERSON" },
    { kind: "REFUSED", reason: "NOT_SAME_PERSON" },
  ],
  [
    { result: "REFUSED", reason: "STILL_PICTURE" },
    { kind: "REFUSED", reason: "STILL_PICTURE" },
  ],
  [{ result: "NO_REFERENCE" }, { kind: "NO_REFERENCE" }],
  [{ result: "BAD_PICTURES" }, { kind: "BAD_PICTURES" }],
])("R4 takes the answer %o", async (answer, verdict) => {
  const { compare } = await authority(saying(answer));
  expect(await compare()).toEqual(verdict);
});

test.each([
  ["too many requests", 429, "BUSY"],
  ["an error of its own", 500, "BUSY"],
  ["maintenance", 503, "BUSY"],
  ["a refused signature", 401, "HTTP_401"],
  ["an unknown address", 404, "HTTP_404"],
])("R4 %s (%i) is no decision, and is not asked again", async (_, status, cause) => {
  const { compare, exchanges } = await authority((exchange) => exchange.answer(status, "{}"));
  expect(await compare()).toEqual({ kind: "UNAVAILABLE", cause });
  expect(exchanges).toHaveLength(1);
});

test("R4 a deployment with another key is refused by the authority", async () => {
  const { compare } = await authority(
    (exchange) => exchange.answer(exchange.genuine ? 200 : 401, '{"result":"PASSED"}'),
    { key: KEY.replace("Y", "Z") },
  );
  expect(await compare()).toEqual({ kind: "UNAVAILABLE", cause: "HTTP_401" });
});

test.each([
  ["no JSON", "<html>ok</html>"],
  ["an unknown result", '{"result":"MAYBE"}'],
  ["an unknown reason", '{"result":"REFUSED","reason":"UGLY"}'],
  ["nothing", ""],
  ["too much", `{"result":"PASSED","more":"${"x".repeat(10_000)}"}`],
])("R4 an answer with %s is no decision", async (_, body) => {
  const { compare } = await authority((exchange) => exchange.answer(200, body));
  expect(await compare()).toEqual({ kind: "UNAVAILABLE", cause: "ANSWER_UNREADABLE" });
});

test("N1 a pass that the authority did not sign, or signed for another request, is no decision", async () => {
  const body = '{"result":"PASSED"}';
  const forged = await authority((exchange) => exchange.answer(200, body, "b3RoZXI"));
  expect(await forged.compare()).toEqual({ kind: "UNAVAILABLE", cause: "ANSWER_NOT_SIGNED" });
  server?.close();
  const replayed = await authority((_, response) => {
    const signature = authoritySignature(KEY, ["200", "an earlier nonce", body]);
    response.writeHead(200, { "x-signature": signature }).end(body);
  });
  expect(await replayed.compare()).toEqual({ kind: "UNAVAILABLE", cause: "ANSWER_NOT_SIGNED" });
});

test("R4 silence ends in a time-out and is not asked again", async () => {
  const { compare, exchanges } = await authority(() => undefined, { timeoutMs: 100 });
  expect(await compare()).toEqual({ kind: "UNAVAILABLE", cause: "TIMEOUT" });
  expect(exchanges).toHaveLength(1);
});

test("R4 a broken connection is tried once more, as the same request with another nonce", async () => {
  let broken = 0;
  const { compare, exchanges } = await authority((exchange, response) => {
    if (broken++ === 0) response.destroy();
    else exchange.answer(200, '{"result":"PASSED"}');
  });
  expect(await compare()).toEqual({ kind: "PASSED" });
  expect(exchanges).toHaveLength(2);
  expect(exchanges[0]?.idempotencyKey).toBe(exchanges[1]?.idempotencyKey);
  expect(exchanges[0]?.nonce).not.toBe(exchanges[1]?.nonce);
});

test("R4 an authority that cannot be reached is no decision", async () => {
  const { compare, exchanges } = await authority((_, response) => response.destroy());
  expect(await compare()).toEqual({ kind: "UNAVAILABLE", cause: "NETWORK" });
  expect(exchanges).toHaveLength(2);
});

test("N1 a redirect is not followed", async () => {
  const { compare } = await authority((_, response) => {
    response.writeHead(307, { location: "http://127.0.0.1:1/" }).end();
  });
  expect(await compare()).toMatchObject({ kind: "UNAVAILABLE" });
});
