import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { tc3Authorization } from "@/lib/server/gateways/tc3-signature";
import { wechatFaceid } from "@/lib/server/gateways/wechat-faceid";
import { loopbackService, type Received } from "@/prisma/testing/loopback";

const KEYS = { secretId: "AKIDtest", secretKey: "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE" };
const PERSON = {
  name: "张三",
  documentType: "RESIDENT_ID",
  documentNumber: "53010219900101123x",
  returnUrl: "https://etax.example/app/wechat/verified",
} as const;
const BEGUN = {
  BizToken: "CE661F1A-0F1E-45BD-BE13-34C05CEA7681",
  Url: "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx2cca36a86d5035ae",
  RequestId: "f904f4cf",
};

let close = () => {};
afterEach(() => close());

async function tencent(
  deal: (request: Received, response: ServerResponse) => void,
  more: { timeoutMs?: number } = {},
) {
  const service = await loopbackService(deal);
  close = service.close;
  const gateway = wechatFaceid({ ...KEYS, ruleId: "7", gateway: `${service.origin}/`, ...more });
  return { gateway, received: service.received };
}

const saying = (answer: unknown) => (_: Received, to: ServerResponse) =>
  void to.end(JSON.stringify({ Response: answer }));

/** Whether a request is signed as 腾讯云 demands. */
function genuine({ headers, body }: Received): boolean {
  const expected = tc3Authorization(KEYS, {
    service: "faceid",
    host: headers.host ?? "",
    contentType: headers["content-type"] ?? "",
    body,
    seconds: Number(headers["x-tc-timestamp"]),
  });
  return headers.authorization === expected;
}

test("N1 the signature is that of 腾讯云's published example", () => {
  const body =
    '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
  const signed = tc3Authorization(KEYS, {
    service: "cvm",
    host: "cvm.tencentcloudapi.com",
    contentType: "application/json; charset=utf-8",
    body,
    seconds: 1_551_113_065,
  });
  expect(signed).toBe(
    "TC3-HMAC-SHA256 Credential=AKIDtest/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, " +
      "Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
  );
});

test("R4 begins with name and number in the body, signed, and leads to 微信", async () => {
  const { gateway, received } = await tencent(saying(BEGUN));
  expect(await gateway.begin(PERSON)).toEqual({
    kind: "EXTERNAL",
    url: BEGUN.Url,
    reference: BEGUN.BizToken,
  });
  const [request] = received;
  if (!request) throw new Error("nothing received");
  expect(genuine(request)).toBe(true);
  expect(request.headers).toMatchObject({
    "x-tc-action": "DetectAuth",
    "x-tc-version": "2018-03-01",
  });
  expect(JSON.parse(request.body)).toEqual({
    RuleId: "7",
    IdCard: PERSON.documentNumber,
    Name: PERSON.name,
    RedirectUrl: PERSON.returnUrl,
    Extra: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(request.url.href).not.toContain(PERSON.documentNumber);
});

test("R4 other documents than the identity card are refused without asking", async () => {
  const { gateway, received } = await tencent(saying(BEGUN));
  const begun = await gateway.begin({ ...PERSON, documentType: "CN_PASSPORT" });
  expect(begun).toEqual({ kind: "DOCUMENT_NOT_OFFERED" });
  expect(received).toHaveLength(0);
});

/** What the service answers once somebody was verified in the flow it began. */
async function after(who: { Name: string; IdCard: string }, code: number | null) {
  let extra = "";
  const { gateway } = await tencent(({ headers, body }, response) => {
    const sent = JSON.parse(body);
    if (headers["x-tc-action"] === "DetectAuth") extra = sent.Extra;
    else expect(sent).toEqual({ BizToken: BEGUN.BizToken, RuleId: "7", InfoType: "1" });
    const answer =
      headers["x-tc-action"] === "DetectAuth"
        ? BEGUN
        : { Text: { ErrCode: code, ErrMsg: "", Extra: extra, ...who } };
    saying(answer)({} as Received, response);
  });
  await gateway.begin(PERSON);
  return gateway.query(BEGUN.BizToken);
}

test.each([
  [{ Name: "张三", IdCard: "53010219900101123X" }, 0, { kind: "PASSED" }],
  [{ Name: "张三", IdCard: "53010219900101123X" }, 2016, { kind: "FAILED", reason: "2016" }],
  [{ Name: "张三", IdCard: "53010219900101123X" }, 17, { kind: "PENDING" }],
  [{ Name: "", IdCard: "" }, null, { kind: "PENDING" }],
  [{ Name: "李四", IdCard: "530102199202023456" }, 0, { kind: "FAILED", reason: "OTHER_PERSON" }],
])("R4 %o with result %s is %o", async (who, code, verdict) => {
  expect(await after(who, code)).toEqual(verdict);
});

test.each([
  [
    "a business failure",
    { Error: { Code: "InvalidParameterValue.BizTokenExpired", Message: "" } },
    "InvalidParameterValue.BizTokenExpired",
  ],
  [
    "a refused signature",
    { Error: { Code: "AuthFailure.SignatureFailure", Message: "" } },
    "AuthFailure.SignatureFailure",
  ],
  ["another shape", { Text: "passed" }, "ANSWER_UNREADABLE"],
])("R4 %s with status 200 is no decision", async (_, answer, cause) => {
  const { gateway, received } = await tencent(saying(answer));
  expect(await gateway.query("b")).toEqual({ kind: "UNAVAILABLE", cause });
  expect(received).toHaveLength(1);
});

test("N1 an address that is no web page is not shown", async () => {
  const { gateway } = await tencent(saying({ ...BEGUN, Url: "javascript:alert(1)" }));
  expect(await gateway.begin(PERSON)).toEqual({ kind: "UNAVAILABLE", cause: "ANSWER_UNREADABLE" });
});

test("R4 broken once it is tried again with a fresh signature; silent, it is not", async () => {
  let broken = 0;
  const { gateway, received } = await tencent((_, response) => {
    if (broken++ === 0) response.destroy();
    else saying(BEGUN)({} as Received, response);
  });
  expect(await gateway.begin(PERSON)).toMatchObject({ kind: "EXTERNAL" });
  expect(received.map(genuine)).toEqual([true, true]);
  close();
  const silent = await tencent(() => undefined, { timeoutMs: 100 });
  expect(await silent.gateway.query("b")).toEqual({ kind: "UNAVAILABLE", cause: "TIMEOUT" });
  expect(silent.received).toHaveLength(1);
  close();
  const html = await tencent((_, response) => void response.end("<html>"));
  expect(await html.gateway.query("b")).toMatchObject({ cause: "ANSWER_UNREADABLE" });
});
