import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { alipayCertify } from "@/lib/server/gateways/alipay-certify";
import { ALIPAY, APPLICATION, alipayAnswer, readCall } from "@/prisma/testing/alipay";
import { loopbackService, type Received } from "@/prisma/testing/loopback";

const INITIALIZE = "alipay.user.certify.open.initialize";
const QUERY = "alipay.user.certify.open.query";
const PERSON = {
  name: "张三+&=",
  documentType: "RESIDENT_ID",
  documentNumber: "530102199001011234",
  returnUrl: "https://etax.example/app/alipay/verified",
} as const;
const OK = { code: "10000", msg: "Success" };

let close = () => {};
afterEach(() => close());

/** 支付宝 answering as told, and the gateway that talks to it. */
async function alipay(
  deal: (request: Received, response: ServerResponse) => void,
  timeoutMs?: number,
) {
  const service = await loopbackService(deal);
  close = service.close;
  const gateway = alipayCertify({
    appId: "2016073100135823",
    privateKey: APPLICATION.privateKey,
    publicKey: ALIPAY.publicKey,
    gateway: `${service.origin}/gateway.do`,
    timeoutMs,
  });
  return { gateway, received: service.received };
}

const saying =
  (method: string, content: Record<string, unknown>) => (_: Received, to: ServerResponse) =>
    void to.end(alipayAnswer(method, content));

test("R4 begins with name and number in the body, signed, and leads to a signed page", async () => {
  const { gateway, received } = await alipay(
    saying(INITIALIZE, { ...OK, certify_id: "2109b5e671aa3ff2eb4851816c65828f" }),
  );
  const begun = await gateway.begin(PERSON);
  const [request] = received;
  if (!request || begun.kind !== "EXTERNAL") throw new Error(JSON.stringify(begun));
  const initialize = readCall(request.url, request.body);
  expect(initialize).toMatchObject({ method: INITIALIZE, genuine: true });
  expect(initialize.content).toMatchObject({
    outer_order_no: expect.stringMatching(/^[0-9a-f]{32}$/),
    biz_code: "FACE",
    identity_param: {
      identity_type: "CERT_INFO",
      cert_type: "IDENTITY_CARD",
      cert_name: PERSON.name,
      cert_no: PERSON.documentNumber,
    },
    merchant_config: { return_url: PERSON.returnUrl },
  });
  expect(begun.reference).toBe("2109b5e671aa3ff2eb4851816c65828f");
  expect(readCall(new URL(begun.url))).toEqual({
    method: "alipay.user.certify.open.certify",
    content: { certify_id: begun.reference },
    genuine: true,
  });
  for (const address of [request.url.href, begun.url]) {
    expect(decodeURIComponent(address)).not.toContain(PERSON.documentNumber);
    expect(decodeURIComponent(address)).not.toContain("张三");
  }
});

test("R4 documents 支付宝 does not verify are refused without asking it", async () => {
  const { gateway, received } = await alipay(saying(INITIALIZE, OK));
  const begun = await gateway.begin({ ...PERSON, documentType: "FOREIGN_PASSPORT" });
  expect(begun).toEqual({ kind: "DOCUMENT_NOT_OFFERED" });
  expect(received).toHaveLength(0);
});

test.each([
  [{ ...OK, passed: "T" }, { kind: "PASSED" }],
  [{ ...OK, passed: "F" }, { kind: "PENDING" }],
  [
    { ...OK, passed: "F", fail_reason: "Z1147/人脸比对不通过" },
    { kind: "FAILED", reason: "Z1147/人脸比对不通过" },
  ],
  [
    { code: "40004", msg: "Business Failed", sub_code: "CERTIFY_ID_EXPIRED" },
    { kind: "UNAVAILABLE", cause: "CERTIFY_ID_EXPIRED" },
  ],
  [
    { code: "20000", msg: "Service Currently Unavailable" },
    { kind: "UNAVAILABLE", cause: "20000" },
  ],
  [
    { ...OK, passed: "maybe" },
    { kind: "UNAVAILABLE", cause: "ANSWER_UNREADABLE" },
  ],
])("R4 the answer %o means %o", async (answer, verdict) => {
  const { gateway, received } = await alipay(saying(QUERY, answer));
  expect(await gateway.query("certify")).toEqual(verdict);
  expect(received).toHaveLength(1);
});

const PASSED = alipayAnswer(QUERY, { ...OK, passed: "T" });

test.each([
  ["signed by another key", alipayAnswer(QUERY, { ...OK, passed: "T" }, APPLICATION.privateKey)],
  ["changed after signing", alipayAnswer(QUERY, { ...OK, passed: "F" }).replace('"F"', '"T"')],
  ["without a signature", PASSED.replace(/,"sign":.*/, "}")],
  ["of another call", alipayAnswer(INITIALIZE, { ...OK, passed: "T" })],
  [
    "with a second result beside the signed one",
    PASSED.replace("{", `{"${QUERY.replaceAll(".", "_")}_response":{"code":"10000","passed":"T"},`),
  ],
  ["that is no JSON", "<html>ok</html>"],
])("N1 an answer %s is no decision", async (_, text) => {
  const { gateway } = await alipay((__, response) => void response.end(text));
  expect(await gateway.query("certify")).toEqual({
    kind: "UNAVAILABLE",
    cause: "ANSWER_NOT_SIGNED",
  });
});

test("R4 a broken connection is tried once more as the same verification", async () => {
  let broken = 0;
  const { gateway, received } = await alipay((_, response) => {
    if (broken++ === 0) response.destroy();
    else response.end(alipayAnswer(INITIALIZE, { ...OK, certify_id: "c1" }));
  });
  expect(await gateway.begin(PERSON)).toMatchObject({ kind: "EXTERNAL", reference: "c1" });
  const orders = received.map(({ url, body }) => readCall(url, body).content.outer_order_no);
  expect(orders).toHaveLength(2);
  expect(orders[0]).toBe(orders[1]);
});

test("R4 out of reach, silent, or busy is no decision", async () => {
  const away = await alipay((_, response) => void response.destroy());
  expect(await away.gateway.begin(PERSON)).toEqual({ kind: "UNAVAILABLE", cause: "NETWORK" });
  expect(away.received).toHaveLength(2);
  close();
  const silent = await alipay(() => undefined, 100);
  expect(await silent.gateway.query("c")).toEqual({ kind: "UNAVAILABLE", cause: "TIMEOUT" });
  expect(silent.received).toHaveLength(1);
  close();
  const busy = await alipay((_, response) => void response.writeHead(503).end());
  expect(await busy.gateway.query("c")).toEqual({ kind: "UNAVAILABLE", cause: "BUSY" });
});
