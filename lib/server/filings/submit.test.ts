import "@/prisma/testing/empty-database";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { db } from "@/lib/server/db";
import type { SignedIn } from "@/lib/server/filings/access";
import { deleteDraft, readDraft, saveDraft } from "@/lib/server/filings/drafts";
import { filingView, listFilings } from "@/lib/server/filings/list";
import { withdrawFiling } from "@/lib/server/filings/withdraw";
import { switchIdentity } from "@/lib/server/identities/switch";
import { fileCrossRegionReport } from "@/lib/server/projects/report";
import { actingAs, filingIdOf, formOf, newFiler } from "@/prisma/testing/filing";
import { relate } from "@/prisma/testing/people";

const approval = vi.hoisted(() => ({ CROSS_REGION_REPORT: "AUTOMATIC" }));
vi.mock("@/lib/regions/filing-approval", async (original) => {
  const { AUTOMATIC_FILING } = await original<typeof import("@/lib/regions/filing-approval")>();
  return { AUTOMATIC_FILING: Object.setPrototypeOf(approval, AUTOMATIC_FILING) };
});

const today = dayOf(new Date());

function report(more: Record<string, string> = {}) {
  return {
    projectKind: "REPORT" as const,
    projectRegion: "qingdao",
    projectName: "测试工程",
    handlerName: "测试经办",
    handlerPhone: "15480000001",
    contactName: "测试联系",
    contactPhone: "15480000002",
    validFrom: today,
    validTo: addDays(today, 100),
    ...more,
  };
}

function file(context: SignedIn, form = formOf(context), more = {}) {
  return fileCrossRegionReport({ ...form, ...report(more) }, context);
}

async function saved(context: SignedIn, filing: string = randomUUID()) {
  const { identityVersion } = context.session;
  const values = { projectName: "写到一半", agreementPassword: "Xieyi#88" };
  const kind = "CROSS_REGION_REPORT" as const;
  expect(await saveDraft({ filing, identityVersion, kind, values }, context)).toMatchObject({
    ok: true,
  });
  return filing;
}

const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

