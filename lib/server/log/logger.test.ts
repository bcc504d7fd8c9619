import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { harmlessLine } from "@/lib/server/log/console";
import { createLogger } from "@/lib/server/log/logger.mjs";

function logger(environment: Record<string, string> = {}) {
  const lines: string[] = [];
  const log = createLogger({
    environment: { NODE_ENV: "production", ...environment },
    context: () => ({ requestId: "r-12345678" }),
    destination: { write: (line) => lines.push(line) },
  });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "") };
}

test("N5 a line is one JSON object with time, level, process and request", () => {
  const { log, lines, last } = logger({ PORTAL_WORKER: "2" });
  log.info({ sweep: "relations" }, "sweep failed");
  expect(lines).toHaveLength(1);
  expect(last()).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    pid: process.pid,
    worker: 2,
    requestId: "r-12345678",
    sweep: "relations",
    msg: "sweep failed",
  });
});

test("N5 LOG_LEVEL says what is written; an unknown one is the usual one", () => {
  for (const [level, written] of [
    ["error", 1],
    ["debug", 3],
    ["loud", 2],
  ] as const) {
    const { log, lines } = logger({ LOG_LEVEL: level });
    log.debug("a");
    log.info("b");
    log.error("c");
    expect(lines, level).toHaveLength(written);
  }
});

test("N1 N5 a failure is told by kind and place, not by its words or its neighbours' addresses", () => {
  const { log, last } = logger();
  const error = Object.assign(new TypeError("张伟 15403700001 Etax@2026"), {
    code: "P2002",
    meta: { target: "张伟" },
    cause: new Error("张伟"),
  });
  error.stack = `TypeError: 张伟\nEtax@2026\n    at verify (/srv/a.js?flow=secret:1:2)`;
  log.error({ err: error }, "action failed");
  expect(last().err).toEqual({
    type: "TypeError",
    code: "P2002",
    stack: ["at verify (/srv/a.js:1:2)"],
  });
});

test("N1 N5 personal values logged by mistake are struck out", () => {
  const { log, lines } = logger();
  const person = { name: "张伟", documentNumber: "37010019780105013X", password: "Etax@2026" };
  log.warn({ ...person, phone: "15403700001", code: "824613", person }, "x 15403700001");
  log.warn({ found: "370100197801050130", also: ["15403700001"] }, "y");
  const text = lines.join("");
  for (const secret of ["张伟", "370100", "Etax@2026", "15403700001", "824613"]) {
    expect(text).not.toContain(secret);
  }
});

test("N1 N5 what packages print loses queries and texts of failures", () => {
  const failure = new Error("张伟");
  expect(harmlessLine(["Failed to handle request for /xizang?flow=abc", failure])).toEqual({
    text: "Failed to handle request for /xizang",
    err: failure,
  });
  expect(harmlessLine([failure]).text).toBe("console");
  expect(harmlessLine(["first\nsecond", { name: "张伟" }]).text).toBe("first");
});

/** What may stand beside a line's sentence; `cause` is a code (`lib/server/gateways/exchange.ts`). */
const FIELDS = [
  "err",
  "late",
  "sweep",
  "reference",
  "label",
  "path",
  "method",
  "route",
  "routeType",
  "provider",
  "cause",
  "officerId",
  "clientId",
  "problem",
];

test("N1 N5 every line the portal writes is a fixed sentence, and no field of it is a person's", () => {
  const odd: string[] = [];
  let lines = 0;
  for (const file of readdirSync("lib/server", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
    const source = readFileSync(path.join("lib/server", file), "utf8");
    for (const [call, words = "", fields = ""] of source.matchAll(
      /\blog\.(?:debug|info|warn|error|fatal)\(\s*([^,)]+)(?:,\s*\{([^}]*)\})?/g,
    )) {
      lines += 1;
      const names = [...fields.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, name = ""]) => name);
      const known = names.every((name) => FIELDS.includes(name));
      if (!/^"[a-z -]+"$/.test(words.trim()) || !known) odd.push(`${file}: ${call}`);
    }
  }
  expect(lines).toBeGreaterThan(10);
  expect(odd).toEqual([
    // The portal's own words for what the environment or the database lacks; they name variables and files.
    expect.stringContaining("start-up.ts: log.fatal(expected ? error.message"),
  ]);
});
