import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { context, propagation, SpanStatusCode, trace } from "@opentelemetry/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTracing } from "@/lib/server/tracing/start";

let collector: Server;
const received: { path: string; body: string }[] = [];

beforeAll(async () => {
  collector = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ path: request.url ?? "", body });
      response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const { port } = collector.address() as AddressInfo;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  collector.close();
  // What is registered stays with the package, for the files that follow.
  for (const registered of [trace, context, propagation]) registered.disable();
});

test("N5 spans reach the collector by their route, without addresses, queries or words of failures", async () => {
  const stop = startTracing();
  const tracer = trace.getTracer("test");
  const request = tracer.startSpan("GET /[region]/login/verify", {
    attributes: {
      "http.method": "GET",
      "http.status_code": 200,
      "http.target": "/shandong/login/verify?flow=secret-flow",
      "next.route": "/[region]/login/verify",
      "next.span_name": "GET /shandong/login/verify?flow=secret-flow",
    },
  });
  request.end();
  const call = tracer.startSpan("fetch POST https://sms.example/send?PhoneNumbers=15403700001", {
    attributes: { "http.url": "https://sms.example/send?PhoneNumbers=15403700001" },
  });
  call.recordException(new TypeError("张伟 15403700001"));
  call.setStatus({ code: SpanStatusCode.ERROR, message: "张伟" });
  call.setAttribute("error.type", "TypeError");
  call.end();
  tracer.startSpan("GET /shandong/scan/15403700001").end();
  await stop();
  expect(received.map(({ path }) => path)).toEqual(["/v1/traces"]);
  const body = received[0]?.body ?? "";
  for (const secret of ["secret-flow", "15403700001", "张伟", "/shandong"]) {
    expect(body).not.toContain(secret);
  }
  const [group] = JSON.parse(body).resourceSpans;
  expect(JSON.stringify(group.resource)).toContain("tax-bureau-portal");
  const spans = group.scopeSpans[0].spans as { name: string; attributes: { key: string }[] }[];
  expect(spans.map(({ name }) => name)).toEqual([
    "GET /[region]/login/verify",
    "fetch POST sms.example",
    "GET …",
  ]);
  expect(spans[0]?.attributes.map(({ key }) => key)).toEqual([
    "http.method",
    "http.status_code",
    "next.route",
  ]);
  expect(body).toContain("exception.type");
});