describe("an enterprise", () => {
  let filer: Awaited<ReturnType<typeof newFiler>>;
  let context: SignedIn;
  beforeEach(async () => {
    approval.CROSS_REGION_REPORT = "AUTOMATIC";
    filer = await newFiler();
    context = await filer.context();
  });

  test("X1 a filed report takes effect, has its number and is in the list, its content encrypted", async () => {
    const id = filingIdOf(await file(context));
    const view = await filingView(context.session, id);
    expect(view).toMatchObject({ status: "EFFECTIVE", kind: "CROSS_REGION_REPORT" });
    expect(view?.number).toMatch(/^鲁税受\d{14}$/);
    expect(view?.projectNumber).toMatch(/^鲁跨报〔\d{4}〕\d{12}$/);
    expect(view?.lines).toContainEqual({ name: "项目名称", value: "测试工程" });
    const { filings, total } = await listFilings(context.session, 1);
    expect(total).toBe(1);
    expect(filings[0]).toMatchObject({ id, filedBy: filer.person.name });
    const { data } = await db.filing.findUniqueOrThrow({ where: { id }, select: { data: true } });
    expect(data).not.toContain("测试经办");
    expect(data).not.toContain("15480000001");
  });

  test("G3 the audit trail names who filed what for which enterprise", async () => {
    const id = filingIdOf(await file(context));
    const event = await db.auditEvent.findFirst({
      where: { subjectId: id },
      select: { action: true, actorId: true, enterpriseId: true, agencyId: true, detail: true },
    });
    expect(event).toMatchObject({
      action: "FILE_CROSS_REGION_REPORT",
      actorId: filer.person.id,
      enterpriseId: filer.enterprise.id,
      agencyId: null,
    });
    expect(event?.detail).not.toContain("测试");
  });

  test("X1 fifty submissions at once all get numbers of their own", async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => file(context)));
    const ids = results.map(filingIdOf);
    const rows = await db.filing.findMany({
      where: { id: { in: ids } },
      select: { number: true, subjectId: true },
    });
    expect(new Set(rows.map(({ number }) => number)).size).toBe(50);
    expect(new Set(rows.map(({ subjectId }) => subjectId)).size).toBe(50);
    const projects = await db.crossRegionProject.findMany({
      where: { enterpriseId: filer.enterprise.id },
      select: { number: true },
    });
    expect(new Set(projects.map(({ number }) => number)).size).toBe(50);
  }, 60_000);

  test("N2 one form submitted five times at once is one filing with one number", async () => {
    const form = formOf(context);
    const results = await Promise.all(Array.from({ length: 5 }, () => file(context, form)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result).toEqual(refused("FILING_ALREADY_SUBMITTED"));
    }
    const { enterprise } = filer;
    expect(await db.filing.count({ where: { enterpriseId: enterprise.id } })).toBe(1);
    const projects = { enterpriseId: enterprise.id };
    expect(await db.crossRegionProject.count({ where: projects })).toBe(1);
  });

  test("N2 a draft submitted twice at once is filed once", async () => {
    const filing = await saved(context);
    const form = { ...formOf(context), filing };
    const results = await Promise.all([file(context, form), file(context, form)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.filing.count({ where: { enterpriseId: filer.enterprise.id } })).toBe(1);
  });

  test("X1 a refusal by the rules leaves the draft as it was", async () => {
    const filing = await saved(context);
    const over = { validFrom: addDays(today, -9), validTo: addDays(today, -1) };
    expect(await file(context, { ...formOf(context), filing }, over)).toEqual(
      refused("PERIOD_OVER"),
    );
    expect((await readDraft(context.session, ["CROSS_REGION_REPORT"], filing))?.values).toEqual({
      projectName: "写到一半",
    });
  });

  test("X1 a number that another project has is passed over", async () => {
    const first = filingIdOf(await file(context));
    const number = (await filingView(context.session, first))?.projectNumber ?? "";
    const next = number.replace(/\d{12}$/, (digits) =>
      String(Number(digits) + 1).padStart(12, "0"),
    );
    const taken = await db.crossRegionProject.findUniqueOrThrow({ where: { number } });
    await db.crossRegionProject.create({ data: { ...taken, id: randomUUID(), number: next } });
    const id = filingIdOf(await file(context));
    const issued = (await filingView(context.session, id))?.projectNumber ?? "";
    expect(issued > next).toBe(true);
  });

  test("B7 a form rendered before switching is not filed", async () => {
    const form = formOf(context);
    const other = await newFiler();
    const relationId = await relate(filer.person.id, other.enterprise.id, "TAX_HANDLER");
    const { identityVersion } = form;
    await switchIdentity({ identity: `relation:${relationId}`, identityVersion }, context);
    expect(await file(await filer.context(), form)).toEqual(refused("IDENTITY_SWITCHED"));
    expect(await db.filing.count({ where: { filedById: filer.person.id } })).toBe(0);
  });

  test("B7 nothing is filed as a frozen handler", async () => {
    await db.relation.update({ where: { id: filer.relationId }, data: { frozenAt: new Date() } });
    expect(await file(await filer.context())).toEqual(refused("HANDLER_FROZEN"));
  });

  test("E4 a clerk has not been granted the function and files nothing", async () => {
    const clerk = await newFiler({ role: "INVOICE_CLERK" });
    expect(await file(await clerk.context())).toEqual(refused("NOT_GRANTED"));
  });

  test("X1 a natural person files no report of an enterprise", async () => {
    const person = await actingAs(filer.person.id, "shandong", { entry: "PERSON" });
    expect(await file(await person.context())).toEqual(refused("FOR_ENTERPRISES"));
  });

  describe("waiting for the hall", () => {
    beforeEach(() => {
      approval.CROSS_REGION_REPORT = "HALL";
    });

    test("X1 nothing takes effect, and the filer withdraws it exactly once", async () => {
      const id = filingIdOf(await file(context));
      expect(await filingView(context.session, id)).toMatchObject({
        status: "PENDING",
        projectNumber: null,
        withdrawable: true,
      });
      const { enterprise } = filer;
      expect(await db.crossRegionProject.count({ where: { enterpriseId: enterprise.id } })).toBe(0);
      const withdrawal = { filing: id, identityVersion: 1 };
      const results = await Promise.all([
        withdrawFiling(withdrawal, context),
        withdrawFiling(withdrawal, context),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await filingView(context.session, id)).toMatchObject({ status: "WITHDRAWN" });
      expect(await withdrawFiling(withdrawal, context)).toEqual(refused("FILING_NOT_PENDING"));
    });

    test("X1 who filed it and has left takes nothing back as a natural person", async () => {
      const id = filingIdOf(await file(context));
      const { relationId, person } = filer;
      await db.relation.update({
        where: { id: relationId },
        data: { status: "REMOVED", living: null },
      });
      const left = await (await actingAs(person.id, "shandong", { entry: "PERSON" })).context();
      expect(await filingView(left.session, id)).toMatchObject({ withdrawable: false });
      expect(await withdrawFiling({ filing: id, identityVersion: 1 }, left)).toEqual(
        refused("FILING_NOT_FOUND"),
      );
      expect(await db.filing.findUniqueOrThrow({ where: { id } })).toMatchObject({
        status: "PENDING",
      });
    });

    test("X1 another enterprise withdraws nothing", async () => {
      const id = filingIdOf(await file(context));
      const other = await newFiler();
      const withdrawal = { filing: id, identityVersion: 1 };
      expect(await withdrawFiling(withdrawal, await other.context())).toEqual(
        refused("FILING_NOT_FOUND"),
      );
    });
  });

  describe("drafts", () => {
    test("X1 another enterprise neither reads, files, overwrites nor deletes a draft by its id", async () => {
      const filing = await saved(context);
      const other = await (await newFiler()).context();
      expect(await readDraft(other.session, ["CROSS_REGION_REPORT"], filing)).toBeNull();
      expect(await filingView(other.session, filing)).toBeNull();
      expect(await file(other, { ...formOf(other), filing })).toEqual(refused("FILING_NOT_FOUND"));
      const theft = { filing, identityVersion: 1 };
      const draft = {
        ...theft,
        kind: "CROSS_REGION_REPORT" as const,
        values: { projectName: "偷" },
      };
      expect((await saveDraft(draft, other)).ok).toBe(false);
      expect(await deleteDraft(theft, other)).toEqual(refused("FILING_NOT_FOUND"));
      expect((await readDraft(context.session, ["CROSS_REGION_REPORT"], filing))?.values).toEqual({
        projectName: "写到一半",
      });
    });

    test("K5 a draft never keeps a password", async () => {
      const filing = await saved(context);
      const draft = await readDraft(context.session, ["CROSS_REGION_REPORT"], filing);
      expect(draft?.values).not.toHaveProperty("agreementPassword");
    });

    test("N1 a draft whose data was tampered with, or is another kind's, is not read", async () => {
      const filing = await saved(context);
      const { data } = await db.filing.findUniqueOrThrow({ where: { id: filing } });
      const { sealed } = JSON.parse(data) as { sealed: string };
      for (const bad of [
        JSON.stringify({ sealed: `${sealed.slice(0, -4)}AAAA` }),
        JSON.stringify({ sealed: sealed.slice(0, 20) }),
        '{"projectName":"测试"}',
        "not JSON",
      ]) {
        await db.filing.update({ where: { id: filing }, data: { data: bad } });
        expect(await readDraft(context.session, ["CROSS_REGION_REPORT"], filing)).toBeNull();
      }
      await db.filing.update({ where: { id: filing }, data: { data, kind: "AGREEMENT" } });
      expect(await readDraft(context.session, ["AGREEMENT"], filing)).toBeNull();
    });

    test("B7 a draft of the page before switching is not saved", async () => {
      const form = {
        filing: randomUUID(),
        identityVersion: 7,
        kind: "CROSS_REGION_REPORT" as const,
        values: {},
      };
      expect(await saveDraft(form, context)).toEqual(refused("IDENTITY_SWITCHED"));
    });

    test("X1 a draft is deleted by its author once; a filed form is not", async () => {
      const filing = await saved(context);
      const form = { filing, identityVersion: 1 };
      expect(await deleteDraft(form, context)).toMatchObject({ ok: true });
      expect(await deleteDraft(form, context)).toEqual(refused("FILING_NOT_FOUND"));
      const id = filingIdOf(await file(context));
      expect(await deleteDraft({ filing: id, identityVersion: 1 }, context)).toEqual(
        refused("FILING_NOT_FOUND"),
      );
    });
  });

  test("E1 a handler sees the filings of their own, the manager those of all but others' drafts", async () => {
    const { enterprise } = filer;
    const other = await newFiler({ role: "TAX_HANDLER" });
    const relationId = await relate(other.person.id, enterprise.id, "TAX_HANDLER");
    const handler = await actingAs(other.person.id, "shandong", {
      entry: "ENTERPRISE",
      relationId,
    });
    const handling = await handler.context();
    await file(context);
    const filed = filingIdOf(await file(handling));
    await saved(handling);
    expect((await listFilings(handling.session, 1)).total).toBe(2);
    const { filings } = await listFilings(context.session, 1);
    expect(filings).toHaveLength(2);
    expect(filings.map(({ id }) => id)).toContain(filed);
  });
});
