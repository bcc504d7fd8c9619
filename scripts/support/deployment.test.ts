import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./environment.mjs";
import { stopDelaySeconds, stopWithinSeconds } from "./stop-times.mjs";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const unit = read("docs/systemd/portal.service");
const container = read("Containerfile");

function setting(name: string): string | undefined {
  return new RegExp(`^(?:Environment=)?${name}=(.*)$`, "m").exec(unit)?.[1];
}

test("N5 the times of a stop are whole seconds within limits, else the usual ones", () => {
  for (const [given, delay, within] of [
    [undefined, 0, 25],
    ["", 0, 25],
    ["5", 5, 5],
    ["0", 0, 25],
    ["-1", 0, 25],
    ["1e9", 0, 25],
    ["soon", 0, 25],
  ] as const) {
    const environment = { STOP_DELAY_SECONDS: given, STOP_WITHIN_SECONDS: given };
    expect([stopDelaySeconds(environment), stopWithinSeconds(environment)]).toEqual([
      delay,
      within,
    ]);
  }
});

test("N5 the systemd unit gives the portal the time it needs to stop", () => {
  const environment = { STOP_DELAY_SECONDS: setting("STOP_DELAY_SECONDS") };
  const needed = stopDelaySeconds(environment) + stopWithinSeconds(environment) + 10;
  expect(Number(setting("TimeoutStopSec"))).toBeGreaterThanOrEqual(needed);
  expect(setting("KillMode")).toBe("mixed");
});

test("N5 npm start, the unit and the image give a process the same memory", () => {
  const limits = ["--max-old-space-size=384", "--max-semi-space-size=16", "scripts/start.mjs"];
  expect(JSON.parse(read("package.json")).scripts.start).toBe(["node", ...limits].join(" "));
  expect(setting("ExecStart")).toContain(limits.join(" "));
  expect(container).toContain(limits.map((option) => `"${option}"`).join(", "));
});

const hasSystemd = ["/usr/bin/systemd-analyze", "/usr/bin/node"].every((file) => existsSync(file));

test.runIf(hasSystemd)("N5 systemd finds nothing to object to in the unit", () => {
  const file = join(ROOT, "docs/systemd/portal.service");
  const said = execFileSync("/usr/bin/systemd-analyze", ["verify", "--man=no", file], {
    encoding: "utf8",
  });
  expect(said).toBe("");
});

test("N5 the image runs on one Node throughout, not as root, and knows how it is", () => {
  const bases = [...container.matchAll(/^FROM (\S+)/gm)]
    .map(([, base]) => base)
    .filter((base) => base?.includes("/"));
  expect(new Set(bases).size).toBe(1);
  expect(bases[0]).toMatch(/node:\d+\.\d+\.\d+-slim$/);
  expect(container).toMatch(/^USER node$/m);
  expect(container).toMatch(/^HEALTHCHECK /m);
});

test("N5 what the image is made of is there, and it starts as the unit and the documentation do", () => {
  const copied = [...container.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = ""]) =>
    names.split(" "),
  );
  expect(copied).toContain("package-lock.json");
  for (const name of copied) expect(existsSync(join(ROOT, name)), name).toBe(true);
  const start = /^CMD (\[.*\])$/m.exec(container)?.[1] ?? "[]";
  const words = JSON.parse(start) as string[];
  expect(setting("ExecStart")).toBe(["/usr/bin/node", ...words.slice(1)].join(" "));
  const { scripts } = JSON.parse(read("package.json")) as { scripts: { start: string } };
  const options = words.indexOf("scripts/start.mjs") + 1;
  expect(scripts.start).toBe(words.slice(0, options).join(" "));
  expect(read("docs/running.md")).toContain(`npm start -- ${words[options]} `);
});

test("N5 image and unit have the Node the packages want, and the unit writes only to its own folder", () => {
  const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
  const major = Number(/node:(\d+)/.exec(container)?.[1]);
  expect(major).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
  expect(setting("ProtectSystem")).toBe("strict");
  const own = `/var/lib/${setting("StateDirectory")}/`;
  expect(setting("DATABASE_URL")).toContain(own);
  expect(setting("IMPORT_FOLDER")).toContain(own);
});

test("N1 neither secrets nor data come into the image", () => {
  const ignored = read(".containerignore").split("\n");
  for (const path of [".env", "data", ".git"]) expect(ignored).toContain(path);
  expect(container).not.toMatch(/COPY .*\.env|ARG .*(KEY|SECRET)|ENV .*(KEY|SECRET)/);
});
