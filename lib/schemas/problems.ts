import type { z } from "zod";
import type { Problem } from "@/lib/domain/result";

const CODE = /^[A-Z][A-Z0-9_]*$/;

/**
 * The problems of a failed zod check, in the order of the fields. A schema's own message is a problem code; zod's built-in
 * messages become the general code of their kind.
 */
export function problemsOf(issues: readonly z.core.$ZodIssue[]): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const issue of issues) {
    const field = issue.path.map(String).join(".");
    // One sentence per field: the first thing to mend.
    if (field && seen.has(field)) continue;
    seen.add(field);
    const params = paramsOf(issue);
    problems.push({
      code: codeOf(issue),
      ...(field && { field }),
      ...(params && { params }),
    });
  }
  return problems;
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (CODE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "too_small":
      return "REQUIRED";
    case "too_big":
      return "TOO_LONG";
    case "invalid_type":
      return "NOT_TEXT";
    default:
      return "INVALID";
  }
}

function paramsOf(issue: z.core.$ZodIssue): Problem["params"] | undefined {
  if (issue.code === "too_big") return { max: Number(issue.maximum) };
  if (issue.code !== "custom" || !issue.params) return undefined;
  const entries = Object.entries(issue.params).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
