import "server-only";
import { type Environment, env } from "../env";
import { messagesSent } from "../metrics/events";
import type { MessageGateway } from "./message";
import { outbox } from "./outbox";
import { smsGateway } from "./sms";
import { aliyunSms } from "./sms-aliyun";
import { smsPlatform } from "./sms-platform";
import type { SmsProvider } from "./sms-provider";
import { tencentSms } from "./sms-tencent";
import { smtpGateway } from "./smtp";

let smtp: MessageGateway | undefined;
let sms: MessageGateway | undefined;

/** How each provider of text messages is made of its settings; undefined where they are absent. */
const PROVIDERS: Record<
  Environment["SMS_PROVIDERS"][number],
  (settings: Environment) => SmsProvider | undefined
> = {
  platform({ SMS_URL: url, SMS_KEY: key }) {
    return url && key ? smsPlatform({ url, key }) : undefined;
  },
  aliyun(settings) {
    const { ALIYUN_SMS_KEY_ID: keyId, ALIYUN_SMS_KEY_SECRET: keySecret } = settings;
    const { ALIYUN_SMS_SIGN: signName, ALIYUN_SMS_GATEWAY: gateway } = settings;
    const { ALIYUN_SMS_CODE_TEMPLATE: code, ALIYUN_SMS_NOTICE_TEMPLATE: notice } = settings;
    if (!keyId || !keySecret || !signName || !code || !notice) return undefined;
    return aliyunSms({ keyId, keySecret, gateway, templates: { signName, code, notice } });
  },
  tencent(settings) {
    const { TENCENT_SMS_SECRET_ID: secretId, TENCENT_SMS_SECRET_KEY: secretKey } = settings;
    const { TENCENT_SMS_APP_ID: appId, TENCENT_SMS_SIGN: signName } = settings;
    const { TENCENT_SMS_CODE_TEMPLATE: code, TENCENT_SMS_NOTICE_TEMPLATE: notice } = settings;
    const { TENCENT_SMS_GATEWAY: gateway } = settings;
    if (!secretId || !secretKey || !appId || !signName || !code || !notice) return undefined;
    const templates = { signName, code, notice };
    return tencentSms({ secretId, secretKey, appId, gateway, templates });
  },
};

/** The providers of text messages this deployment has settings for, in the order of SMS_PROVIDERS; without any the outbox. */
export function smsGatewayOf(settings: Environment): MessageGateway {
  const providers = settings.SMS_PROVIDERS.flatMap((name) => PROVIDERS[name](settings) ?? []);
  return providers.length > 0 ? smsGateway(providers) : outbox;
}

/** The mail servers when SMTP_URL is set, otherwise the outbox. */
function mailGateway(): MessageGateway {
  const { SMTP_URL: urls, MAIL_FROM: from } = env();
  if (!urls || !from) return outbox;
  smtp ??= smtpGateway({ urls, from });
  return smtp;
}

function gatewayOf(channel: "SMS" | "EMAIL"): MessageGateway {
  if (channel === "EMAIL") return mailGateway();
  sms ??= smsGatewayOf(env());
  return sms;
}

const byChannel: MessageGateway = {
  async send(message, now) {
    const { channel, purpose } = message;
    const since = performance.now();
    const delivery = await gatewayOf(channel).send(message, now);
    messagesSent.publish({
      channel,
      purpose,
      provider: delivery.provider,
      outcome: delivery.accepted ? "ACCEPTED" : "REFUSED",
      ms: performance.now() - since,
    });
    return delivery;
  },
};

/** The gateway this deployment sends through: providers and mail server where there are ones, else the outbox. */
export function messageGateway(): MessageGateway {
  return byChannel;
}
