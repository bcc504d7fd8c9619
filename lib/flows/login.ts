import { z } from "zod";

/** How the person named themselves; decides where the code goes (L4). */
const identifierKind = z.enum(["DOCUMENT", "PHONE", "USERNAME"]);

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
  /** Logged in with the initial password: it has to be changed before anything else (K4). */
  initialPassword: z.boolean(),
  /** Set once a second factor was proved in this flow. */
  secondFactor: z.enum(["SMS", "EMAIL"]).nullable(),
});

export type LoginFlowData = z.infer<typeof loginFlowData>;

/** Minutes from the password to the end of the login. */
export const LOGIN_FLOW_MINUTES = 15;

/** Where a login stands: derived from what is proved, never stored. */
export function loginStep(data: LoginFlowData): "VERIFY" | "CHANGE_PASSWORD" | "IDENTITY" {
  if (!data.secondFactor) return "VERIFY";
  return data.initialPassword ? "CHANGE_PASSWORD" : "IDENTITY";
}

/** Address of the page where a login stands. */
export function loginPath(region: string, flow: string, data: LoginFlowData): string {
  const pages = { VERIFY: "verify", CHANGE_PASSWORD: "change-password", IDENTITY: "identity" };
  return `/${region}/login/${pages[loginStep(data)]}?flow=${flow}`;
}
