import { englishMoment } from "@/lib/domain/china-time";

export type TextParams = Readonly<Record<string, string | number>>;

/** What stands where a problem does not know its field. */
const NO_LABEL = "this field";

/**
 * A text with its `{names}` replaced. `{name:moment}` writes an ISO instant as a date and time in China, `{name:lower}` begins
 * in lower case, as the label of a field does within a sentence; `{name:unlock}` names the ways out of a lock.
 */
export function fillText(template: string, params: TextParams = {}): string {
  return template.replace(/\{(\w+)(?::(\w+))?\}/g, (_all, name: string, form?: string) => {
    const value = String(params[name] ?? (name === "label" ? NO_LABEL : ""));
    if (form === "moment") return `${englishMoment(new Date(value))} (China time)`;
    if (form === "unlock") return unlockWays(value);
    return form === "lower" ? lowered(value) : value;
  });
}

/** "Username" becomes "username"; "QR code" stays. */
function lowered(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const UNLOCK_WAYS: Readonly<Record<string, string>> = {
  FORGOT_PASSWORD: "“Forgot password”",
  FACE: "“Unlock with your face”",
};

/** Codes of ways with spaces between; nothing when none is open. */
function unlockWays(ways: string): string {
  const names = ways.split(" ").flatMap((way) => UNLOCK_WAYS[way] ?? []);
  return names.length > 0 ? `, or at once by ${names.join(" or ")}` : "";
}
