import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync("docs/security.md", "utf8");

/** What the page calls by a path: folders of the project, or a file at its root. */
function paths(): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = ""]) => path);
  return quoted.filter((path) =>
    /^(\.env\.example|package\.json|proxy\.ts|next\.config\.ts|(app|components|docs|e2e|lib|prisma|scripts)\/.+)$/.test(
      path,
    ),
  );
}

/** Titles of tests it calls, as they stand in the source. */
function titles(): string[] {
  return [...text.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => title);
}

test("N1 every file docs/security.md points to is there", () => {
  expect(paths().length).toBeGreaterThan(60);
  expect(paths().filter((path) => !existsSync(path))).toEqual([]);
});

test("N1 every test docs/security.md names is there", () => {
  const files = execFileSync(
    "git",
    ["ls-files", "-co", "--exclude-standard", "*.test.ts", "*.spec.ts"],
    {
      encoding: "utf8",
    },
  );
  const sources = files
    .trim()
    .split("\n")
    .filter(existsSync)
    .map((path) => readFileSync(path, "utf8"));
  const named = (title: string) =>
    sources.some((source) =>
      ['"', "`"].some((quote) => source.includes(`${quote}${title}${quote}`)),
    );
  expect(titles().length).toBeGreaterThan(60);
  expect(titles().filter((title) => !named(title))).toEqual([]);
});
