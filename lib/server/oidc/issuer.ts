import "server-only";
import { env } from "../env";

/** Path the provider answers below. */
export const MOUNT = "/oidc";

/** Who the provider is for everybody (签发者): from APP_URL, whatever host a request names. */
export function issuer(): string {
  return `${env().APP_URL}${MOUNT}`;
}
