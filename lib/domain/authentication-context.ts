/** How a login was proved, told to business systems as `acr` (认证等级), weakest first. */
export const ACR_VALUES = ["urn:tax:acr:1f", "urn:tax:acr:2f", "urn:tax:acr:face"] as const;

export type Acr = (typeof ACR_VALUES)[number];

/** A certificate's key is held and its PIN is known. */
const FACTORS: Record<string, readonly ("KNOWN" | "HELD")[]> = {
  PASSWORD: ["KNOWN"],
  ENTERPRISE_PASSWORD: ["KNOWN"],
  CERTIFICATE: ["HELD", "KNOWN"],
  SMS: ["HELD"],
  EMAIL: ["HELD"],
};

/** RFC 8176. A scanned login brings the proofs of the phone's own session along. */
const METHODS: Record<string, string> = {
  PASSWORD: "pwd",
  ENTERPRISE_PASSWORD: "pwd",
  CERTIFICATE: "swk",
  SMS: "sms",
  EMAIL: "otp",
  FACE: "face",
  SCAN: "hwk",
};

/** `acr` of a session's proofs: with a verified face, with something known and something held, or with one factor only. */
export function acrOf(proofs: readonly string[]): Acr {
  if (proofs.includes("FACE")) return "urn:tax:acr:face";
  const factors = new Set(proofs.flatMap((proof) => FACTORS[proof] ?? []));
  return factors.size > 1 ? "urn:tax:acr:2f" : "urn:tax:acr:1f";
}

/** `amr` of a session's proofs (RFC 8176), `mfa` when there is more than one factor. */
export function amrOf(proofs: readonly string[]): string[] {
  const methods = proofs.map((proof) => METHODS[proof]).filter((each) => each !== undefined);
  return [...new Set([...methods, ...(acrOf(proofs) === "urn:tax:acr:1f" ? [] : ["mfa"])])];
}

/** Whether a login proved as `held` is at least as strong as `wanted`; a value that is none of ours never is. */
export function satisfiesAcr(held: Acr, wanted: string): boolean {
  const rank = ACR_VALUES.indexOf(wanted as Acr);
  return rank >= 0 && ACR_VALUES.indexOf(held) >= rank;
}

/** The `acr` to answer with: the first of the wanted ones that holds (OpenID Connect Core 5.5.1.1), else what is held. */
export function answeredAcr(held: Acr, wanted: readonly string[]): Acr {
  return ACR_VALUES.find((each) => each === wanted.find((one) => satisfiesAcr(held, one))) ?? held;
}
