import { createHash, createHmac } from "node:crypto";
import { loopbackService, type Received } from "./loopback";

/** What the stand-ins of both providers share with the portal. */
export const SMS_ACCOUNT = { keyId: "test-key-id", keySecret: "test-key-secret" };

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text);
const canonicalHeaders = ({ headers }: Received, names: string[]) =>
  names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join("");

/** Whether a request is signed as 阿里云 wants it (ACS3-HMAC-SHA256), made anew from what arrived. */
function signedForAliyun(request: Received): boolean {
  const [, credential, list = "", signature] =
    /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    ) ?? [];
  const digest = sha256(request.body);
  if (request.headers["x-acs-content-sha256"] !== digest) return false;
  const query = [...request.url.search.slice(1).split("&")].sort().join("&");
  const headers = canonicalHeaders(request, list.split(";"));
  const canonical = ["POST", "/", query, headers, list, digest].join("\n");
  const expected = hmac(SMS_ACCOUNT.keySecret, `ACS3-HMAC-SHA256\n${sha256(canonical)}`).digest(
    "hex",
  );
  return credential === SMS_ACCOUNT.keyId && signature === expected;
}

/** Whether a request is signed as 腾讯云 wants it (TC3-HMAC-SHA256), made anew from what arrived. */
function signedForTencent(request: Received): boolean {
  const [, credential, day = "", list = "", signature] =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]+)\/sms\/tc3_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? "",
    ) ?? [];
  const headers = canonicalHeaders(request, list.split(";"));
  const canonical = ["POST", "/", "", headers, list, sha256(request.body)].join("\n");
  const time = String(request.headers["x-tc-timestamp"]);
  const text = ["TC3-HMAC-SHA256", time, `${day}/sms/tc3_request`, sha256(canonical)].join("\n");
  const keyOfDay = hmac(`TC3${SMS_ACCOUNT.keySecret}`, day).digest();
  const key = hmac(hmac(keyOfDay, "sms").digest(), "tc3_request").digest();
  return credential === SMS_ACCOUNT.keyId && signature === hmac(key, text).digest("hex");
}

/** 阿里云短信 on this machine: answers with these codes, one after the other, the last one for ever. */
export function aliyunStandIn(...codes: [string, ...string[]]) {
  let asked = 0;
  return loopbackService((request, response) => {
    const code = codes[Math.min(asked++, codes.length - 1)];
    const genuine = signedForAliyun(request);
    response.statusCode = genuine ? 200 : 400;
    const answer = genuine ? { Code: code, BizId: "biz-1" } : { Code: "SignatureDoesNotMatch" };
    response.end(JSON.stringify({ ...answer, Message: "说明 15400000001", RequestId: "r" }));
  });
}

/** 腾讯云短信 on this machine: answers with this code. */
export function tencentStandIn(code: string) {
  return loopbackService((request, response) => {
    const status = { Code: code, SerialNo: code === "Ok" ? "serial-1" : "", Message: "说明" };
    const answer = signedForTencent(request)
      ? { SendStatusSet: [status] }
      : { Error: { Code: "AuthFailure.SignatureFailure", Message: "说明" } };
    response.end(JSON.stringify({ Response: { ...answer, RequestId: "r" } }));
  });
}
