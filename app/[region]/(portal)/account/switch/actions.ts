"use server";

import { pinIdentityForm } from "@/lib/schemas/switch-identity";
import { action } from "@/lib/server/action";
import { pinIdentity } from "@/lib/server/identities/pinned";

const pinning = action({ input: pinIdentityForm, allow: "SIGNED_IN" }, pinIdentity);

/** 「置顶」 and 「取消置顶」. */
export async function pinIdentityAction(input: unknown) {
  return pinning(input);
}
