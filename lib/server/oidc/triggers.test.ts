// Whatever ends a login or an identity reaches every business system: in the transaction that ends it, not some seconds later.
import "@/prisma/testing/demo-database";
import * as openid from "openid-client";
import { expect, test, vi } from "vitest";
import { closeAccount, sendClosingCode } from "@/lib/server/accounts/close-account";
import { setNewPassword } from "@/lib/server/accounts/new-password";
import { fileAgreementChange, fileTermination } from "@/lib/server/agencies/change";
import { fileAgencyInformation } from "@/lib/server/agencies/information";
import { db, transaction } from "@/lib/server/db";
import { endOtherSessions, endOwnSession } from "@/lib/server/devices/open-sessions";
import { switchIdentity } from "@/lib/server/identities/switch";
import { notify } from "@/lib/server/notices/notify";
import { reportOwnMessage } from "@/lib/server/notices/report";
import {
  decideAtCounter,
  decideOwnRelation,
  decideStaffRelation,
} from "@/lib/server/relations/decide";
import { changePeriod } from "@/lib/server/relations/grants";
import { handOver } from "@/lib/server/relations/hand-over";
import { readSession } from "@/lib/server/session-store";
import { endSession } from "@/lib/server/sign-out";
import {
  agencyAndClient,
  agentSession,
  agreed,
  elements,
  listAgent,
} from "@/prisma/testing/agencies";
import { sessionOf, signIn } from "@/prisma/testing/demo-session";
import { formOf, newCitizen } from "@/prisma/testing/filing";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { newClient, OidcBrowser, relyingParty, signInAt } from "@/prisma/testing/oidc";
import { newestCode } from "@/prisma/testing/own-session";
import { DEMO_PASSWORD, demoPasswordHash, newPerson, relate } from "@/prisma/testing/people";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import {
  asking,
  askingAs,
  company,
  handlerForm,
  newestRelation,
  realPerson,
} from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

/** Signs a portal session in at two business systems; answers how each of them stands. */
async function atTwoSystems(token: string) {
  const browser = new OidcBrowser(token);
  const systems = await Promise.all(
    [1, 2].map(async () => {
      const client = await newClient({ backchannelLogoutUri: "http://127.0.0.1:9/logout" });
      return { client, config: await relyingParty(client) };
    }),
  );
  const signedIn: ((typeof systems)[number] & { tokens: Awaited<ReturnType<typeof signInAt>> })[] =
    [];
  for (const system of systems) {
    signedIn.push({ ...system, tokens: await signInAt(system.config, browser) });
  }
  const stands = async ({ client, config, tokens }: (typeof signedIn)[number]) => ({
    active: (await openid.tokenIntrospection(config, tokens.access_token)).active,
    refreshed: await openid.refreshTokenGrant(config, String(tokens.refresh_token)).then(
      () => true,
      ({ error }) => error,
    ),
    told: await db.oidcLogoutDelivery.count({
      where: { clientId: client.id, grant: { sid: String(tokens.claims()?.sid) } },
    }),
  });
  return () => Promise.all(signedIn.map(stands));
}

const OVER = { active: false, refreshed: "invalid_grant", told: 1 };
const done = async (result: Promise<{ ok: boolean }>) =>
  expect(await result).toMatchObject({ ok: true });

/** A handler at work, and the legal representative who manages them. */
async function atWork() {
  const { person: legal, relationId: legally, enterprise } = await company();
  const handler = await realPerson();
  const relationId = await relate(handler.id, enterprise.id, "TAX_HANDLER");
  const { token, session } = (await askingAs(handler, relationId)).context;
  const { context, identityVersion } = await askingAs(legal, legally);
  return { handler, enterprise, relationId, token, session, context, identityVersion };
}

type Work = Awaited<ReturnType<typeof atWork>>;
const now = () => new Date();
/** A request of the handler from another device. */
const elsewhere = ({ handler }: Work) => asking(handler);

