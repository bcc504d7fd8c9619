import "server-only";
import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import type { FaceRefusal } from "@/lib/domain/face-challenge";
import { identityOf } from "../face/subject";
import { sameSecret } from "../tokens";
import { exchange, post, refusedStatus, unavailable } from "./exchange";
import type { FaceComparison, FaceGateway, FaceVerdict } from "./face";

const PROVIDER = "identity-authority";
const PATH = "/v1/face-comparisons";
const TIMEOUT_MS = 15_000;
const MAX_ANSWER_CHARACTERS = 10_000;

const REASONS = [
  "NO_FACE",
  "TWO_FACES",
  "TOO_DARK",
  "TOO_SMALL",
  "PROMPT_NOT_FOLLOWED",
  "STILL_PICTURE",
  "PERSON_CHANGED",
  "NOT_SAME_PERSON",
  "TOO_FEW_FRAMES",
  "TIMED_OUT",
  "REPLAYED",
] as const satisfies readonly FaceRefusal[];

const verdict = z.discriminatedUnion("result", [
  z.object({ result: z.literal("PASSED") }),
  z.object({ result: z.literal("REFUSED"), reason: z.enum(REASONS) }),
  z.object({ result: z.literal("NO_REFERENCE") }),
  z.object({ result: z.literal("BAD_PICTURES") }),
]);

/** HMAC-SHA256 over the parts, one a line; both sides hold the key. */
export function authoritySignature(key: string, parts: readonly string[]): string {
  return createHmac("sha256", Buffer.from(key, "base64url"))
    .update(parts.join("\n"))
    .digest("base64url");
}

/**
 * An outside identity authority (身份核验机构) over HTTP. Requests are signed over method, path, timestamp, nonce and body;
 * answers over status, the request's nonce and body, so that none can be made up, changed or played again.
 */
export function identityAuthority(settings: {
  url: string;
  /** Shared key, base64url. */
  key: string;
  timeoutMs?: number;
}): FaceGateway {
  const { url, key, timeoutMs = TIMEOUT_MS } = settings;
  const address = new URL(`${url.replace(/\/$/, "")}${PATH}`);

  async function ask(body: string, requestId: string): Promise<FaceVerdict> {
    const timestamp = new Date().toISOString();
    const nonce = randomUUID();
    const signed = ["POST", address.pathname, timestamp, nonce, body];
    const { status, headers, text } = await post(address, {
      headers: {
        "content-type": "application/json",
        "idempotency-key": requestId,
        "x-timestamp": timestamp,
        "x-nonce": nonce,
        "x-signature": authoritySignature(key, signed),
      },
      body,
      timeoutMs,
    });
    const refused = refusedStatus(status);
    if (refused) return refused;
    const expected = authoritySignature(key, [String(status), nonce, text]);
    if (!sameSecret(expected, headers.get("x-signature") ?? "")) {
      return unavailable("ANSWER_NOT_SIGNED");
    }
    return readVerdict(text);
  }

  async function compare(comparison: FaceComparison): Promise<FaceVerdict> {
    const body = JSON.stringify(await requestOf(comparison));
    const requestId = randomUUID();
    return exchange(() => ask(body, requestId));
  }

  // Whether the authority has a photograph is known only when it is asked to compare.
  return { provider: PROVIDER, knows: async () => true, compare };
}

function readVerdict(text: string): FaceVerdict {
  if (text.length > MAX_ANSWER_CHARACTERS) return unavailable("ANSWER_UNREADABLE");
  try {
    const answer = verdict.parse(JSON.parse(text));
    return answer.result === "REFUSED"
      ? { kind: "REFUSED", reason: answer.reason }
      : { kind: answer.result };
  } catch {
    return unavailable("ANSWER_UNREADABLE");
  }
}

/** Who it is and what the camera saw; nothing of accounts, phones or enterprises. */
async function requestOf(comparison: FaceComparison) {
  const { subject, challenge, frames, documentPhoto } = comparison;
  return {
    person: await identityOf(subject),
    prompts: challenge,
    frames: frames.map(({ at, jpeg }) => ({ at, jpeg: Buffer.from(jpeg).toString("base64") })),
    ...(documentPhoto && { documentPhoto: Buffer.from(documentPhoto).toString("base64") }),
  };
}
