import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { appendAudit } from "@/lib/server/audit";
import { transaction } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { messageGateway } from "@/lib/server/gateways/message-gateway";
import { readMetrics } from "@/lib/server/metrics/access";
import { collectAll } from "@/lib/server/metrics/collect";
import { requestsServed, statementsRun } from "@/lib/server/metrics/events";
import { asText, snapshot, startMetrics } from "@/lib/server/metrics/registry";

const TOKEN = "a".repeat(43);

const text = async () => (await asText(await collectAll())).text;

test("N5 without METRICS_TOKEN there is nothing to ask for, and nothing is counted", async () => {
  expect(await readMetrics(`Bearer ${TOKEN}`)).toBe("NOT_OFFERED");
  expect(await snapshot()).toBeNull();
  expect(requestsServed.hasSubscribers).toBe(false);
});

test("N5 with it only its holder is told", async () => {
  Object.assign(env(), { METRICS_TOKEN: TOKEN });
  await startMetrics();
  for (const wrong of [null, "", "Bearer", `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN]) {
    expect(await readMetrics(wrong), String(wrong)).toBe("REFUSED");
  }
  expect(await readMetrics(`Bearer ${TOKEN}`)).toEqual({
    text: expect.stringMatching(/process_resident_memory_bytes\{worker="1"\} \d+/),
    type: expect.stringContaining("text/plain"),
  });
});

test("N5 requests count by class, method and kind of answer; odd methods have no names", async () => {
  const served = { method: "GET", route: "/[region]/login/verify", status: 200, ms: 7 };
  requestsServed.publish(served);
  requestsServed.publish({ ...served, method: "PROPFIND", status: 404 });
  requestsServed.publish({ ...served, status: null });
  const shown = await text();
  const count = "portal_http_request_duration_seconds_count";
  for (const labels of [
    'method="GET",status="2xx"',
    'method="other",status="4xx"',
    'method="GET",status="aborted"',
  ]) {
    expect(shown).toContain(`${count}{route="/[region]/login",${labels},worker="1"} 1`);
  }
});

const event = {
  at: new Date(),
  action: "LOGIN",
  outcome: "OK" as const,
  region: "shandong",
  actorKind: "PERSON" as const,
  detail: { entry: "ENTERPRISE", secondFactor: "SMS" },
};

test("N5 logins and locks count once they are committed, never when rolled back", async () => {
  await transaction((tx) => appendAudit(tx, event));
  await transaction((tx) =>
    appendAudit(tx, {
      ...event,
      action: "LOCK_ACCOUNT",
      outcome: "REFUSED",
      detail: { method: "SMS" },
    }),
  );
  await expect(
    transaction(async (tx) => {
      await appendAudit(tx, event);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  const shown = await text();
  expect(shown).toContain(
    'portal_logins_total{region="shandong",entry="ENTERPRISE",second_factor="SMS",outcome="OK",worker="1"} 1',
  );
  expect(shown).toContain('portal_lockouts_total{region="shandong",method="SMS",worker="1"} 1');
  expect(shown).toContain(
    'portal_audit_events_total{action="LOGIN",outcome="OK",region="shandong",worker="1"} 1',
  );
});

test("N1 N5 nothing of a person becomes a label", async () => {
  await transaction((tx) =>
    appendAudit(tx, {
      ...event,
      region: "15403700001",
      detail: { entry: "张伟", secondFactor: "370100197801050130" },
    }),
  );
  const to = "15403700001";
  const message = { channel: "SMS" as const, to, purpose: "LOGIN" as const, text: "#123456" };
  await messageGateway().send(message, new Date());
  const shown = await text();
  expect(shown).toContain(
    'portal_message_duration_seconds_count{channel="SMS",purpose="LOGIN",provider="outbox",outcome="ACCEPTED",worker="1"} 1',
  );
  for (const secret of [to, "张伟", "370100197801050130", "123456"]) {
    expect(shown).not.toContain(secret);
  }
});

test("N5 statements are timed by kind", async () => {
  statementsRun.publish({ kind: "SELECT", ms: 2 });
  expect(await text()).toMatch(
    /portal_database_query_duration_seconds_sum\{kind="SELECT",worker="1"} 0\.002/,
  );
});

test("N5 processes that share a port are told apart in one answer", async () => {
  const own = await snapshot();
  const others = JSON.parse(JSON.stringify(own).replaceAll('"worker":"1"', '"worker":"2"'));
  const { text: shown } = await asText([own ?? [], others]);
  for (const worker of [1, 2]) {
    expect(shown).toContain(
      `portal_lockouts_total{region="shandong",method="SMS",worker="${worker}"} 1`,
    );
    expect(shown).toMatch(new RegExp(`nodejs_eventloop_lag_seconds\\{worker="${worker}"\\}`));
  }
});
