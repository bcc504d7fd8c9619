import "server-only";
import { createHash, createHmac } from "node:crypto";

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * The header `Authorization` of a request to 腾讯云 (签名方法 v3, TC3-HMAC-SHA256) over content type, host and body.
 * `service` is the product's name, e.g. `faceid`; `seconds` the time of X-TC-Timestamp.
 */
export function tc3Authorization(
  { secretId, secretKey }: { secretId: string; secretKey: string },
  request: { service: string; host: string; contentType: string; body: string; seconds: number },
): string {
  const { service, host, contentType, body, seconds } = request;
  const day = new Date(seconds * 1000).toISOString().slice(0, 10);
  const headers = "content-type;host";
  const canonical = [
    "POST",
    "/",
    "",
    `content-type:${contentType}`,
    `host:${host}`,
    "",
    headers,
    sha256(body),
  ].join("\n");
  const scope = `${day}/${service}/tc3_request`;
  const text = ["TC3-HMAC-SHA256", String(seconds), scope, sha256(canonical)].join("\n");
  const key = hmac(hmac(hmac(`TC3${secretKey}`, day), service), "tc3_request");
  const signature = hmac(key, text).toString("hex");
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${headers}, Signature=${signature}`;
}
