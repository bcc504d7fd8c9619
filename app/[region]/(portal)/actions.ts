"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type SessionState, sessionState } from "@/components/layout/portal-session";
import { type Result, success } from "@/lib/domain/result";
import { switchIdentityForm } from "@/lib/schemas/switch-identity";
import { action } from "@/lib/server/action";
import { signOut } from "@/lib/server/auth";
import { servedRegion } from "@/lib/server/fixed-region";
import { switchIdentity } from "@/lib/server/identities/switch";
import { getSession, peekSession } from "@/lib/server/session";
import { endSession } from "@/lib/server/sign-out";

const switching = action({ input: switchIdentityForm, allow: "SIGNED_IN" }, switchIdentity);
const stayingSignedIn = action({ input: z.undefined(), allow: "ACTING" }, async () => success());

/** 「切换」. Goes to the home page as the new identity; answers only what kept it from that. */
export async function switchIdentityAction(
  _previous: Result<unknown> | null,
  form: FormData,
): Promise<Result<unknown>> {
  // What is posted need not be a form, whatever the types say.
  const result = await switching(form instanceof FormData ? Object.fromEntries(form) : form);
  // Header, menu and the page itself are of the identity that holds now, also when another tab switched.
  // Not revalidatePath: prerendered pages made anew would have scripts the content policy does not know.
  refresh();
  if (result.ok) redirect(result.value.to);
  return result;
}

/** 「退出」: ends the session on the server and in the browser. */
export async function signOutAction(slug: string): Promise<void> {
  const region = servedRegion(String(slug));
  const session = await getSession();
  if (session) await endSession({ session, now: new Date() });
  await signOut({ redirect: false });
  redirect(region ? `/${region.slug}/login?reason=SIGNED_OUT_BY_YOU` : "/");
}

/** How long the session has still to live; asking does not prolong it. Null when it is over. */
export async function peekSessionAction(): Promise<SessionState | null> {
  const now = new Date();
  const session = await peekSession(now);
  return session && sessionState(session, now);
}

/** 「继续使用」: keeps the session from going idle. */
export async function keepAliveAction(): Promise<SessionState | null> {
  await stayingSignedIn(undefined);
  return peekSessionAction();
}
