import "server-only";
import { cookies } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import type { OfficerRole } from "@/lib/domain/officer-roles";
import { log } from "../log";
import { sessionCookie } from "../session-cookie";
import { hallAuth } from "./auth";
import { type CurrentOfficer, readOfficer } from "./officer-store";

export type { CurrentOfficer } from "./officer-store";

/** The officer (税务人员) signed in on this request, or null. Read from the database each time: who is disabled is out at once. */
export const getOfficer = cache(async (): Promise<CurrentOfficer | null> => {
  const session = await hallAuth();
  if (session?.failed) throw new Error("the session could not be read");
  return session?.officer ?? null;
});

/** When the session began and was last used, without keeping it alive: for the countdown. */
export async function peekOfficer(now: Date) {
  const token = (await cookies()).get(sessionCookie("HALL", "session"))?.value;
  return token ? readOfficer(token, { now, slide: false }) : null;
}

/**
 * The officer of a page of the hall; without roles any. Nobody signed in: the login. A role the page is not for: 403, with a
 * page that says which role is needed.
 */
export async function requireOfficer(...roles: OfficerRole[]): Promise<CurrentOfficer> {
  const officer = await getOfficer();
  if (!officer) redirect("/hall/login?reason=SIGNED_OUT");
  if (roles.length > 0 && !roles.includes(officer.role)) {
    log.warn("not authorised", { cause: "OFFICER_ROLE_REQUIRED", officerId: officer.officerId });
    forbidden();
  }
  return officer;
}
