import "server-only";
import { authInstance } from "./auth-instance";

/** Auth.js of the portal. */
export const { auth, signIn, signOut } = authInstance("PORTAL", "/api/auth");
