import "@/prisma/testing/empty-database";
import { afterEach, expect, test } from "vitest";
import { readEnvironment } from "@/lib/server/env";
import { aliyunStandIn, SMS_ACCOUNT, tencentStandIn } from "@/prisma/testing/sms-providers";
import { smsGatewayOf } from "./message-gateway";

const MESSAGE = {
  channel: "SMS" as const,
  to: "15400000001",
  purpose: "NOTICE" as const,
  text: "【国家税务总局山东省税务局】提醒",
};

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

test("B16 SMS_PROVIDERS tells who is asked first; without settings messages stay in the outbox", async () => {
  const [aliyun, tencent] = [await aliyunStandIn("OK"), await tencentStandIn("Ok")];
  opened.push(aliyun, tencent);
  const account = {
    ALIYUN_SMS_KEY_ID: SMS_ACCOUNT.keyId,
    ALIYUN_SMS_KEY_SECRET: SMS_ACCOUNT.keySecret,
    ALIYUN_SMS_SIGN: "国家税务总局",
    ALIYUN_SMS_CODE_TEMPLATE: "SMS_1",
    ALIYUN_SMS_NOTICE_TEMPLATE: "SMS_2",
    ALIYUN_SMS_GATEWAY: `${aliyun.origin}/`,
    TENCENT_SMS_SECRET_ID: SMS_ACCOUNT.keyId,
    TENCENT_SMS_SECRET_KEY: SMS_ACCOUNT.keySecret,
    TENCENT_SMS_APP_ID: "1400000000",
    TENCENT_SMS_SIGN: "国家税务总局",
    TENCENT_SMS_CODE_TEMPLATE: "1",
    TENCENT_SMS_NOTICE_TEMPLATE: "2",
    TENCENT_SMS_GATEWAY: `${tencent.origin}/`,
  };
  const asked = async (settings: Record<string, string>) => {
    const gateway = smsGatewayOf(readEnvironment({ ...process.env, ...settings }));
    return (await gateway.send(MESSAGE, new Date())).provider;
  };
  expect(await asked({})).toBe("outbox");
  expect(await asked(account)).toBe("aliyun");
  expect(await asked({ ...account, SMS_PROVIDERS: "tencent,aliyun" })).toBe("tencent");
});
