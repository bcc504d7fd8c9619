import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Runs a line of a program of its own; how it ended and what it said. */
async function node(line: string) {
  try {
    await run(process.execPath, ["--input-type=module", "-e", line]);
    return { code: 0, said: "" };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

test("N5 a busy port ends the command with one sentence in both languages, a free one does not", async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, listening));
  const { port } = server.address() as { port: number };
  const line = `import { demandFreePort } from ${JSON.stringify(here("port.mjs"))}; await demandFreePort(${port});`;
  const busy = await node(line);
  expect(busy.code).toBe(1);
  expect(busy.said).toContain(`端口 ${port} 已被占用`);
  expect(busy.said).toContain(`Port ${port} is in use`);
  expect(busy.said.trim().split("\n")).toHaveLength(2);
  await new Promise((closed) => server.close(closed));
  expect(await node(line)).toEqual({ code: 0, said: "" });
});

test.each([
  ["18.20.4", 1],
  ["20.18.3", 1],
  ["20.19.0", 0],
  ["22.1.0", 0],
])("N5 Node %s ends the commands with code %i", async (version, code) => {
  const line = `Object.defineProperty(process.versions, "node", { value: "${version}" }); await import(${JSON.stringify(here("node-version.mjs"))});`;
  const ended = await node(line);
  expect(ended.code).toBe(code);
  if (code) expect(ended.said).toContain(`Node.js 20.19 or newer is needed; this is ${version}`);
});
