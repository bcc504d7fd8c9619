const NAME = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Longest name before the "@" and longest address, RFC 5321 4.5.3.1. */
const NAME_MAX = 64;
export const EMAIL_MAX = 254;

/** An e-mail address as the database knows it (电子邮箱): lower case, without spaces around it. */
export function normalizeEmail(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * Checks a normalised e-mail address: one plain address of the Internet. Quoted names, comments, lists and line breaks are no
 * part of it, so that an address can never become a header of its own.
 */
export function checkEmail(value: string): "EMAIL_INVALID" | null {
  const at = value.lastIndexOf("@");
  const name = value.slice(0, at);
  const plain =
    value.length <= EMAIL_MAX &&
    name.length <= NAME_MAX &&
    NAME.test(name) &&
    HOST.test(value.slice(at + 1));
  return plain ? null : "EMAIL_INVALID";
}
