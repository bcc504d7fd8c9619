import "server-only";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type ReadableSpan,
  type SpanExporter,
} from "@opentelemetry/sdk-trace-node";
import { beforeTheEnd } from "../runtime/process";
import { harmlessSpan } from "./harmless";

/**
 * Sends Next's own spans (链路追踪) to a collector by OTLP over HTTP. Address, headers, sampling and the name of the service come from the
 * standard variables (OTEL_EXPORTER_OTLP_ENDPOINT, …_HEADERS, OTEL_TRACES_SAMPLER, OTEL_SERVICE_NAME).
 */
export function startTracing(): () => Promise<void> {
  const outward = new OTLPTraceExporter();
  const exporter: SpanExporter = {
    export: (spans: ReadableSpan[], done) => outward.export(spans.map(harmlessSpan), done),
    forceFlush: () => outward.forceFlush(),
    shutdown: () => outward.shutdown(),
  };
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      "service.name": process.env.OTEL_SERVICE_NAME ?? "tax-bureau-portal",
      "service.instance.id": process.env.PORTAL_WORKER ?? "1",
    }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  const stop = () => provider.shutdown();
  beforeTheEnd(stop);
  return stop;
}
