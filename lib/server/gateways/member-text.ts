import "server-only";

/** Strings, opening and closing brackets, and the commas and colons between. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * The very characters of a member of a JSON object, for signatures that cover those: parsing and writing anew may change
 * them. Looks at the outermost members only; null when there is none of that name, or several.
 * @throws SyntaxError when the text is no JSON
 */
export function memberText(json: string, name: string): string | null {
  JSON.parse(json);
  const found: string[] = [];
  let depth = 0;
  let member: string | null = null;
  let start = -1;
  let last: string | null = null;
  for (const { 0: token, index } of json.matchAll(TOKENS)) {
    const ends = depth === 1 && (token === "," || token === "}");
    if (ends && start >= 0) {
      if (member === name) found.push(json.slice(start, index).trim());
      start = -1;
    }
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else if (depth === 1 && token === ":") {
      member = last === null ? null : JSON.parse(last);
      start = index + 1;
    }
    last = token.startsWith('"') ? token : null;
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}
