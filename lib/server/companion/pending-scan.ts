import "server-only";
import { cookies } from "next/headers";
import { cookieFlags, cookieName } from "../session-cookie";

const COOKIE = "companion-scan";
/** As long as a code lives and a login takes. */
const SECONDS = 600;

/** Keeps a scanned code until the APP is signed in. */
export async function keepPendingScan(secret: string): Promise<void> {
  (await cookies()).set(cookieName(COOKIE), secret, {
    ...cookieFlags(),
    maxAge: SECONDS,
  });
}

/** Forgets it once it was opened. */
export async function forgetPendingScan(): Promise<void> {
  // A browser takes no word about such a cookie that is not marked as its own.
  (await cookies()).delete({ name: cookieName(COOKIE), ...cookieFlags() });
}

/** Where a code that waits for the login leads, or null. */
export async function pendingScanPath(): Promise<string | null> {
  const secret = (await cookies()).get(cookieName(COOKIE))?.value;
  return secret && /^[A-Za-z0-9_-]{43}$/.test(secret) ? `/app/scan/${secret}` : null;
}
