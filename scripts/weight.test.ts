import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** A build with one page, whose component's script has this many bytes that no compression makes fewer. */
function weigh(bytes: number, route: string) {
  const build = mkdtempSync(join(tmpdir(), "build-"));
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(build, path)), { recursive: true });
    writeFileSync(join(build, path), content);
  };
  const manifest = { [`/${route}`]: { clientModules: { form: chunksOf(), field: chunksOf() } } };
  write("build-manifest.json", JSON.stringify({ rootMainFiles: ["static/chunks/react.js"] }));
  write("static/chunks/react.js", randomBytes(1000));
  write("static/chunks/own.js", randomBytes(bytes));
  write("server/app-paths-manifest.json", JSON.stringify({ [`/${route}`]: "", "/api/route": "" }));
  write(
    `server/app/${route}_client-reference-manifest.js`,
    `globalThis.__RSC_MANIFEST = ${JSON.stringify(manifest)}`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [join("scripts", "weight.mjs")], {
    env: { ...process.env, NEXT_DIST_DIR: build },
    encoding: "utf8",
  });
  return { stdout, stderr };
}

const chunksOf = () => ({ chunks: ["/_next/static/chunks/own.js"] });

test("a page weighs what every page loads and each of its own scripts once", () => {
  const { stdout, stderr } = weigh(20_000, "[region]/(public)/login/page");
  expect(stdout).toMatch(/ 21\.\d +21\.\d +\d+\.\d {2}\/\[region\]\/login \(2\)\n/);
  expect(stderr).not.toMatch(/above its budget/);
});

test("a page above its budget fails, and so does a budget without a page", () => {
  const { stderr } = weigh(900_000, "[region]/(public)/login/page");
  expect(stderr).toMatch(/above its budget: \/\[region\]\/login\n/);
  expect(stderr).toMatch(/no such page: \/\[region\]\/register\n/);
});
