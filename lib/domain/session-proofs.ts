/** What a session opened at an old entry (旧版登录) was proved with first; the other proofs follow it. */
export const OLD_STYLE_PROOF = "ENTERPRISE_PASSWORD";

/**
 * Whether a session came through an old entry: the enterprise's password and one proof of the person. A manager may know both
 * secrets, so such a session acts for its enterprise only and never for the person's own account (O1).
 */
export function isOldStyle(proofs: readonly string[]): boolean {
  return proofs.includes(OLD_STYLE_PROOF);
}
