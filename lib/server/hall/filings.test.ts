import "@/prisma/testing/empty-database";
import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import type { FilingKind } from "@/lib/domain/filing-rules";
import { fileAgreement } from "@/lib/server/agencies/agreement";
import { fileTermination } from "@/lib/server/agencies/change";
import { fileAgencyInformation } from "@/lib/server/agencies/information";
import { db } from "@/lib/server/db";
import { sealFiling } from "@/lib/server/filings/sealed-data";
import { decideFiling, filingAtCounter, listFilingsAtCounter } from "@/lib/server/hall/filings";
import { reveal } from "@/lib/server/protect";
import { agencyAndClient, agentSession, agreed, elements } from "@/prisma/testing/agencies";
import { filingIdOf, formOf, newCitizen, newFiler } from "@/prisma/testing/filing";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { messagesOf, refused } from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

/** A filing that waits for the hall, as a bureau that wants to look first would have it. */
async function pending(kind: FilingKind = "CROSS_REGION_REPORT", region = "shandong") {
  const filer = await newFiler({ region });
  const today = dayOf(new Date());
  const values = {
    projectKind: "REPORT",
    projectRegion: "yunnan",
    projectName: "桥梁工程",
    handlerName: filer.person.name,
    handlerPhone: filer.person.phone,
    contactName: filer.person.name,
    contactPhone: filer.person.phone,
    validFrom: today,
    validTo: addDays(today, 30),
  };
  const filing = await db.filing.create({
    data: {
      number: `号${randomUUID()}`,
      kind,
      status: "PENDING",
      region,
      enterpriseId: filer.enterprise.id,
      filedById: filer.person.id,
      submittedAt: new Date(),
      data: sealFiling(kind, { values, lines: [{ name: "项目名称", value: "桥梁工程" }] }),
    },
  });
  const decide = (decision: "APPROVE" | "REJECT" | "VOID") => ({
    filing: filing.id,
    decision,
    reason: REASON,
  });
  const row = () => db.filing.findUniqueOrThrow({ where: { id: filing.id } });
  return { ...filer, filing, decide, row };
}

