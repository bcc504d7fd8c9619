import "server-only";
import { hasLogin, PHONE_APPS, type PhoneApp } from "@/lib/regions/apps";
import { authInstance } from "../auth-instance";
import { personInstance } from "../login/providers";

/** Auth.js of the companion APP: an instance per application, for being signed in to one is nothing in another. */
const INSTANCES = new Map(
  PHONE_APPS.filter(hasLogin).map((app) => [
    app as PhoneApp,
    authInstance({
      ...personInstance(`APP:${app}`),
      basePath: "/api/companion-auth",
      secret: `auth-companion:APP:${app}`,
    }),
  ]),
);

/** @throws Error for an application without a login */
export function companionAuth(app: PhoneApp) {
  const instance = INSTANCES.get(app);
  if (!instance) throw new Error(`${app} has no login`);
  return instance;
}
