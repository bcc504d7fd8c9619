import "server-only";
import { cache } from "react";
import { hasLogin, type PhoneApp } from "@/lib/regions/apps";
import type { CurrentSession } from "../session-store";
import { companionAuth } from "./auth";

/** Who is signed in to an application of the companion APP on this request, or null. */
export const companionSession = cache(async (app: PhoneApp): Promise<CurrentSession | null> => {
  if (!hasLogin(app)) return null;
  const session = await companionAuth(app).auth();
  if (session?.failed) throw new Error("the session could not be read");
  return session?.current ?? null;
});
