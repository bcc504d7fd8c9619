import { readOutbox } from "@/lib/server/gateways/outbox";
import { chooseLegacyClient } from "@/lib/server/legacy/client";
import { submitEnterprisePassword } from "@/lib/server/legacy/enterprise-password";
import { pathAfterLegacyLogin } from "@/lib/server/legacy/finish";
import { legacyPeople, synchronizeHandlers } from "@/lib/server/legacy/people";
import { chooseLegacyProject, legacyProjects } from "@/lib/server/legacy/project";
import { proveByCode, sendHandlerCode } from "@/lib/server/legacy/prove-by-code";
import { proveByPassword } from "@/lib/server/legacy/prove-by-password";
import { setHandlerPassword } from "@/lib/server/legacy/set-password";
import { readSession } from "@/lib/server/session-store";
import { humanProof } from "@/prisma/testing/human-check";
import { ENTERPRISE_PASSWORD } from "@/prisma/testing/legacy";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

type Company = { creditCode: string; region: string };

/** One browser at an old entry: the steps as short calls, at `now`. */
export function legacyBrowser({ creditCode, region }: Company, now: Date) {
  const browser = newBrowser({ "user-agent": "test" });
  const context = { now, address: "192.0.2.1", userAgent: "test" };
  let flow = "";
  const step = <T>(run: () => Promise<T>) => inBrowser(browser, run);
  return {
    browser,
    get flow() {
      return flow;
    },
    async enter(
      password = ENTERPRISE_PASSWORD,
      entry: "ENTERPRISE" | "AGENCY" | "SPECIFIC" = "ENTERPRISE",
    ) {
      const form = { region, entry, taxpayerId: creditCode, password, agreement: true };
      const humanCheck = await humanProof();
      const result = await step(() => submitEnterprisePassword({ ...form, humanCheck }, context));
      if (result.ok) flow = new URL(result.value.to, "http://x").searchParams.get("flow") ?? "";
      return result;
    },
    people: () => step(() => legacyPeople(region, flow, now)),
    synchronize: () => step(() => synchronizeHandlers({ region, flow }, context)),
    send: (handler: string) => step(() => sendHandlerCode({ region, flow, handler }, context)),
    async code(phone: string) {
      return (await readOutbox(phone))[0]?.code ?? "";
    },
    byCode: (handler: string, code: string) =>
      step(() => proveByCode({ region, flow, handler, code }, context)),
    byPassword: (handler: string, password: string) =>
      step(() => proveByPassword({ region, flow, handler, password }, context)),
    setPassword: (newPassword: string) =>
      step(() => setHandlerPassword({ region, flow, newPassword }, context)),
    client: (client: string, password: string) =>
      step(() => chooseLegacyClient({ region, flow, client, password }, context)),
    projects: (search = "", kind?: "REPORT" | "PROPERTY_SOURCE") =>
      step(() => legacyProjects(region, flow, { search, kind }, now)),
    project: (identity: string) =>
      step(() => chooseLegacyProject({ region, flow, identity }, context)),
    /** Where a step that is asked for once more leads. */
    afterwards: () => step(() => pathAfterLegacyLogin(region, flow)),
    session: () =>
      readSession(browser.cookies.get("portal.session") ?? "", { now: new Date(), slide: false }),
  };
}
