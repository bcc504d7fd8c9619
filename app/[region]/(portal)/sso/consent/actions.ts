"use server";

import { consentForm } from "@/lib/schemas/switch-identity";
import { action } from "@/lib/server/action";
import { decideConsent } from "@/lib/server/oidc/consent";

const deciding = action({ input: consentForm, allow: "ACTING" }, decideConsent);

/** 「同意」 or 「拒绝」. */
export async function decideConsentAction(input: unknown) {
  return deciding(input);
}
