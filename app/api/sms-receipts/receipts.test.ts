import "@/prisma/testing/empty-database";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { POST as pushed } from "./[provider]/[secret]/route";
import { POST as signed } from "./route";

const SECRET = "c21zLXJlY2VpcHQtdGVzdC1zZWNyZXQtMDAwMDAwMDA";

beforeEach(() => {
  env().SMS_RECEIPT_SECRET = SECRET;
});

const post = (body: string) =>
  new Request("http://localhost:3000/api/sms-receipts", { method: "POST", body });

const push = (provider: string, secret: string, body: string) =>
  pushed(post(body), { params: Promise.resolve({ provider, secret }) });

async function newMessage(): Promise<string> {
  const data = { toCipher: "-", toIndex: "-", purpose: "LOGIN", status: "ACCEPTED" } as const;
  const row = await db.outboundMessage.create({
    data: { ...data, channel: "SMS", provider: "aliyun" },
  });
  return row.id;
}

const statusOf = async (id: string) =>
  (await db.outboundMessage.findUniqueOrThrow({ where: { id } })).status;

test("N1 receipts that nobody signs are taken at the secret address only", async () => {
  const id = await newMessage();
  const body = JSON.stringify([{ out_id: id, success: true, err_code: "DELIVERED" }]);
  for (const [provider, secret] of [
    ["aliyun", "x"],
    ["aliyun", `${SECRET}0`],
    ["aliyun", ""],
    ["platform", SECRET],
    ["__proto__", SECRET],
    ["tencent", SECRET],
  ] as const) {
    expect([404, 400]).toContain((await push(provider, secret, body)).status);
    expect(await statusOf(id), `${provider} ${secret}`).toBe("ACCEPTED");
  }
  expect((await push("aliyun", SECRET, body)).status).toBe(200);
  expect(await statusOf(id)).toBe("DELIVERED");
});

test("N1 without a secret and without a key nobody's receipts are taken", async () => {
  env().SMS_RECEIPT_SECRET = undefined;
  const id = await newMessage();
  const body = JSON.stringify([{ out_id: id, success: true, err_code: "DELIVERED" }]);
  for (const secret of ["", "undefined", SECRET]) {
    expect((await push("aliyun", secret, body)).status).toBe(404);
  }
  expect((await signed(post("{}"))).status).toBe(401);
  expect(await statusOf(id)).toBe("ACCEPTED");
});
