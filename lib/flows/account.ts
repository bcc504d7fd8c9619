import { z } from "zod";

/**
 * What a flow about somebody's own account knows: 忘记密码, 忘记旧密码, 找回手机号码, 添加手机号码, 用户注销. Every part is a fact written by
 * the server after it was proved.
 */
export const accountFlowData = z.object({
  personId: z.string(),
  accountId: z.string(),
  /** The phone typed to name the account, as a row of the person: the code goes there. */
  phoneId: z.string().nullable(),
  /** The session it belongs to; null: nobody is signed in. */
  sessionId: z.string().nullable(),
  /** How it was proved that the person is there; null: not yet. */
  proof: z.enum(["SMS", "EMAIL", "FACE", "CODE_AND_FACE"]).nullable(),
  /** A code and a real name both are asked for (云南 4). */
  both: z.boolean().default(false),
  /** Of a flow that nobody has to be signed in for: which password the account had when it began. */
  passwordMark: z.string().optional(),
});

export type AccountFlowData = z.infer<typeof accountFlowData>;

/** The kinds of flow of this shape; each has codes and faces of its own purpose. */
export type AccountFlowKind =
  | "FORGOT_PASSWORD"
  | "CHANGE_PASSWORD"
  | "FIND_PHONE"
  | "ADD_PHONE"
  | "CLOSE_ACCOUNT";

/** Minutes from naming the account to the end. */
export const ACCOUNT_FLOW_MINUTES = 15;

/** Where the setting of a forgotten password stands: derived from what is proved, never stored. */
export function recoveryStep({
  proof,
  both,
}: Pick<AccountFlowData, "proof" | "both">): "VERIFY" | "REAL_NAME" | "NEW_PASSWORD" {
  if (!proof) return "VERIFY";
  return both && proof !== "CODE_AND_FACE" ? "REAL_NAME" : "NEW_PASSWORD";
}

const PAGES: Record<AccountFlowKind, string> = {
  FORGOT_PASSWORD: "forgot-password",
  CHANGE_PASSWORD: "account/password",
  FIND_PHONE: "find-phone",
  ADD_PHONE: "account/phones",
  CLOSE_ACCOUNT: "account/close",
};

/** Address of the page where a flow stands. */
export function accountFlowPath(kind: AccountFlowKind, region: string, flow: string): string {
  return `/${region}/${PAGES[kind]}?flow=${flow}`;
}