test("T1 an approved filing does what filing it would have done, once; the filer is told", async () => {
  const officer = await newOfficer();
  const { filing, decide, row, person } = await pending();
  const { filings } = await listFilingsAtCounter(officer.officer, "PENDING", 1);
  expect(filings.map(({ id }) => id)).toContain(filing.id);
  expect(await filingAtCounter(officer.officer, filing.id)).toMatchObject({
    lines: [{ name: "项目名称", value: "桥梁工程" }],
  });
  const both = await Promise.all([
    decideFiling(decide("APPROVE"), officer),
    decideFiling(decide("APPROVE"), await newOfficer()),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await row()).toMatchObject({ status: "EFFECTIVE", reason: REASON });
  expect(await db.crossRegionProject.count({ where: { name: "桥梁工程" } })).toBe(1);
  expect(await messagesOf(person.id)).toEqual(["FILING_EFFECTIVE"]);
});

test("T1 a filing sent back does nothing; one of another region, or of an own enterprise, is not decided", async () => {
  const officer = await newOfficer();
  const { filing, decide, row, person } = await pending();
  const elsewhere = await newOfficer({ region: "liaoning" });
  expect(await decideFiling(decide("APPROVE"), elsewhere)).toEqual(refused("FILING_NOT_FOUND"));
  expect(await filingAtCounter(elsewhere.officer, filing.id)).toBeNull();
  const owner = await newOfficer({ phone: person.phone });
  expect(await decideFiling(decide("APPROVE"), owner)).toEqual(refused("OWN_ENTERPRISE"));
  expect((await row()).status).toBe("PENDING");
  expect(await decideFiling(decide("REJECT"), officer)).toMatchObject({ ok: true });
  expect((await row()).status).toBe("REJECTED");
  expect(await decideFiling(decide("APPROVE"), officer)).toEqual(refused("FILING_NOT_PENDING"));
});

/** An agency of 山东 that has listed one agent and concluded an agreement. */
async function agency() {
  const filer = await newFiler({ kind: "AGENCY" });
  const client = await newFiler();
  const agent = await newCitizen();
  const context = () => filer.context();
  const { session } = await context();
  const { identityVersion } = session;
  const listed = {
    name: agent.name,
    documentType: "RESIDENT_ID" as const,
    documentNumber: agent.number,
  };
  const information = { filing: randomUUID(), identityVersion, removed: [], added: [listed] };
  expect(await fileAgencyInformation(information, await context())).toMatchObject({ ok: true });
  const staff = await db.agencyStaff.findFirstOrThrow({
    where: { agencyId: filer.enterprise.id },
  });
  const today = dayOf(new Date());
  const agreement = {
    filing: randomUUID(),
    identityVersion,
    client: client.enterprise.creditCode,
    services: "纳税申报代理",
    validFrom: today,
    validTo: addDays(today, 90),
    staff: [staff.id],
  };
  expect(await fileAgreement(agreement, await context())).toMatchObject({ ok: true });
  return { filer, staff, information: information.filing, agreement: agreement.filing };
}

test("T1 filings of agencies take effect at once, and an officer voids them", async () => {
  const officer = await newOfficer();
  const { filer, staff, information, agreement } = await agency();
  const { filings } = await listFilingsAtCounter(officer.officer, "VOIDABLE", 1);
  expect(filings.map(({ id }) => id).sort()).toEqual([information, agreement].sort());
  const void_ = (filing: string) => ({ filing, decision: "VOID" as const, reason: REASON });
  expect(await decideFiling(void_(agreement), officer)).toMatchObject({ ok: true });
  expect(
    await db.agreement.findFirstOrThrow({ where: { agencyId: filer.enterprise.id } }),
  ).toMatchObject({ status: "VOID" });
  expect(await decideFiling(void_(information), officer)).toMatchObject({ ok: true });
  expect(
    (await db.agencyStaff.findUniqueOrThrow({ where: { id: staff.id } })).removedAt,
  ).not.toBeNull();
  expect(await decideFiling(void_(information), officer)).toEqual(refused("FILING_NOT_PENDING"));
  expect(await messagesOf(filer.person.id)).toEqual(["FILING_VOID", "FILING_VOID"]);
});

/** An agency has ended an agreement, and an officer voids that. */
async function voidedTermination(region: string, meanwhile: "NOTHING" | "ANOTHER" = "NOTHING") {
  const { agency, client, agent, staff } = await agencyAndClient(region);
  const more: Record<string, string> =
    region === "liaoning" ? { agreementPassword: "Xieyi#88" } : {};
  const agreement = await agreed(agency, client, [staff], more);
  const running = await agentSession(agent.id, agreement);
  const context = await agency.context();
  const ended = filingIdOf(await fileTermination({ ...formOf(context), agreement }, context));
  if (meanwhile === "ANOTHER") {
    const form = { ...formOf(context), ...elements(client, [staff], more) };
    expect(await fileAgreement(form, context)).toMatchObject({ ok: true });
  }
  const form = { filing: ended, decision: "VOID" as const, reason: REASON };
  const done = await decideFiling(form, await newOfficer({ region }));
  return {
    done,
    client,
    running,
    row: await db.agreement.findUnique({ where: { id: agreement } }),
  };
}

test("T1 a voided termination gives the agreement back", async () => {
  const { done, row, running } = await voidedTermination("shandong");
  expect(done.ok).toBe(true);
  expect(row).toMatchObject({ status: "ACTIVE", terminatedAt: null });
  expect((await running.session()).problem).toBeNull();
});

test("T1 G1 what the client had not recognised is not in force by voiding its termination", async () => {
  const { done, row, client } = await voidedTermination("liaoning");
  expect(done.ok).toBe(true);
  expect(row?.status).toBe("PENDING_CLIENT");
  const todo = { enterpriseId: client.enterprise.id, kind: "RECOGNISE_AGENCY", doneAt: null };
  expect(await db.todo.count({ where: todo })).toBe(1);
});

test("T1 G1 an agreement does not come back beside the one that took its place", async () => {
  const { done, row } = await voidedTermination("shandong", "ANOTHER");
  expect(done).toEqual(refused("AGREEMENT_OVERLAPS"));
  expect(row?.status).toBe("TERMINATED");
});

test("T1 voiding a list of staff takes off whom it listed, not who was on the list before", async () => {
  const { filer, staff } = await agency();
  const { name, number } = await newCitizen();
  const agent = await db.person.findUniqueOrThrow({ where: { id: staff.personId } });
  const entry = { documentType: "RESIDENT_ID" as const };
  const context = await filer.context();
  const again = {
    ...formOf(context),
    removed: [],
    added: [
      {
        ...entry,
        name: agent.name,
        documentNumber: reveal("Person.documentNumber", agent.documentNumberCipher),
      },
      { ...entry, name, documentNumber: number },
    ],
  };
  expect(await fileAgencyInformation(again, context)).toMatchObject({ ok: true });
  const form = { filing: again.filing, decision: "VOID" as const, reason: REASON };
  expect(await decideFiling(form, await newOfficer())).toMatchObject({ ok: true });
  const listed = await db.agencyStaff.findMany({
    where: { agencyId: filer.enterprise.id, removedAt: null },
    select: { id: true },
  });
  expect(listed).toEqual([{ id: staff.id }]);
});
