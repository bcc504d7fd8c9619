import type { LoginFlowData } from "@/lib/flows/login";
import { passwordMark } from "@/lib/server/accounts/password-mark";
import { db } from "@/lib/server/db";
import { createFlow } from "@/lib/server/flow-store";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { chooseIdentity, confirmFinanceManager } from "@/lib/server/login/choose-identity";
import { openLoginSession } from "@/lib/server/login/open-session";
import {
  secondFactorView,
  sendLoginCode,
  submitSecondFactor,
} from "@/lib/server/login/second-factor";
import type { newPerson } from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

type Person = Awaited<ReturnType<typeof newPerson>>;

/** A login in 山东 of a person whose password was right, and shorthands for its further steps. */
export async function beginLogin(
  person: Person,
  enterpriseId: string | null = null,
  entry: "PERSON" | "ENTERPRISE" | "SPECIFIC" = enterpriseId ? "ENTERPRISE" : "PERSON",
) {
  const account = await db.account.findUniqueOrThrow({ where: { id: person.accountId } });
  const now = new Date();
  const browser = newBrowser({ "user-agent": "test" });
  const data: LoginFlowData = {
    personId: person.id,
    accountId: person.accountId,
    identifierKind: "DOCUMENT",
    phoneId: null,
    enterpriseId,
    projectKind: null,
    mustChangePassword: false,
    secondFactor: null,
    app: null,
    scanned: null,
    passwordMark: passwordMark(account),
  };
  const { id: flow } = await inBrowser(browser, () =>
    createFlow({
      kind: "LOGIN",
      region: "shandong",
      entry,
      data,
      now,
      ttlMinutes: 15,
    }),
  );
  const form = { region: "shandong", flow };
  return {
    browser,
    form,
    view: () => inBrowser(browser, () => secondFactorView("shandong", flow, now)),
    send: () => inBrowser(browser, () => sendLoginCode(form, { now })),
    code: async () => {
      const sent = await inBrowser(browser, () => sendLoginCode(form, { now }));
      if (!sent.ok) throw new Error(JSON.stringify(sent));
      return (await readOutbox(person.phone))[0]?.code ?? "";
    },
    submit: (code: string) =>
      inBrowser(browser, () => submitSecondFactor({ ...form, code }, { now })),
    choose: (identity: string) =>
      inBrowser(browser, () => chooseIdentity({ ...form, identity }, { now })),
    confirm: () => inBrowser(browser, () => confirmFinanceManager(form, { now })),
    open: (identity: string) =>
      inBrowser(browser, () =>
        openLoginSession({ flow, region: "shandong", identity, proof: "SMS", scope: "PORTAL" }),
      ),
  };
}

/** The login sessions of a person. */
export function sessionsOf(personId: string) {
  return db.loginSession.findMany({ where: { personId } });
}
