import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { FilingKind, FilingStatus } from "@/generated/sqlite/enums";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { functionAreas } from "@/lib/domain/function-areas";
import { FUNCTIONS, searchFunctions } from "@/lib/domain/function-tree";
import { BUSINESS_SYSTEMS } from "@/lib/domain/function-tree-types";
import {
  ACCOUNT_WORDS,
  COMMON_WORDS,
  LOGIN_WORDS,
  RECOVERY_WORDS,
  REGISTER_WORDS,
} from "@/lib/english/areas";
import { ENGLISH } from "@/lib/english/dictionary";
import { fillText } from "@/lib/english/fill";
import { englishNotice } from "@/lib/english/notices";
import { TROUBLE_ENGLISH } from "@/lib/english/trouble";
import { registerSteps } from "@/lib/flows/register";
import {
  DOCUMENT_TYPE_CHOICES,
  documentTypeLabel,
  filingKindLabel,
  filingStatusLabel,
  PROJECT_KIND_CHOICES,
} from "@/lib/labels";
import { AUDIT_ACTION_CHOICES, auditActorLabel, auditOutcomeLabel } from "@/lib/messages/audit";
import { appName, PHONE_APPS } from "@/lib/regions/apps";
import { REGIONS } from "@/lib/regions/list";

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** Files that speak both languages: they ask for words. */
const SPEAKING = /(#use-texts|texts\/request-texts|use-problem-text)"/;

const sources = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, source: readFileSync(file, "utf8") })),
);

const files = sources.filter(
  ({ file, source }) => !/^(lib|components\/texts)\//.test(file) && SPEAKING.test(source),
);

/** Chinese texts of a file, its comments aside. */
function chineseTexts(source: string): string[] {
  const tree = ts.createSourceFile(
    "x.tsx",
    source,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node);
    const rest = ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    if ((text || rest) && CHINESE.test(node.text)) found.push(node.text.trim());
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const NO_GRANTS = { acting: "ENTERPRISE", role: null, regionDefaults: false, grants: [] } as const;

/** Stand on a page in the other language on purpose. */
const BOTH_LANGUAGES = new Set(["components/layout/language-switch.tsx"]);

/** Words the browser has in a file of components, by the layouts the file's pages stand in. */
const SENT: readonly [RegExp, Readonly<Record<string, string>>][] = [
  [/^app\/_components\//, TROUBLE_ENGLISH],
  [/\(public\)\/(login|unlock|apps)\//, { ...COMMON_WORDS, ...LOGIN_WORDS }],
  [/\(public\)\/register\//, { ...COMMON_WORDS, ...REGISTER_WORDS }],
  [/\(public\)\/(forgot-password|find-phone|report)\//, { ...COMMON_WORDS, ...RECOVERY_WORDS }],
  [
    /\(portal\)\/|layout\/(portal-|account-shell|function-search)/,
    { ...COMMON_WORDS, ...ACCOUNT_WORDS },
  ],
  [/./, COMMON_WORDS],
];

describe("B18 English", () => {
  test("says everything in English: no Chinese character in it, no name of a value lost", () => {
    for (const [source, english] of Object.entries(ENGLISH)) {
      expect(english, source).not.toMatch(CHINESE);
      const names = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();
      if (CHINESE.test(source)) expect(names(english), source).toEqual(names(source));
    }
  });

  test("every Chinese text of a page that speaks both languages has an English one", () => {
    const missing = files
      .filter(({ file }) => !BOTH_LANGUAGES.has(file))
      .flatMap(({ file, source }) => chineseTexts(source).map((text) => `${file}: ${text}`))
      .filter((line) => !(line.slice(line.indexOf(": ") + 2) in ENGLISH));
    expect(files.length).toBeGreaterThan(80);
    expect(missing).toEqual([]);
  });

  test("the browser is sent every word its components say", () => {
    const missing = files
      .filter(({ file, source }) => source.includes("#use-texts") && !BOTH_LANGUAGES.has(file))
      .flatMap(({ file, source }) => {
        const words = SENT.find(([place]) => place.test(file))?.[1] ?? {};
        const unsent = chineseTexts(source).filter((text) => !(text in words));
        return unsent.map((text) => `${file}: ${text}`);
      });
    expect(missing).toEqual([]);
  });

  test("no English text is left over", () => {
    const elsewhere = sources
      .filter(({ file }) => !file.startsWith("lib/english/"))
      .map(({ source }) => source)
      .join("\n");
    const used = (text: string) => elsewhere.includes(text);
    expect(Object.keys(ENGLISH).filter((text) => CHINESE.test(text) && !used(text))).toEqual([]);
  });

  test("names that come from data have English ones", () => {
    const names = [
      ...REGIONS.flatMap(({ name, bureauName }) => [name, bureauName]),
      ...REGIONS.flatMap(({ taxAuthorities }) => taxAuthorities ?? []),
      ...REGIONS.flatMap((region) => PHONE_APPS.map((app) => appName(app, region))),
      ...DOCUMENT_TYPES.map(documentTypeLabel),
      ...[...DOCUMENT_TYPE_CHOICES, ...PROJECT_KIND_CHOICES].map(({ label }) => label),
      ...registerSteps(true),
      ...registerSteps(false),
      ...registerSteps(false, { begins: "PHONE", enterpriseUser: true }),
      ...AUDIT_ACTION_CHOICES.map(({ label }) => label),
      ...["OK", "REFUSED"].map(auditOutcomeLabel),
      ...["OFFICER", "SYSTEM", "PERSON"].map((kind) => auditActorLabel(kind, false)),
      auditActorLabel("PERSON", true),
      ...FUNCTIONS.flatMap(({ path }) => path),
      ...functionAreas(NO_GRANTS, { recognises: true }).map(({ name }) => name),
      ...Object.values(BUSINESS_SYSTEMS),
      ...Object.values(FilingKind).map(filingKindLabel),
      ...Object.values(FilingStatus).map(filingStatusLabel),
    ];
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name) => !(name in ENGLISH))).toEqual([]);
  });

  test("functions are found by their English names, too", () => {
    const named = (name: string) => ENGLISH[name] ?? name;
    const found = (query: string) => searchFunctions(FUNCTIONS, query, named);
    expect(found("tax residence").map(({ name }) => name)).toEqual(["中国税收居民身份证明开具"]);
    expect(found("VAT").length).toBeGreaterThan(5);
    expect(searchFunctions(FUNCTIONS, "tax residence")).toEqual([]);
  });

  test("a sentence begins its field in lower case, and writes moments by the clocks of China", () => {
    expect(fillText("Enter your {label:lower}", { label: "Full name" })).toBe(
      "Enter your full name",
    );
    expect(fillText("Enter your {label:lower}", { label: "SMS code" })).toBe("Enter your SMS code");
    expect(fillText("Check {label:lower}")).toBe("Check this field");
    expect(fillText("{until:moment}", { until: "2026-11-21T16:00:00.000Z" })).toBe(
      "22 November 2026, 00:00 (China time)",
    );
  });

  test("a message is told with its names and the role in English", () => {
    const params = { enterprise: "海蓝科技", role: "开票员", phone: "154****0001" };
    expect(englishNotice("PHONE_ADDED", params)?.text).toContain("154****0001");
    expect(englishNotice("RELATION_EXPIRED", params)?.text).toBe(
      "Your authorisation of 海蓝科技 has expired: Invoice clerk",
    );
    expect(englishNotice("constructor", params)).toBeNull();
  });
});
