import "server-only";
import { createHash, createHmac } from "node:crypto";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Headers of a request without body to 阿里云 (V3 版本请求体&签名机制, ACS3-HMAC-SHA256) over query, action, time and nonce.
 * `query` is encoded as in the address and sorted by name. Source: help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature.
 */
export function acs3Headers(
  { keyId, keySecret }: { keyId: string; keySecret: string },
  request: {
    host: string;
    action: string;
    version: string;
    query: string;
    /** ISO 8601 in UTC without fractions of a second. */
    date: string;
    nonce: string;
  },
): Record<string, string> {
  const { host, action, version, query, date, nonce } = request;
  const body = sha256("");
  const headers = {
    host,
    "x-acs-action": action,
    "x-acs-content-sha256": body,
    "x-acs-date": date,
    "x-acs-signature-nonce": nonce,
    "x-acs-version": version,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}`);
  const names = Object.keys(headers).join(";");
  const canonical = ["POST", "/", query, ...lines, "", names, body].join("\n");
  const text = `ACS3-HMAC-SHA256\n${sha256(canonical)}`;
  const signature = createHmac("sha256", keySecret).update(text).digest("hex");
  const authorization = `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names},Signature=${signature}`;
  return { ...headers, authorization };
}
