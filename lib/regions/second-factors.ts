import type { EntryStyle } from "@/lib/regions/types";

/** What may follow account and password (双因子): a text message, a face by scan, or the person's own password. */
export type SecondFactor = "SMS" | "FACE" | "PERSONAL_PASSWORD";

/**
 * Second factors of an entry style (N0.3). The unified style asks for the personal password first, so it cannot stand second;
 * the old styles begin with the enterprise's password.
 */
export function secondFactorsOf(style: EntryStyle): readonly SecondFactor[] {
  return style === "UNIFIED" ? ["SMS", "FACE"] : ["SMS", "PERSONAL_PASSWORD"];
}
