import type { Entry } from "@/generated/sqlite/enums";
import type { LoginFlowData } from "@/lib/flows/login";
import type { PhoneApp } from "@/lib/regions/apps";
import { db } from "@/lib/server/db";
import { createFlow } from "@/lib/server/flow-store";
import type { RequestContext } from "@/lib/server/request";
import { loginFaceCode } from "@/lib/server/scan/create";
import { sessionCookie } from "@/lib/server/session-cookie";
import { sessionTokenHash } from "@/lib/server/session-store";
import { newToken } from "@/lib/server/tokens";
import { type Browser, inBrowser } from "@/prisma/testing/request-scope";

type Person = { id: string; accountId: string };

/** Signs a phone in to an application of the companion APP. */
export async function openAppSession(
  browser: Browser,
  session: {
    app: "TAX" | "IIT" | "LICENSE";
    person: Person;
    region: string;
    entry: Entry;
    relationId?: string;
    now: Date;
  },
): Promise<void> {
  const { app, person, region, entry, relationId, now } = session;
  const scope = `APP:${app}` as const;
  const token = newToken();
  await db.loginSession.create({
    data: {
      tokenHash: sessionTokenHash(token, scope),
      instance: "APP",
      app,
      personId: person.id,
      region,
      entry,
      relationId,
      proofs: "PASSWORD SMS",
      userAgent: "phone",
      createdAt: now,
      lastSeenAt: now,
    },
  });
  browser.cookies.set(sessionCookie(scope, "session"), token);
}

/** A login of a person whose password was right, in 山东, and the code of 扫脸验证 for it. */
export async function newLogin(
  browser: Browser,
  person: Person,
  now: Date,
  app: LoginFlowData["app"] = null,
  enterpriseId: string | null = null,
) {
  const data: LoginFlowData = {
    personId: person.id,
    accountId: person.accountId,
    identifierKind: "DOCUMENT",
    phoneId: null,
    enterpriseId,
    projectKind: null,
    mustChangePassword: false,
    secondFactor: null,
    app,
    scanned: null,
  };
  const { id: flow } = await inBrowser(browser, () =>
    createFlow({
      kind: "LOGIN",
      region: "shandong",
      entry: enterpriseId ? "ENTERPRISE" : "PERSON",
      data,
      now,
      ttlMinutes: 15,
    }),
  );
  return {
    flow,
    async faceCode(by: PhoneApp, context: RequestContext) {
      const made = await inBrowser(browser, () =>
        loginFaceCode({ region: "shandong", flow, app: by }, context),
      );
      if (!made.ok) throw new Error(JSON.stringify(made));
      return { ...made.value, secret: made.value.link.split("/").at(-1) ?? "" };
    },
  };
}
