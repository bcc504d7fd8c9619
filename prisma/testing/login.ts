import type { LoginFlowData } from "@/lib/flows/login";
import { db } from "@/lib/server/db";
import { createFlow } from "@/lib/server/flow-store";
import { openLoginSession } from "@/lib/server/login/open-session";
import { sessionCookie } from "@/lib/server/session-cookie";
import { type CurrentSession, readSession } from "@/lib/server/session-store";
import { type Browser, inBrowser } from "@/prisma/testing/request-scope";

type Person = { id: string; accountId: string };

/** A login in 山东 whose factors are proved and that only has to be entered; `enter` opens its session by the real code. */
export async function provedLogin(browser: Browser, person: Person, app: "TAX" | null = null) {
  const now = new Date();
  const data: LoginFlowData = {
    personId: person.id,
    accountId: person.accountId,
    identifierKind: "DOCUMENT",
    phoneId: null,
    enterpriseId: null,
    projectKind: null,
    mustChangePassword: false,
    secondFactor: "SMS",
    app,
    scanned: null,
  };
  const { id: flow } = await inBrowser(browser, () =>
    createFlow({ kind: "LOGIN", region: "shandong", entry: "PERSON", data, now, ttlMinutes: 15 }),
  );
  const expiresAt = new Date(now.getTime() + 300_000);
  const proof = { purpose: "LOGIN", method: "SMS" } as const;
  await db.verification.create({ data: { ...proof, flowId: flow, verifiedAt: now, expiresAt } });
  const scope = app ? (`APP:${app}` as const) : "PORTAL";
  return {
    enter: () =>
      inBrowser(browser, async () => {
        const claim = {
          flow,
          region: "shandong",
          identity: "person",
          proof: "SMS",
          scope,
        } as const;
        const opened = await openLoginSession(claim);
        if (opened.ok) browser.cookies.set(sessionCookie(scope, "session"), opened.value.token);
        return opened;
      }),
  };
}

/** Signs a person in at a browser, in 山东 as natural person; the session as pages see it. */
export async function logIn(
  browser: Browser,
  person: Person,
  app: "TAX" | null = null,
): Promise<CurrentSession> {
  const opened = await (await provedLogin(browser, person, app)).enter();
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const scope = app ? (`APP:${app}` as const) : "PORTAL";
  const session = await readSession(opened.value.token, { now: new Date(), slide: false, scope });
  if (!session) throw new Error("the session is over");
  return session;
}
