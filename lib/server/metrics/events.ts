import "server-only";
import { type Channel, channel } from "node:diagnostics_channel";

/** A place where something measurable happens; costs nothing while nobody measures (METRICS_TOKEN). */
type Events<T> = { publish(event: T): void; readonly hasSubscribers: boolean; name: string };

function events<T>(name: string): Events<T> {
  const place: Channel = channel(`portal.${name}`);
  return {
    name: `portal.${name}`,
    publish(event) {
      if (place.hasSubscribers) place.publish(event);
    },
    get hasSubscribers() {
      return place.hasSubscribers;
    },
  };
}

/** A request was answered, or broken off by its sender (`status` null). */
export type RequestServed = { method: string; route: string; status: number | null; ms: number };
export const requestsServed = events<RequestServed>("request");

/** An event of the audit trail was committed. */
export type AuditEvent = {
  action: string;
  outcome: string;
  region?: string;
  detail?: Record<string, string | number | boolean | null>;
};
export const auditEvents = events<AuditEvent>("audit");

/** A message was handed to its provider, or refused by it. */
export type MessageSent = {
  channel: string;
  purpose: string;
  provider: string;
  outcome: string;
  ms: number;
};
export const messagesSent = events<MessageSent>("message");

/** The database answered a statement. */
export type StatementRun = { kind: string; ms: number };
export const statementsRun = events<StatementRun>("statement");
