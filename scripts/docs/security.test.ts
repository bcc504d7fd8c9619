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

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 begins with, but of chapter 10, much of which is for clients. Source: OWASP, 2025-05-30 (CC BY-SA 4.0). */
const REQUIREMENTS: Record<string, number> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{ "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5 },
  ...{ "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2 },
  ...{ "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4 },
  ...{ "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2 },
  ...{ "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1 },
  ...{ "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2 },
};

/** The requirements the page speaks of, ranges (`1.2.5 – 1.2.9`) written out. */
function spokenOf(): Set<string> {
  const found = new Set(text.match(/\b\d+\.\d+\.\d+\b/g));
  for (const [, section, from, to] of text.matchAll(/\b(\d+\.\d+)\.(\d+) – \d+\.\d+\.(\d+)\b/g)) {
    for (let each = Number(from); each <= Number(to); each++) found.add(`${section}.${each}`);
  }
  return found;
}

test("N1 docs/security.md speaks of every requirement of ASVS 5.0 levels 1 and 2 outside chapter 10", () => {
  const spoken = spokenOf();
  const missing = Object.entries(REQUIREMENTS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, each) => `${section}.${each + 1}`).filter(
      (each) => !spoken.has(each),
    ),
  );
  expect(missing).toEqual([]);
});
