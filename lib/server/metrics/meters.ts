import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { Registry } from "prom-client";
import { routeClass } from "../runtime/routes";
import {
  type AuditEvent,
  auditEvents,
  type MessageSent,
  messagesSent,
  type RequestServed,
  requestsServed,
  type StatementRun,
  statementsRun,
} from "./events";

const LOGINS: Record<string, string> = { LOGIN: "", LEGACY_LOGIN: "LEGACY" };
const REFUSED_LOGINS = ["LOGIN_PASSWORD", "LOGIN_CERTIFICATE", "LEGACY_ENTERPRISE_PASSWORD"];
const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];
/** An event's own words never become labels: only these shapes do. */
const LABEL = /^[A-Za-z][\w-]{0,31}$/;

const label = (value: unknown) => (typeof value === "string" && LABEL.test(value) ? value : "");
const statusClass = (status: number | null) =>
  status === null ? "aborted" : `${Math.floor(status / 100)}xx`;

type Prometheus = typeof import("prom-client");
const listen = <T>(name: string, take: (event: T) => void) =>
  subscribe(name, (event) => take(event as T));

/** Counts what happens (监控指标) in a registry: requests, logins, locks, messages, statements. No ids, names or numbers of anybody. */
export function meter({ Counter, Histogram }: Prometheus, registry: Registry): void {
  const registers = [registry];
  const requests = new Histogram({
    name: "portal_http_request_duration_seconds",
    help: "Requests by the first two levels of their route",
    labelNames: ["route", "method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  listen<RequestServed>(requestsServed.name, ({ method, route, status, ms }) => {
    const labels = {
      route: routeClass(route),
      method: METHODS.includes(method) ? method : "other",
      status: statusClass(status),
    };
    requests.observe(labels, ms / 1000);
  });
  const messages = new Histogram({
    name: "portal_message_duration_seconds",
    help: "Messages handed to a provider, by what it said",
    labelNames: ["channel", "purpose", "provider", "outcome"],
    buckets: [0.01, 0.1, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  listen<MessageSent>(messagesSent.name, ({ ms, ...labels }) =>
    messages.observe(labels, ms / 1000),
  );
  const statements = new Histogram({
    name: "portal_database_query_duration_seconds",
    help: "Statements by kind, waiting for the connection included",
    labelNames: ["kind"],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  listen<StatementRun>(statementsRun.name, ({ kind, ms }) =>
    statements.observe({ kind }, ms / 1000),
  );
  meterAudit(Counter, registers);
}

function meterAudit(Counter: Prometheus["Counter"], registers: Registry[]): void {
  const audited = new Counter({
    name: "portal_audit_events_total",
    help: "Committed events of the audit trail",
    labelNames: ["action", "outcome", "region"],
    registers,
  });
  const logins = new Counter({
    name: "portal_logins_total",
    help: "Logins opened, and first factors refused",
    labelNames: ["region", "entry", "second_factor", "outcome"],
    registers,
  });
  const locks = new Counter({
    name: "portal_lockouts_total",
    help: "Accounts locked until midnight by one method",
    labelNames: ["region", "method"],
    registers,
  });
  listen<AuditEvent>(auditEvents.name, ({ action, outcome, region, detail }) => {
    const bureau = label(region);
    audited.inc({ action: label(action), outcome, region: bureau });
    if (action === "LOCK_ACCOUNT") locks.inc({ region: bureau, method: label(detail?.method) });
    const opened = LOGINS[action];
    if (opened === undefined && !REFUSED_LOGINS.includes(action)) return;
    logins.inc({
      region: bureau,
      entry: opened || label(detail?.entry),
      second_factor: label(detail?.secondFactor ?? detail?.proof),
      outcome,
    });
  });
}
