/** Zeros of digit sets that a keyboard in China may yield and NFKC keeps: Arabic, Persian, Devanagari, Thai, Tibetan, Mongolian. */
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x0e50, 0x0f20, 0x1810];

/** Capital and small letters of Greek and Cyrillic that look like Latin capitals. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    A: "ΑαАа",
    B: "ΒβВв",
    C: "ϹСс",
    E: "ΕεЕе",
    H: "ΗНн",
    I: "ΙιІі",
    J: "Јј",
    K: "ΚκКк",
    M: "ΜМм",
    N: "Ν",
    O: "ΟοОо",
    P: "ΡρРр",
    S: "Ѕѕ",
    T: "ΤτТт",
    X: "ΧχХх",
    Y: "ΥυУуҮү",
    Z: "Ζ",
  }).flatMap(([latin, others]) => [...others].map((other): [string, string] => [other, latin])),
);

/** White space, invisible characters, dashes, the minus sign, the kana dash that input methods offer, and interpuncts. */
const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212\u30fc\u00b7\u2022\u2027\u2219\u22c5\u30fb]/gu;

/**
 * Half-width form (全角转半角): full-width, circled and other compatibility characters as plain ones, digits of other
 * scripts as ASCII digits. Character by character, so that applying it twice changes nothing more.
 */
export function toHalfWidth(text: string): string {
  return Array.from(text, (character) =>
    Array.from(character.normalize("NFKC"), asciiDigit).join(""),
  ).join("");
}

/**
 * A code as the database knows it: document numbers (证件号码), credit codes (统一社会信用代码), project numbers. Half-width,
 * Greek and Cyrillic look-alikes as Latin, without spaces, hyphens and invisible characters, capital letters.
 */
export function normalizeCode(text: string): string {
  const latin = Array.from(
    toHalfWidth(text),
    (character) => LOOK_ALIKES.get(character) ?? character,
  );
  return withoutSeparators(latin.join("")).replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/**
 * A phone number as the database knows it (手机号码): a mainland mobile number as 11 digits whatever its prefix (+86, 0086,
 * 86), any other as "+" and digits when it was typed with "+" or "00".
 */
export function normalizePhone(text: string): string {
  const compact = withoutSeparators(toHalfWidth(text)).replace(/[().]/g, "");
  const mainland = /^(?:\+|00)?86(1[3-9]\d{9})$/.exec(compact);
  if (mainland?.[1]) return mainland[1];
  return compact.replace(/^00(?=[1-9])/, "+");
}

/** The digits of what was typed or pasted as a verification code (短信验证码). */
export function normalizeSmsCode(text: string): string {
  return toHalfWidth(text).replace(/[^0-9]/g, "");
}

function withoutSeparators(text: string): string {
  return text.replace(SEPARATORS, "");
}

function asciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? character : String(code - zero);
}
