import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from "@playwright/test";
import { sentTo } from "./fixtures/actions";
import { PASSWORD } from "./fixtures/demo";
import { Collector, METRICS_TOKEN, OwnServer } from "./fixtures/own-server";
import { newPerson } from "./fixtures/people";
import { signIn } from "./fixtures/sign-in";
import { Outbox } from "./pages/outbox";

test("N5 health and readiness are open to all and say nothing else; measurements are not offered", async ({
  request,
}) => {
  const health = await request.get("/api/health");
  expect([health.status(), await health.json()]).toEqual([200, { status: "ok" }]);
  const ready = await request.get("/api/ready");
  expect([ready.status(), await ready.json()]).toEqual([200, { status: "ready" }]);
  expect(ready.headers()["cache-control"]).toBe("no-store");
  expect((await request.get("/api/metrics")).status()).toBe(404);
});

test.describe
  .serial("N5 a portal of two processes", () => {
    const portal = new OwnServer();
    const collector = new Collector();
    let endpoint: string;

    test.beforeAll(async () => {
      test.setTimeout(60_000);
      endpoint = await collector.start();
      await portal.start(2, {
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        OTEL_BSP_SCHEDULE_DELAY: "200",
      });
    });
    test.afterAll(async () => {
      await portal.end();
      collector.stop();
    });

    const visitor = async (
      playwright: PlaywrightWorkerArgs["playwright"],
    ): Promise<APIRequestContext> =>
      sentTo(await playwright.request.newContext({ baseURL: portal.origin }), portal.origin);

    const metrics = async (request: APIRequestContext, token = METRICS_TOKEN) =>
      request.get("/api/metrics", { headers: { authorization: `Bearer ${token}` } });

    test("N5 N1 a login is measured, logged and traced without a word about the person", async ({
      playwright,
    }) => {
      const request = await visitor(playwright);
      const person = await newPerson();
      await signIn(request, { account: person.documentNumber, phone: person.phone });
      const given = (await request.get("/api/health")).headers();
      expect(given["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
      const own = { "x-request-id": "front-server-000001" };
      await request.get("/shandong/home?flow=personal-flow", { headers: own });
      await expect
        .poll(() =>
          portal.linesOf("request").filter((line) => line.requestId === own["x-request-id"]),
        )
        .toMatchObject([{ level: "debug", method: "GET", route: "/[region]/home", status: 200 }]);

      expect((await metrics(request, "wrong")).status()).toBe(401);
      const shown = await (await metrics(request)).text();
      expect(shown).toMatch(
        /portal_logins_total\{region="shandong",entry="PERSON",second_factor="SMS",outcome="OK",worker="\d"\} 1/,
      );
      for (const name of [
        'portal_http_request_duration_seconds_count{route="/[region]/login"',
        'portal_database_query_duration_seconds_count{kind="SELECT"',
        'portal_message_duration_seconds_count{channel="SMS"',
        'nodejs_eventloop_lag_p99_seconds{worker="1"}',
        'process_resident_memory_bytes{worker="2"}',
      ]) {
        expect(shown).toContain(name);
      }

      await expect
        .poll(() => collector.bodies.join(""), { timeout: 15_000 })
        .toContain("GET /[region]/home");
      const code = await new Outbox(request).newestCode(person.phone);
      const told = { log: portal.output, spans: collector.bodies.join(""), metrics: shown };
      for (const [where, text] of Object.entries(told)) {
        const { name, documentNumber, phone } = person;
        for (const secret of [name, documentNumber, phone, PASSWORD, "flow="]) {
          expect(text, where).not.toContain(secret);
        }
        expect(text, where).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
        expect(text, where).not.toContain("personal-flow");
      }
      await request.dispose();
    });

    test("N5 renewed one by one and then stopped, it breaks off no request", async ({
      playwright,
    }) => {
      test.setTimeout(120_000);
      const request = await visitor(playwright);
      const visitors = crowd(portal.origin, ["/shandong/login", "/api/ready", "/api/health"]);
      portal.signal("SIGHUP");
      await expect
        .poll(() => portal.linesOf("workers renewed").length, { timeout: 60_000 })
        .toBe(1);
      expect(portal.linesOf("stopped")).toHaveLength(2);
      expect(portal.linesOf("portal ready")).toHaveLength(4);
      expect(await visitors.stop()).toEqual([]);
      portal.signal("SIGTERM");
      await expect
        .poll(async () => (await request.get("/api/ready")).status(), { intervals: [50] })
        .toBe(503);
      expect((await request.get("/api/health")).status()).toBe(200);
      expect(await portal.end()).toBe(0);
      await expect(request.get("/api/health")).rejects.toThrow("ECONNREFUSED");
      await request.dispose();
    });
  });

/** Visitors who keep their connections and ask without a pause; `stop` tells what went wrong. */
function crowd(origin: string, paths: string[]) {
  const agent = new Agent({ keepAlive: true });
  const troubles: string[] = [];
  let asking = true;
  const ask = (path: string) =>
    new Promise<number>((resolve, reject) => {
      get(`${origin}${path}`, { agent }, (response) => {
        response.on("error", reject);
        response.on("end", () => resolve(response.statusCode ?? 0));
        response.resume();
      }).on("error", reject);
    });
  const all = paths.map(async (path) => {
    while (asking) {
      const answer = await ask(path).catch((error) => String(error));
      if (answer !== 200) troubles.push(`${path}: ${answer}`);
      await sleep(5);
    }
  });
  return {
    async stop(): Promise<string[]> {
      asking = false;
      await Promise.all(all);
      agent.destroy();
      return troubles;
    },
  };
}
