import "@/prisma/testing/empty-database";
import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { authoritySignature } from "@/lib/server/gateways/identity-authority";
import { takeReceipts } from "@/lib/server/gateways/receipts";
import { smsGateway } from "@/lib/server/gateways/sms";
import { smsPlatform } from "@/lib/server/gateways/sms-platform";
import { loopbackService } from "@/prisma/testing/loopback";

const KEY = "c21zLXBsYXRmb3JtLXRlc3Qta2V5LTAwMDAwMDAwMDA";
const NOW = new Date("2026-03-01T02:00:00Z");
const MESSAGE = {
  channel: "SMS" as const,
  to: "15400000001",
  purpose: "LOGIN" as const,
  text: "验证码123456",
  region: "shandong",
};

let close = () => {};
afterEach(() => close());

const through = (settings: { url: string; timeoutMs: number }) =>
  smsGateway([smsPlatform({ ...settings, key: KEY })]);

/** A platform on this machine that gives this answer, signed with this key. */
async function platform(answer: unknown, { status = 200, key = KEY } = {}) {
  const service = await loopbackService(({ headers }, response) => {
    const text = JSON.stringify(answer);
    const nonce = String(headers["x-nonce"]);
    response.statusCode = status;
    response.setHeader("x-signature", authoritySignature(key, [String(status), nonce, text]));
    response.end(text);
  });
  close = service.close;
  return { service, gateway: through({ url: service.origin, timeoutMs: 500 }) };
}

const newest = () => db.outboundMessage.findFirstOrThrow({ orderBy: { id: "desc" } });

async function receive(receipts: unknown, changes: Partial<{ nonce: string; at: Date }> = {}) {
  const { nonce = randomUUID(), at = NOW } = changes;
  const timestamp = at.toISOString();
  const text = JSON.stringify({ receipts });
  const signature = authoritySignature(KEY, ["POST", "/api/sms-receipts", timestamp, nonce, text]);
  return takeReceipts({ timestamp, nonce, signature, text }, KEY, NOW);
}

test("B16 a message goes to the platform signed, and its receipt is kept", async () => {
  const { service, gateway } = await platform({ result: "ACCEPTED", reference: "p-1" });
  expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ accepted: true, reference: "p-1" });
  const [request] = service.received;
  const row = await newest();
  expect(row).toMatchObject({ status: "ACCEPTED", region: "shandong", textCipher: null });
  expect(JSON.parse(request?.body ?? "")).toEqual({
    id: row.id,
    to: MESSAGE.to,
    text: MESSAGE.text,
    purpose: "LOGIN",
    region: "shandong",
  });
  const header = (name: string) => String(request?.headers[name]);
  const signed = ["POST", "/v1/messages", header("x-timestamp"), header("x-nonce")];
  expect(header("x-signature")).toBe(authoritySignature(KEY, [...signed, request?.body ?? ""]));
  expect(await receive([{ id: row.id, state: "DELAYED" }])).toBe(204);
  expect(await newest()).toMatchObject({ status: "DELAYED", receiptAt: NOW });
  expect(await receive([{ id: row.id, state: "DELIVERED" }])).toBe(204);
  expect(await receive([{ id: row.id, state: "REFUSED", reason: "LATE" }])).toBe(204);
  expect(await newest()).toMatchObject({ status: "DELIVERED", failure: null });
});

test("B16 a refusal of the platform, a false signature and silence are answers", async () => {
  const refusing = await platform({ result: "REFUSED", reason: "EMPTY_NUMBER" });
  expect(await refusing.gateway.send(MESSAGE, NOW)).toMatchObject({ reason: "EMPTY_NUMBER" });
  expect(await newest()).toMatchObject({ status: "REFUSED", failure: "EMPTY_NUMBER" });
  close();
  const other = "b3RoZXItcGxhdGZvcm0ta2V5LTAwMDAwMDAwMDAwMDA";
  const forged = await platform({ result: "ACCEPTED" }, { key: other });
  expect(await forged.gateway.send(MESSAGE, NOW)).toMatchObject({ reason: "ANSWER_NOT_SIGNED" });
  close();
  const silent = await loopbackService(() => undefined);
  close = silent.close;
  const gateway = through({ url: silent.origin, timeoutMs: 100 });
  expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ reason: "TIMEOUT" });
});

test("B16 a receipt that is forged, old, played again or not as agreed changes nothing", async () => {
  const { gateway } = await platform({ result: "ACCEPTED" });
  await gateway.send(MESSAGE, NOW);
  const { id } = await newest();
  const text = JSON.stringify({ receipts: [{ id, state: "DELIVERED" }] });
  const forged = { timestamp: NOW.toISOString(), nonce: "n", signature: "x", text };
  expect(await takeReceipts(forged, KEY, NOW)).toBe(401);
  expect(await takeReceipts(forged, undefined, NOW)).toBe(401);
  const old = new Date(NOW.getTime() - 301_000);
  expect(await receive([{ id, state: "DELIVERED" }], { at: old })).toBe(401);
  expect(await receive([{ id, state: "READ" }])).toBe(400);
  expect(await newest()).toMatchObject({ status: "ACCEPTED" });
  const nonce = randomUUID();
  expect(await receive([], { nonce })).toBe(204);
  expect(await receive([{ id, state: "DELIVERED" }], { nonce })).toBe(401);
  expect(await newest()).toMatchObject({ status: "ACCEPTED" });
});

test("B16 a receipt names no message of another provider", async () => {
  const row = await db.outboundMessage.create({
    data: {
      channel: "SMS",
      toCipher: "-",
      toIndex: "-",
      purpose: "LOGIN",
      provider: "smtp",
      status: "ACCEPTED",
    },
  });
  await receive([{ id: row.id, state: "REFUSED", reason: "X" }]);
  expect(await db.outboundMessage.findUnique({ where: { id: row.id } })).toMatchObject({
    status: "ACCEPTED",
  });
});
