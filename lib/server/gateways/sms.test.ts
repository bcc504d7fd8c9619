import "@/prisma/testing/empty-database";
import { afterEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { loopbackService } from "@/prisma/testing/loopback";
import { aliyunStandIn, SMS_ACCOUNT, tencentStandIn } from "@/prisma/testing/sms-providers";
import { acs3Headers } from "./acs3-signature";
import { takeProviderReceipts } from "./provider-receipts";
import { smsGateway } from "./sms";
import { aliyunSms } from "./sms-aliyun";
import { tencentSms } from "./sms-tencent";

const NOW = new Date("2026-03-01T02:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const MESSAGE = {
  channel: "SMS" as const,
  to: "15400000001",
  purpose: "LOGIN" as const,
  text: "【国家税务总局山东省税务局】验证码123456，用于登录",
  code: { value: "123456", purpose: "登录", minutes: 5 },
  region: "shandong",
};
const NOTICE = { ...MESSAGE, purpose: "NOTICE" as const, code: undefined };
const templates = { signName: "国家税务总局", code: "SMS_1", notice: "SMS_2" };

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

type Service = { origin: string; received: { url: URL; body: string }[]; close(): void };

async function standIn<T extends Service>(starting: Promise<T>): Promise<T> {
  const service = await starting;
  opened.push(service);
  return service;
}

const aliyun = ({ origin }: Service, timeoutMs = 2000) =>
  aliyunSms({ ...SMS_ACCOUNT, templates, gateway: `${origin}/`, timeoutMs });

const tencent = ({ origin }: Service) =>
  tencentSms({
    secretId: SMS_ACCOUNT.keyId,
    secretKey: SMS_ACCOUNT.keySecret,
    appId: "1400000000",
    templates,
    gateway: `${origin}/`,
  });

const newest = () => db.outboundMessage.findFirstOrThrow({ orderBy: { id: "desc" } });

test("B16 阿里云: the signature is that of the example in its documentation", () => {
  const { authorization } = acs3Headers(
    { keyId: "YourAccessKeyId", keySecret: "YourAccessKeySecret" },
    {
      host: "ecs.cn-shanghai.aliyuncs.com",
      action: "RunInstances",
      version: "2014-05-26",
      query: "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai",
      date: "2023-10-26T10:22:32Z",
      nonce: "3156853299f313e23d1673dc12e1703d",
    },
  );
  expect(authorization).toContain(
    "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
  );
});

test("B16 阿里云 gets a code by its template, and its receipt is kept", async () => {
  const service = await standIn(aliyunStandIn("OK"));
  const gateway = smsGateway([aliyun(service)]);
  expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ accepted: true, reference: "biz-1" });
  const values = service.received[0]?.url.searchParams;
  const row = await newest();
  expect(row).toMatchObject({ provider: "aliyun", status: "ACCEPTED", textCipher: null });
  expect(Object.fromEntries(values ?? [])).toEqual({
    OutId: row.id,
    PhoneNumbers: MESSAGE.to,
    SignName: templates.signName,
    TemplateCode: "SMS_1",
    TemplateParam: JSON.stringify({ code: "123456", purpose: "登录", minutes: "5" }),
  });
  const receipt = { out_id: row.id, success: false, err_code: "UNDELIV", phone_number: MESSAGE.to };
  expect(await takeProviderReceipts("aliyun", JSON.stringify([receipt]), later(9))).toEqual({
    code: 0,
    msg: "成功",
  });
  expect(await newest()).toMatchObject({
    status: "REFUSED",
    failure: "UNDELIV",
    receiptAt: later(9),
  });
});

test("B16 腾讯云 gets a notice by its template, and its receipt is kept", async () => {
  const service = await standIn(tencentStandIn("Ok"));
  const gateway = smsGateway([tencent(service)]);
  const abroad = { ...NOTICE, to: "+85251234567" };
  expect(await gateway.send(abroad, NOW)).toMatchObject({ reference: "serial-1" });
  expect(JSON.parse(service.received[0]?.body ?? "")).toEqual({
    PhoneNumberSet: ["+85251234567"],
    SmsSdkAppId: "1400000000",
    SignName: templates.signName,
    TemplateId: "SMS_2",
    TemplateParamSet: ["验证码123456，用于登录"],
    SessionContext: (await newest()).id,
  });
  const receipt = { nationcode: "852", mobile: "51234567", sid: "serial-1" };
  const told = { ...receipt, report_status: "SUCCESS", errmsg: "DELIVRD" };
  const other = { ...told, sid: "serial-2", report_status: "FAIL" };
  expect(await takeProviderReceipts("tencent", JSON.stringify([other, told]), NOW)).toEqual({
    result: 0,
    errmsg: "OK",
  });
  expect(await newest()).toMatchObject({ status: "DELIVERED", failure: null });
});

test("N1 no value of a template has a line break or our own signature, whatever a text holds", async () => {
  const service = await standIn(tencentStandIn("Ok"));
  const gateway = smsGateway([tencent(service)]);
  await gateway.send({ ...NOTICE, text: "【税务局】 您的\r\n用户\u2028已注销\n" }, NOW);
  const { TemplateParamSet } = JSON.parse(service.received[0]?.body ?? "");
  expect(TemplateParamSet).toEqual(["您的 用户 已注销"]);
});

