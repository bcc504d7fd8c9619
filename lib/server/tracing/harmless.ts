import "server-only";
import type { Attributes } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-node";

/** What a span may say; all else goes, above all addresses with their queries (flows, tickets) and those of providers (phones). */
const ATTRIBUTES = [
  "http.method",
  "http.request.method",
  "http.route",
  "http.status_code",
  "http.response.status_code",
  "next.route",
  "next.rsc",
  "next.span_type",
  "error.type",
];

/** Words of a name that are addresses: only a route the span itself belongs to stays, and of other sites their host. */
function harmlessName(name: string, attributes: Attributes): string {
  const routes = [attributes["next.route"], attributes["http.route"]];
  const word = (text: string) => {
    if (text.includes("://")) return URL.canParse(text) ? new URL(text).host : "…";
    return /[/?=]/.test(text) && !routes.includes(text) ? "…" : text;
  };
  return name.split(" ").map(word).join(" ");
}

/** A span (链路跨度) without addresses, queries and texts of failures. */
export function harmlessSpan(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(
    ATTRIBUTES.filter((key) => span.attributes[key] !== undefined).map((key) => [
      key,
      span.attributes[key],
    ]),
  );
  const events = span.events.map(({ name, time, attributes: about }) => ({
    name,
    time,
    attributes: about?.["exception.type"] ? { "exception.type": about["exception.type"] } : {},
  }));
  const status = { code: span.status.code };
  // A copy by prototype: the identity of the span is behind methods.
  return Object.create(span, {
    name: { value: harmlessName(span.name, span.attributes) },
    attributes: { value: attributes },
    events: { value: events },
    links: { value: [] },
    status: { value: status },
  });
}
