// Imported before Next serves: what Next would answer with a failure of its own is refused here, by anybody's mistake or on purpose, and
// what holds for every answer, files included, is said here.
import { Server } from "node:http";

const REFUSAL_HEADERS = {
  "content-type": "application/json",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
};

/**
 * Status with which a request is refused at sight, or null. 405: TRACE, which would show what others added to it. 400: an address that
 * cannot be decoded, a host that is none.
 * @param {{ method?: string, url?: string, headers: { host?: string } }} request
 */
export function refusedAtSight({ method, url = "/", headers: { host = "" } }) {
  if (method === "TRACE") return 405;
  return isDecodable(url.split("?", 1)[0]) && (host === "" || isHost(host)) ? null : 400;
}

function isDecodable(path) {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isHost(text) {
  return /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i.test(text) && URL.canParse(`http://${text}`);
}

const overHttps = process.env.APP_URL?.startsWith("https:") ?? false;
const emit = Server.prototype.emit;

Server.prototype.emit = function (event, ...rest) {
  if (event !== "request") return emit.call(this, event, ...rest);
  const [request, response] = rest;
  response.setHeader("x-content-type-options", "nosniff");
  if (overHttps) response.setHeader("strict-transport-security", "max-age=31536000");
  const status = refusedAtSight(request);
  if (status) {
    response.writeHead(status, REFUSAL_HEADERS).end(JSON.stringify({ error: status }));
    return true;
  }
  // Passed over, as RFC 9110 (14.2) allows: no file is long, and Next answers a part that is not there with a failure.
  delete request.headers.range;
  return emit.call(this, event, ...rest);
};
