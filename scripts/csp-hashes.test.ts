import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changingPages, inlineScriptHashes, writeScriptHashes } from "./csp-hashes.mjs";

// Example of the Content-Security-Policy specification (CSP3, 8.4): `alert('Hello, world.');`
const HELLO = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";

test("N1 inline scripts are hashed as the standard's example is, external ones are not", () => {
  const html = `<script src="/a.js" async></script><script>alert('Hello, world.');</script>
    <SCRIPT id="x">alert('Hello, world.');</SCRIPT><script></script>`;
  expect(inlineScriptHashes(html)).toEqual([HELLO]);
});

test("N1 pages that would change after the build are named", () => {
  const fixed = { initialRevalidateSeconds: false };
  const manifest = {
    routes: { "/": fixed, "/xizang": { initialRevalidateSeconds: 60 } },
    dynamicRoutes: {
      "/[region]/login": { fallback: false },
      "/[region]/terms": { fallback: null },
    },
  };
  expect(changingPages(manifest)).toEqual([
    expect.stringContaining("/xizang revalidates"),
    expect.stringContaining("/[region]/terms prerenders on demand"),
  ]);
});

test("N1 hashes are written per page; those of the not-found page count for every path", () => {
  const folder = mkdtempSync(join(tmpdir(), "portal-build-"));
  const fixed = { initialRevalidateSeconds: false };
  const routes = { "/": fixed, "/xizang/login": fixed, "/icon.svg": fixed, "/_not-found": fixed };
  mkdirSync(join(folder, "server", "app", "xizang"), { recursive: true });
  writeFileSync(
    join(folder, "prerender-manifest.json"),
    JSON.stringify({ routes, dynamicRoutes: {} }),
  );
  const write = (name: string, html: string) =>
    writeFileSync(join(folder, "server", "app", name), html);
  write("index.html", "<p>no script</p>");
  write("xizang/login.html", "<script>alert('Hello, world.');</script>");
  write("_not-found.html", "<script>alert('Hello, world.');</script>");
  expect(writeScriptHashes(folder)).toBe(2);
  expect(JSON.parse(readFileSync(join(folder, "csp-hashes.json"), "utf8"))).toEqual({
    pages: { "/": [], "/xizang/login": [HELLO] },
    common: [HELLO],
  });
  rmSync(folder, { recursive: true });
});