test.each<[string, (work: Work) => Promise<unknown>]>([
  ["退出", ({ session }) => endSession({ session, now: now() })],
  [
    "a logout from another device",
    async (work) => done(endOwnSession({ session: work.session.id }, await elsewhere(work))),
  ],
  [
    "a logout of all other devices",
    async (work) => done(endOtherSessions({}, await elsewhere(work))),
  ],
  [
    "不是我本人操作",
    async (work) => {
      const { id: personId } = work.handler;
      const message = await transaction((tx) =>
        notify(tx, { personId, kind: "PASSWORD_CHANGED" }, now()),
      );
      await done(reportOwnMessage({ message }, await elsewhere(work)));
    },
  ],
  [
    "a new password",
    ({ handler }) =>
      transaction((tx) =>
        setNewPassword(
          tx,
          { personId: handler.id, accountId: handler.accountId, passwordHash: "$new" },
          now(),
        ),
      ),
  ],
  [
    "a freeze by a manager",
    ({ relationId, context, identityVersion }) =>
      done(decideStaffRelation({ relationId, action: "FREEZE", identityVersion }, context)),
  ],
  [
    "a removal by a manager",
    ({ relationId, context, identityVersion }) =>
      done(decideStaffRelation({ relationId, action: "REMOVE", identityVersion }, context)),
  ],
  [
    "a removal by oneself",
    async (work) =>
      done(
        decideOwnRelation(
          { relationId: work.relationId, action: "REMOVE_OWN" },
          await elsewhere(work),
        ),
      ),
  ],
  [
    "a freeze at the counter",
    async ({ relationId }) => {
      const { officer } = await newOfficer();
      const own = { ...officer, ownPeople: [] };
      const form = { relationId, action: "FREEZE" as const, reason: REASON };
      await done(decideAtCounter(form, own, now()));
    },
  ],
  [
    "a handover to a successor",
    async ({ relationId, context, identityVersion, enterprise }) => {
      const successor = await realPerson();
      await done(handOver({ ...handlerForm(successor, identityVersion), relationId }, context));
      const offered = await newestRelation(successor.id, enterprise.id);
      const accept = { relationId: offered, action: "ACCEPT" } as const;
      await done(decideOwnRelation(accept, await asking(successor)));
    },
  ],
  [
    "a period that begins later",
    ({ relationId, context, identityVersion }) => {
      const period = { validFrom: "2099-01-01", validTo: "2099-12-31" };
      return done(changePeriod({ relationId, identityVersion, ...period }, context));
    },
  ],
  [
    "身份切换",
    ({ session, token: _token }) =>
      done(
        switchIdentity(
          { identity: "person", identityVersion: session.identityVersion },
          { session, now: now(), address: "", userAgent: "" },
        ),
      ),
  ],
])("OIDC %s ends every token, refresh tokens too, and tells every system", async (_what, end) => {
  const work = await atWork();
  const systems = await atTwoSystems(work.token);
  await end(work);
  expect(await systems()).toEqual([OVER, OVER]);
});

test("OIDC a closed account ends every token, and tells every system", async () => {
  const person = await newPerson(await demoPasswordHash());
  const token = await signIn(person.name, "shandong", { entry: "PERSON" });
  const systems = await atTwoSystems(token);
  const session = await sessionOf(await signIn(person.name, "shandong", { entry: "PERSON" }));
  const context = { session, now: now() };
  await inBrowser(newBrowser(), async () => {
    const sent = await sendClosingCode({ flow: "" }, context);
    const flow = sent.ok ? sent.value.flow : "";
    const form = { flow, password: DEMO_PASSWORD, code: await newestCode(person.phone) };
    await done(closeAccount(form, context));
  });
  expect(await systems()).toEqual([OVER, OVER]);
});

type Agency = Awaited<ReturnType<typeof agencyAndClient>> & { agreement: string };

test.each<[string, (agency: Agency) => Promise<unknown>]>([
  [
    "a terminated agreement",
    async ({ agency, agreement }) => {
      const context = await agency.context();
      await done(fileTermination({ ...formOf(context), agreement }, context));
    },
  ],
  [
    "an agreement whose people change",
    async ({ agency, agreement, client }) => {
      const context = await agency.context();
      const other = await listAgent(agency, (await newCitizen()).id);
      const { validFrom, validTo } = elements(client, []);
      const change = { ...formOf(context), agreement, staff: [other], validFrom, validTo };
      await done(fileAgreementChange(change, context));
    },
  ],
  [
    "an agency that no longer lists the agent",
    async ({ agency, staff }) => {
      await listAgent(agency, (await newCitizen()).id);
      const context = await agency.context();
      await done(
        fileAgencyInformation({ ...formOf(context), removed: [staff], added: [] }, context),
      );
    },
  ],
])("OIDC %s ends every token of the agent, and tells every system", async (_what, end) => {
  const made = await agencyAndClient();
  const agreement = await agreed(made.agency, made.client, [made.staff]);
  const { token } = await agentSession(made.agent.id, agreement);
  expect(await readSession(token, { now: now(), slide: false })).toMatchObject({ problem: null });
  const systems = await atTwoSystems(token);
  await end({ ...made, agreement });
  expect(await systems()).toEqual([OVER, OVER]);
});
