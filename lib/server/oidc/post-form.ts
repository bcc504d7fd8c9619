import "server-only";
import type { LookupAddress } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";

/**
 * Posts a form to an address of a business system (后台通知), over a connection of its own to one of the addresses its name was found
 * to have; certificate and Host are those of the name. Returns the status; redirects are not followed, and of the answer nothing is
 * read. Rejects with a `TimeoutError` when there is no answer in time.
 */
export function postForm(
  address: string,
  { found, form, timeoutMs }: { found: LookupAddress[]; form: URLSearchParams; timeoutMs: number },
): Promise<number> {
  const body = form.toString();
  const signal = AbortSignal.timeout(timeoutMs);
  const request = address.startsWith("https:") ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      address,
      {
        method: "POST",
        agent: false,
        lookup: answering(found),
        signal,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
        },
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    sent.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    sent.end(body);
  });
}

/** Names are not looked up again: the answer is what was found before. */
function answering(found: LookupAddress[]): LookupFunction {
  return (_name, { all }, answer) => {
    if (all) return answer(null, found);
    const [first] = found;
    if (first) answer(null, first.address, first.family);
    else answer(new Error("no address"), "");
  };
}
