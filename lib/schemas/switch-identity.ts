import { z } from "zod";

const interactionField = z.string("INVALID").regex(/^[\w-]{21,64}$/, "INVALID");

/** The count of switches a page was rendered for (B7). */
const identityVersionField = z
  .string("INVALID")
  .regex(/^\d{1,9}$/, "INVALID")
  .transform(Number);

/** 「切换」: the identity to act as, and the count of switches the page was rendered for (B7). */
export const switchIdentityForm = z.object({
  identity: z.string("IDENTITY_REQUIRED").min(1, "IDENTITY_REQUIRED").max(80, "TOO_LONG"),
  identityVersion: identityVersionField,
  /** The request of a business system (单点登录) the switch is made for. */
  interaction: interactionField.optional(),
});

/** 「同意」 or 「拒绝」 of what an outside system asks for, as the identity the page names (B7). */
export const consentForm = z.object({
  interaction: interactionField,
  decision: z.enum(["ALLOW", "REFUSE"], "INVALID"),
  identityVersion: identityVersionField,
});

/** 「置顶」 and 「取消置顶」 of an identity. */
export const pinIdentityForm = z.object({
  identity: z.string("INVALID").min(1, "INVALID").max(80, "TOO_LONG"),
  pinned: z.boolean("INVALID"),
});
