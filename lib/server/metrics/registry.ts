import "server-only";
import type { MetricObjectWithValues, MetricValue, Registry } from "prom-client";

/** Measurements of one process, as it hands them to another. */
export type Snapshot = MetricObjectWithValues<MetricValue<string>>[];

// The part of the server that counts is not the part that answers: they meet here.
const shared = globalThis as { portalMetrics?: Registry };

/** Number of this process among those that share the port, from 1; they are told apart by it in every measurement. */
const WORKER = process.env.PORTAL_WORKER ?? "1";

/** Begins to measure. Nothing is loaded, counted or timed in a deployment that does not ask for it (METRICS_TOKEN). */
export async function startMetrics(): Promise<void> {
  const prometheus = await import("prom-client");
  const { meter } = await import("./meters");
  const registry = new prometheus.Registry();
  registry.setDefaultLabels({ worker: WORKER });
  prometheus.collectDefaultMetrics({ register: registry });
  meter(prometheus, registry);
  shared.portalMetrics = registry;
}

/** What this process has measured so far; null when it does not measure. */
export async function snapshot(): Promise<Snapshot | null> {
  const registry = shared.portalMetrics;
  return registry ? ((await registry.getMetricsAsJSON()) as Snapshot) : null;
}

/** Measurements of several processes in the text format of Prometheus. */
export async function asText(snapshots: Snapshot[]): Promise<{ text: string; type: string }> {
  const { AggregatorRegistry } = await import("prom-client");
  const all = AggregatorRegistry.aggregate(snapshots);
  return { text: await all.metrics(), type: all.contentType };
}
