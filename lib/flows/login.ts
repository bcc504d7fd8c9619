import { z } from "zod";
import { appSlug } from "@/lib/regions/apps";

/** How the person named themselves; decides where the code goes (L4). */
const identifierKind = z.enum(["DOCUMENT", "PHONE", "USERNAME"]);

/** How the second factor was proved; SCAN: a signed-in APP confirmed the login, which is both factors (Q2). */
const secondFactorProof = z.enum(["SMS", "EMAIL", "FACE", "SCAN"]);

export type SecondFactorProof = z.infer<typeof secondFactorProof>;

/** What a login flow knows. Every part is a fact written by the server after it was proved. */
export const loginFlowData = z.object({
  personId: z.string(),
  accountId: z.string(),
  identifierKind,
  /** The phone typed at the first step, as a row of the person. */
  phoneId: z.string().nullable(),
  enterpriseId: z.string().nullable(),
  /** Type chosen on the 特定主体 form; prefilled at the choice and changeable there. */
  projectKind: z.enum(["REPORT", "PROPERTY_SOURCE"]).nullable(),
  /** Logged in with a password that has to be changed before anything else: the initial one (K4), or one that was reset. */
  mustChangePassword: z.boolean(),
  /** Set once a second factor was proved in this flow. */
  secondFactor: secondFactorProof.nullable(),
  /** The phone application this login is into; null: the portal. */
  app: z.enum(["TAX", "IIT", "LICENSE"]).nullable().default(null),
  /** 扫码登录: the phone's own session, how it was proved, and whom it acts for when that is settled. */
  scanned: z
    .object({ proofs: z.string(), identity: z.string().nullable(), session: z.string() })
    .nullable()
    .default(null),
  /** 税务数字证书登录: the certificate in place of the password, and the flow it was proved in, which ends with this one. */
  certificate: z.object({ flow: z.string(), fingerprint: z.string() }).optional(),
  /** Which password the account had when the login began: one begun before it was changed does not end well. */
  passwordMark: z.string().optional(),
});

export type LoginFlowData = z.infer<typeof loginFlowData>;

/** Minutes from the password to the end of the login. */
export const LOGIN_FLOW_MINUTES = 15;

/** Where a login stands: derived from what is proved, never stored. */
export function loginStep(data: LoginFlowData): "VERIFY" | "CHANGE_PASSWORD" | "IDENTITY" {
  if (!data.secondFactor) return "VERIFY";
  return data.mustChangePassword ? "CHANGE_PASSWORD" : "IDENTITY";
}

/** Address of the page where a login stands. */
export function loginPath(region: string, flow: string, data: LoginFlowData): string {
  const pages = { VERIFY: "verify", CHANGE_PASSWORD: "change-password", IDENTITY: "identity" };
  const page = pages[loginStep(data)];
  return data.app
    ? `/app/${appSlug(data.app)}/login/${page}?region=${region}&flow=${flow}`
    : `/${region}/login/${page}?flow=${flow}`;
}

/** Where a finished login leads. */
export function loginGoal(region: string, data: LoginFlowData): string {
  return data.app ? `/app/${appSlug(data.app)}` : `/${region}/home`;
}

/** What a session keeps of how its login was proved, e.g. `PASSWORD SMS`, `CERTIFICATE SMS` or `SCAN PASSWORD FACE`. */
export function loginProofs(data: LoginFlowData): string {
  if (data.scanned) return `SCAN ${data.scanned.proofs}`;
  return `${data.certificate ? "CERTIFICATE" : "PASSWORD"} ${data.secondFactor}`;
}
