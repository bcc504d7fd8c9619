import "@/prisma/testing/empty-database";
import { beforeEach, describe, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { agreementForm } from "@/lib/schemas/filings/agency";
import { fileAgreement } from "@/lib/server/agencies/agreement";
import { agreementsOfAgency } from "@/lib/server/agencies/agreements";
import { fileAgreementChange, fileTermination } from "@/lib/server/agencies/change";
import { fileAgencyInformation, listedAgents } from "@/lib/server/agencies/information";
import { recogniseAgency } from "@/lib/server/agencies/recognition";
import { db } from "@/lib/server/db";
import type { SignedIn } from "@/lib/server/filings/access";
import { filingView } from "@/lib/server/filings/list";
import { switchIdentity } from "@/lib/server/identities/switch";
import { fileCrossRegionReport } from "@/lib/server/projects/report";
import {
  agencyAndClient,
  agentSession,
  agreed,
  clientsOf,
  elements,
  type Filer,
  listAgent,
} from "@/prisma/testing/agencies";
import {
  actingAs,
  filingIdOf,
  formOf,
  newCitizen,
  newDocumentNumber,
  newFiler,
} from "@/prisma/testing/filing";
import { relate } from "@/prisma/testing/people";

const today = dayOf(new Date());
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

describe("in 山东, where agreements take effect when filed", () => {
  let agency: Filer;
  let client: Filer;
  let agent: Awaited<ReturnType<typeof newCitizen>>;
  let staff: string;
  let context: SignedIn;
  beforeEach(async () => {
    ({ agency, client, agent, staff } = await agencyAndClient());
    context = await agency.context();
  });

  test("G1 staff is listed by name and document, known or not, and answered alike", async () => {
    const known = await newCitizen();
    const entry = { documentType: "RESIDENT_ID" as const };
    const added = [
      { ...entry, name: known.name, documentNumber: known.number },
      { ...entry, name: "未注册", documentNumber: newDocumentNumber() },
      { ...entry, name: "另一姓名", documentNumber: agent.number },
    ];
    const result = await fileAgencyInformation({ ...formOf(context), removed: [], added }, context);
    const view = await filingView(context.session, filingIdOf(result));
    expect(view?.lines.filter(({ name }) => name === "添加人员")).toHaveLength(3);
    const listed = await listedAgents(agency.enterprise.id);
    expect(listed.map(({ name }) => name).sort()).toEqual(
      [agent.name, known.name, "未注册", "另一姓名"].sort(),
    );
    const again = await db.agencyStaff.count({ where: { personId: known.id } });
    expect(again).toBe(1);
  });

  test("G1 an agency that lists nobody, or somebody twice, is told", async () => {
    const nobody = { ...formOf(context), removed: [staff], added: [] };
    expect(await fileAgencyInformation(nobody, context)).toEqual(refused("STAFF_LIST_EMPTY"));
    const one = {
      name: "某人",
      documentType: "RESIDENT_ID" as const,
      documentNumber: newDocumentNumber(),
    };
    const twice = { ...formOf(context), removed: [], added: [one, one] };
    expect(await fileAgencyInformation(twice, context)).toEqual(refused("SAME_PERSON_TWICE"));
    expect(await listedAgents(agency.enterprise.id)).toHaveLength(1);
  });

  test("G1, L7 a filed agreement offers its client to the named staff, and to nobody else", async () => {
    const other = await newCitizen();
    await listAgent(agency, other.id);
    await agreed(agency, client, [staff]);
    expect(await clientsOf(agent.id, agency)).toMatchObject([{ name: client.enterprise.name }]);
    expect(await clientsOf(other.id, agency)).toEqual([]);
  });

  test("G1 an unknown client, a client of another bureau, and the agency itself are refused", async () => {
    const form = () => formOf(context);
    const unknown = { ...elements(client, [staff]), client: "91370100YY3C2B017K" };
    expect(await fileAgreement({ ...form(), ...unknown }, context)).toEqual(
      refused("ENTERPRISE_UNKNOWN"),
    );
    const elsewhere = await newFiler({ region: "xizang" });
    expect(await fileAgreement({ ...form(), ...elements(elsewhere, [staff]) }, context)).toEqual(
      refused("ENTERPRISE_UNKNOWN"),
    );
    expect(await fileAgreement({ ...form(), ...elements(agency, [staff]) }, context)).toEqual(
      refused("CLIENT_IS_SELF"),
    );
  });

  test("G1 staff of another agency, or removed from the list, cannot be named", async () => {
    const other = await agencyAndClient();
    expect(
      await fileAgreement({ ...formOf(context), ...elements(client, [other.staff]) }, context),
    ).toEqual(refused("AGREEMENT_STAFF_UNLISTED"));
    await db.agencyStaff.update({ where: { id: staff }, data: { removedAt: new Date() } });
    expect(
      await fileAgreement({ ...formOf(context), ...elements(client, [staff]) }, context),
    ).toEqual(refused("AGREEMENT_STAFF_UNLISTED"));
  });

  test("G1 an agreement that overlaps one of the same pair and staff is refused; other staff or days are not", async () => {
    await agreed(agency, client, [staff]);
    expect(
      await fileAgreement({ ...formOf(context), ...elements(client, [staff]) }, context),
    ).toEqual(refused("AGREEMENT_OVERLAPS"));
    const later = { validFrom: addDays(today, 31), validTo: addDays(today, 60) };
    await agreed(agency, client, [staff], later);
    const colleague = await listAgent(agency, (await newCitizen()).id);
    await agreed(agency, client, [colleague]);
  });

  test("G1 of two overlapping agreements filed at once exactly one counts", async () => {
    const results = await Promise.all(
      [1, 2, 3].map(() =>
        fileAgreement({ ...formOf(context), ...elements(client, [staff]) }, context),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.agreement.count({ where: { clientId: client.enterprise.id } })).toBe(1);
  });

  test("G1 periods that end before they begin, or are over, are refused", async () => {
    const backwards = { validFrom: addDays(today, 2), validTo: addDays(today, 1) };
    const parsed = agreementForm.safeParse({
      ...formOf(context),
      ...elements(client, [staff], backwards),
    });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      "PERIOD_ENDS_BEFORE_IT_BEGINS",
    ]);
    const over = { validFrom: addDays(today, -9), validTo: addDays(today, -1) };
    expect(
      await fileAgreement({ ...formOf(context), ...elements(client, [staff], over) }, context),
    ).toEqual(refused("PERIOD_OVER"));
  });

  test("G2 a terminated agreement takes the client from running sessions and choices at once", async () => {
    const agreement = await agreed(agency, client, [staff]);
    const running = await agentSession(agent.id, agreement);
    expect((await running.session()).problem).toBeNull();
    const result = await fileTermination({ ...formOf(context), agreement }, context);
    expect(result.ok).toBe(true);
    expect((await running.session()).problem).toBe("AGREEMENT_TERMINATED");
    expect(await clientsOf(agent.id, agency)).toEqual([]);
    expect(await fileTermination({ ...formOf(context), agreement }, context)).toEqual(
      refused("AGREEMENT_TERMINATED"),
    );
  });

  test("G2 an expired agreement ends by itself, cannot be changed, and its sessions lose the client", async () => {
    const agreement = await agreed(agency, client, [staff]);
    const running = await agentSession(agent.id, agreement);
    await db.agreement.update({
      where: { id: agreement },
      data: { validFrom: addDays(today, -9), validTo: addDays(today, -1) },
    });
    expect((await running.session()).problem).toBe("AGREEMENT_EXPIRED");
    const { agreements } = await agreementsOfAgency(agency.enterprise.id, {
      search: "",
      page: 1,
      now: new Date(),
    });
    expect(agreements).toMatchObject([{ id: agreement, status: "EXPIRED" }]);
    const period = { validFrom: today, validTo: addDays(today, 9) };
    const form = { ...formOf(context), agreement, staff: [staff], ...period };
    expect(await fileAgreementChange(form, context)).toEqual(refused("AGREEMENT_EXPIRED"));
    expect(await fileTermination({ ...formOf(context), agreement }, context)).toEqual(
      refused("AGREEMENT_EXPIRED"),
    );
  });

  test("G2 a change of staff and period holds at once: one agent loses the client, another has it", async () => {
    const colleague = await newCitizen();
    const agreement = await agreed(agency, client, [staff]);
    const running = await agentSession(agent.id, agreement);
    const change = {
      ...formOf(context),
      agreement,
      staff: [await listAgent(agency, colleague.id)],
      validFrom: today,
      validTo: addDays(today, 90),
    };
    expect((await fileAgreementChange(change, context)).ok).toBe(true);
    expect((await running.session()).problem).toBe("AGREEMENT_TERMINATED");
    expect(await clientsOf(colleague.id, agency)).toMatchObject([{ validTo: addDays(today, 90) }]);
    const back = { ...change, ...formOf(context), staff: [staff] };
    expect((await fileAgreementChange(back, context)).ok).toBe(true);
    expect((await running.session()).problem).toBeNull();
  });

  test("G2 whoever leaves the agency's list loses its clients at once", async () => {
    const agreement = await agreed(agency, client, [staff]);
    const running = await agentSession(agent.id, agreement);
    await listAgent(agency, (await newCitizen()).id);
    const form = { ...formOf(context), removed: [staff], added: [] };
    expect((await fileAgencyInformation(form, context)).ok).toBe(true);
    expect((await running.session()).problem).toBe("AGREEMENT_TERMINATED");
  });

  test("G2 an agency neither changes nor ends an agreement of another", async () => {
    const agreement = await agreed(agency, client, [staff]);
    const other = await agencyAndClient();
    const stranger = await other.agency.context();
    expect(await fileTermination({ ...formOf(stranger), agreement }, stranger)).toEqual(
      refused("AGREEMENT_NOT_FOUND_HERE"),
    );
    const period = { validFrom: today, validTo: addDays(today, 9) };
    const change = { ...formOf(stranger), agreement, staff: [other.staff], ...period };
    expect(await fileAgreementChange(change, stranger)).toEqual(
      refused("AGREEMENT_NOT_FOUND_HERE"),
    );
  });

  test("G2 an agent of agency A does not use an agreement of B", async () => {
    const agreement = await agreed(agency, client, [staff]);
    const { id } = await db.agreementStaff.findFirstOrThrow({ where: { agreementId: agreement } });
    const other = await agencyAndClient();
    const own = await agreed(other.agency, client, [other.staff]);
    const running = await agentSession(other.agent.id, own);
    const asking = await running.context();
    const form = { identity: `client:${id}`, identityVersion: asking.session.identityVersion };
    expect(await switchIdentity(form, asking)).toEqual(refused("AGREEMENT_NOT_FOUND"));
  });

  test("E1, G2 handlers of the agency, agents, and enterprises that are none file nothing", async () => {
    const handler = await newCitizen();
    const relationId = await relate(handler.id, agency.enterprise.id, "TAX_HANDLER");
    const acting = await actingAs(handler.id, "shandong", { entry: "ENTERPRISE", relationId });
    const handling = await acting.context();
    const form = () => elements(client, [staff]);
    expect(await fileAgreement({ ...formOf(handling), ...form() }, handling)).toEqual(
      refused("FILED_BY_MANAGERS"),
    );
    const ordinary = await client.context();
    expect(await fileAgreement({ ...formOf(ordinary), ...form() }, ordinary)).toEqual(
      refused("FILED_BY_AGENCIES"),
    );
    const running = await agentSession(agent.id, await agreed(agency, client, [staff]));
    const agency2 = await running.context();
    expect(await fileAgreement({ ...formOf(agency2), ...form() }, agency2)).toEqual(
      refused("FILED_BY_ENTERPRISES"),
    );
  });

  test("G3 what an agent files is recorded as agent of the agency for the client", async () => {
    const running = await agentSession(agent.id, await agreed(agency, client, [staff]));
    const acting = await running.context();
    const id = filingIdOf(
      await fileCrossRegionReport(
        {
          ...formOf(acting),
          projectKind: "PROPERTY_SOURCE",
          projectRegion: "yunnan",
          projectName: "代办工程",
          handlerName: "甲",
          handlerPhone: "15480000009",
          contactName: "乙",
          contactPhone: "15480000008",
          validFrom: today,
          validTo: addDays(today, 9),
        },
        acting,
      ),
    );
    const event = await db.auditEvent.findFirst({ where: { subjectId: id } });
    expect(event).toMatchObject({
      actorId: agent.id,
      agencyId: agency.enterprise.id,
      enterpriseId: client.enterprise.id,
    });
  });

  test("G1 nobody recognises agencies here", async () => {
    const agreement = await agreed(agency, client, [staff]);
    const managing = await client.context();
    expect(await recogniseAgency({ agreement, identityVersion: 1 }, managing)).toEqual(
      refused("RECOGNITION_NOT_HERE"),
    );
  });
});
