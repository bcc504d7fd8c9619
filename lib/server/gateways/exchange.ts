import "server-only";

/** A provider that could not be asked, or did not answer as agreed. `cause` is a code for the operator, without personal data. */
export type Unavailable = { kind: "UNAVAILABLE"; cause: string };

/** A connection that fails is tried once more; an answer, or none in time, is not asked for again. */
const TRIES = 2;

export function unavailable(cause: string): Unavailable {
  return { kind: "UNAVAILABLE", cause };
}

/** Asks an outside provider; `ask` is run anew for the second try, so that every request has its own time and signature. */
export async function exchange<T>(ask: () => Promise<T>): Promise<T | Unavailable> {
  for (let tried = 1; ; tried++) {
    try {
      return await ask();
    } catch (error) {
      const timedOut = error instanceof Error && error.name === "TimeoutError";
      if (timedOut) return unavailable("TIMEOUT");
      if (tried === TRIES) return unavailable("NETWORK");
    }
  }
}

type Answer = { status: number; headers: Headers; text: string };

/** Posts one signed request; never follows a redirect. @throws TypeError, DOMException as `fetch` does */
export async function post(
  address: URL,
  {
    headers,
    body,
    timeoutMs,
  }: { headers: Record<string, string>; body: string; timeoutMs: number },
): Promise<Answer> {
  const response = await fetch(address, {
    method: "POST",
    headers,
    body,
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Why a status is no answer; null for 200. */
export function refusedStatus(status: number): Unavailable | null {
  if (status === 429 || status >= 500) return unavailable("BUSY");
  return status === 200 ? null : unavailable(`HTTP_${status}`);
}
