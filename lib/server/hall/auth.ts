import "server-only";
import { HALL_LIMITS } from "@/lib/domain/session-limits";
import { authInstance, finishedFlow } from "../auth-instance";
import { readOfficer } from "./officer-store";
import { openOfficerSession } from "./open-session";

/** Auth.js of the tax hall (办税服务厅): officers' own cookies, worth nothing at the portal. */
export const {
  auth: hallAuth,
  signIn: hallSignIn,
  signOut: hallSignOut,
} = authInstance({
  scope: "HALL",
  basePath: "/api/hall-auth",
  secret: "auth-hall",
  absoluteHours: HALL_LIMITS.absoluteHours,
  providers: [finishedFlow("officer", openOfficerSession)],
  read: async (token, now) => {
    const officer = await readOfficer(token, { now, slide: true });
    return officer && { officer };
  },
});
