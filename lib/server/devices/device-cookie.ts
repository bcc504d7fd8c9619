import "server-only";
import { cookies } from "next/headers";
import { cookieFlags, cookieName } from "../session-cookie";
import { hashToken, newToken } from "../tokens";

const COOKIE = "device";
/** As long as browsers keep a cookie at most; each login begins it anew. */
const SECONDS = 400 * 24 * 60 * 60;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * This device (设备) as the database keeps it for one person; made known to the browser when it is new. Two people of one
 * device have hashes that do not tell so. Only in actions and route handlers.
 */
export async function deviceHash(personId: string): Promise<string> {
  const jar = await cookies();
  const present = jar.get(cookieName(COOKIE))?.value ?? "";
  const token = TOKEN.test(present) ? present : newToken();
  jar.set(cookieName(COOKIE), token, {
    ...cookieFlags(),
    maxAge: SECONDS,
  });
  return hashToken(`device:${personId}`, token);
}
