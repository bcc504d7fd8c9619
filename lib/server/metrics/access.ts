import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "../env";
import { collectAll } from "./collect";
import { asText } from "./registry";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * The measurements (监控指标) for who has the token, as `Authorization: Bearer …`. NOT_OFFERED without METRICS_TOKEN, so that nobody learns
 * of them; a wrong token takes as long as the right one.
 */
export async function readMetrics(
  authorization: string | null,
): Promise<{ text: string; type: string } | "NOT_OFFERED" | "REFUSED"> {
  const token = env().METRICS_TOKEN;
  if (!token) return "NOT_OFFERED";
  const given = /^Bearer ([\w-]+)$/i.exec(authorization ?? "")?.[1] ?? "";
  if (!timingSafeEqual(digest(given), digest(token))) return "REFUSED";
  return asText(await collectAll());
}