test("B16 a connection that breaks is tried once more: the same message under the same number", async () => {
  let broken = 0;
  const service = await standIn(
    loopbackService((_request, response) => {
      if (broken++ === 0) response.destroy();
      else response.end(JSON.stringify({ Code: "OK", BizId: "biz-2" }));
    }),
  );
  const second = await standIn(tencentStandIn("Ok"));
  const gateway = smsGateway([aliyun(service), tencent(second)]);
  expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ provider: "aliyun" });
  const asked = service.received.map(({ url, headers }) => [
    url.search,
    headers["x-acs-signature-nonce"],
  ]);
  expect(asked).toHaveLength(2);
  expect(asked[0]?.[0]).toBe(asked[1]?.[0]);
  expect(asked[0]?.[1]).not.toBe(asked[1]?.[1]);
  expect(second.received).toHaveLength(0);
});

test("B16 a receipt told again, or one after the last word, changes nothing", async () => {
  const service = await standIn(aliyunStandIn("OK"));
  await smsGateway([aliyun(service)]).send(MESSAGE, NOW);
  const told = (success: boolean) =>
    JSON.stringify([{ out_id: id, success, err_code: success ? "DELIVERED" : "UNDELIV" }]);
  const { id } = await newest();
  await takeProviderReceipts("aliyun", told(true), later(5));
  await takeProviderReceipts("aliyun", told(true), later(90));
  await takeProviderReceipts("aliyun", told(false), later(95));
  expect(await newest()).toMatchObject({ status: "DELIVERED", failure: null, receiptAt: later(5) });
});

test("B16 receipts that are not as agreed, or of another provider's message, change nothing", async () => {
  const service = await standIn(aliyunStandIn("OK"));
  await smsGateway([aliyun(service)]).send(MESSAGE, NOW);
  for (const text of ["", "{}", "[{}]", '[{"out_id":1}]']) {
    expect(await takeProviderReceipts("aliyun", text, NOW)).toBeNull();
    expect(await takeProviderReceipts("tencent", text, NOW)).toBeNull();
  }
  const told = { nationcode: "86", mobile: MESSAGE.to, sid: "biz-1", errmsg: "X" };
  const body = JSON.stringify([{ ...told, report_status: "FAIL" }]);
  await takeProviderReceipts("tencent", body, NOW);
  expect(await newest()).toMatchObject({ status: "ACCEPTED" });
});

test("B16 a number that is refused is refused; no other provider is asked", async () => {
  const first = await standIn(aliyunStandIn("isv.MOBILE_NUMBER_ILLEGAL"));
  const second = await standIn(tencentStandIn("Ok"));
  const gateway = smsGateway([aliyun(first), tencent(second)]);
  expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ reason: "isv.MOBILE_NUMBER_ILLEGAL" });
  expect(await newest()).toMatchObject({ provider: "aliyun", status: "REFUSED" });
  expect(second.received).toHaveLength(0);
  const often = await standIn(aliyunStandIn("isv.BUSINESS_LIMIT_CONTROL"));
  const limited = smsGateway([aliyun(often), tencent(second)]);
  expect(await limited.send(MESSAGE, NOW)).toMatchObject({ accepted: false, provider: "aliyun" });
  expect(second.received).toHaveLength(0);
  const refusing = await standIn(tencentStandIn("FailedOperation.PhoneNumberInBlacklist"));
  const only = smsGateway([tencent(refusing)]);
  expect(await only.send(MESSAGE, NOW)).toMatchObject({ accepted: false, provider: "tencent" });
});

test("B16 an account in arrears, a false key, silence: the next provider gets the message", async () => {
  const second = await standIn(tencentStandIn("Ok"));
  const arrears = await standIn(aliyunStandIn("isv.AMOUNT_NOT_ENOUGH"));
  const silent = await standIn(loopbackService(() => undefined));
  const key = { ...SMS_ACCOUNT, keySecret: "other" };
  const strange = aliyunSms({ ...key, templates, gateway: `${arrears.origin}/` });
  for (const first of [aliyun(arrears), aliyun(silent, 100), strange]) {
    const gateway = smsGateway([first, tencent(second)]);
    expect(await gateway.send(MESSAGE, NOW)).toMatchObject({ accepted: true, provider: "tencent" });
    expect(await newest()).toMatchObject({ provider: "tencent", status: "ACCEPTED" });
  }
  const alone = smsGateway([aliyun(silent, 100)]);
  expect(await alone.send(MESSAGE, NOW)).toMatchObject({ accepted: false, reason: "TIMEOUT" });
  expect(await newest()).toMatchObject({ status: "REFUSED", failure: "TIMEOUT" });
});

test("B16 a provider that fails three times rests for a minute, unless all do", async () => {
  const failing = await standIn(
    aliyunStandIn("isp.SYSTEM_ERROR", "isp.SYSTEM_ERROR", "isp.SYSTEM_ERROR", "OK"),
  );
  const second = await standIn(tencentStandIn("Ok"));
  const gateway = smsGateway([aliyun(failing), tencent(second)]);
  for (let message = 0; message < 3; message++) await gateway.send(MESSAGE, NOW);
  expect(failing.received).toHaveLength(3);
  expect(await gateway.send(MESSAGE, later(59))).toMatchObject({ provider: "tencent" });
  expect(failing.received).toHaveLength(3);
  expect(await gateway.send(MESSAGE, later(60))).toMatchObject({ provider: "aliyun" });
  const broken = await standIn(aliyunStandIn("isp.SYSTEM_ERROR"));
  const alone = smsGateway([aliyun(broken)]);
  for (let message = 0; message < 5; message++) await alone.send(MESSAGE, NOW);
  expect(broken.received).toHaveLength(5);
});
