/**
 * A phone number as shown to someone who may not be its owner (L4): "154****0001"; abroad "+852****3456". What is too short
 * for that shows its last two digits only.
 */
export function maskPhone(phone: string): string {
  if (phone.length < 10) return `****${phone.slice(-2)}`;
  const shown = phone.startsWith("+") ? 4 : 3;
  return `${phone.slice(0, shown)}****${phone.slice(-4)}`;
}

/**
 * A document number with its middle hidden, birth date included: "370*************30". Only the last two characters stay: the
 * last six can be somebody's initial password (K4).
 */
export function maskDocumentNumber(documentNumber: string): string {
  if (documentNumber.length < 7) return "*".repeat(documentNumber.length);
  const hidden = documentNumber.length - 5;
  return `${documentNumber.slice(0, 3)}${"*".repeat(hidden)}${documentNumber.slice(-2)}`;
}

/** An e-mail address with its name hidden but for the first character: "y***@example.com". */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  if (at < 1) return "***";
  return `${Array.from(email)[0]}***${email.slice(at)}`;
}

/** A name of which only the first character is shown: "陈*". Somebody who looks on cannot learn it. */
export function maskName(name: string): string {
  const [first = "", ...rest] = Array.from(name);
  return `${first}${"*".repeat(Math.max(1, Math.min(rest.length, 3)))}`;
}
