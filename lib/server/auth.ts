import "server-only";
import { authInstance, finishedFlow } from "./auth-instance";
import { openLegacySession } from "./legacy/open-session";
import { personInstance } from "./login/providers";

const portal = personInstance("PORTAL");

/** Auth.js of the portal; the old entries (旧版登录) lead into the portal only. */
export const { auth, signIn, signOut } = authInstance({
  ...portal,
  basePath: "/api/auth",
  secret: "auth-portal",
  providers: [...portal.providers, finishedFlow("enterprise", openLegacySession)],
});
