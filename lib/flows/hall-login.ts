import { z } from "zod";

/** What the login of an officer (税务人员) knows once the password was right; `verified`: the text message was, too. */
export const hallLoginData = z.object({ officerId: z.string(), verified: z.boolean() });

export type HallLoginData = z.infer<typeof hallLoginData>;

/** Minutes from the password to the end of the login. */
export const HALL_LOGIN_MINUTES = 10;

/** The hall is one for all bureaus: which one an officer belongs to is known only after the password. */
export const HALL_FLOW_REGION = "hall";

/** Address of the second step. */
export function hallVerifyPath(flow: string): string {
  return `/hall/login/verify?flow=${flow}`;
}
