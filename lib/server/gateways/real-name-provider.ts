import "server-only";
import type { PhoneApp } from "@/lib/regions/apps";
import { env } from "../env";
import { alipayCertify } from "./alipay-certify";
import type { RealNameGateway } from "./real-name";
import { wechatFaceid } from "./wechat-faceid";

/** The embedded gateway: the portal's own phone page asks for the live face. */
const embedded: RealNameGateway = {
  provider: "embedded",
  begin: async () => ({ kind: "EMBEDDED" }),
  query: async () => ({ kind: "PENDING" }),
};

/** The gateway this deployment verifies people with by an application: 支付宝's or 微信's own where its settings are given. */
export function realNameGateway(app: PhoneApp): RealNameGateway {
  const given = env();
  if (app === "ALIPAY") {
    const { ALIPAY_APP_ID: appId, ALIPAY_PRIVATE_KEY: privateKey } = given;
    const { ALIPAY_PUBLIC_KEY: publicKey, ALIPAY_GATEWAY: gateway } = given;
    if (appId && privateKey && publicKey) {
      return alipayCertify({ appId, privateKey, publicKey, gateway });
    }
  }
  if (app === "WECHAT") {
    const { WECHAT_SECRET_ID: secretId, WECHAT_SECRET_KEY: secretKey } = given;
    const { WECHAT_RULE_ID: ruleId, WECHAT_GATEWAY: gateway } = given;
    if (secretId && secretKey && ruleId) {
      return wechatFaceid({ secretId, secretKey, ruleId, gateway });
    }
  }
  return embedded;
}

/** Whether an application verifies by its own means, so that nobody has to be enrolled here first. */
export function verifiesItself(app: PhoneApp): boolean {
  return realNameGateway(app) !== embedded;
}
