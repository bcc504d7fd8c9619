import "@/prisma/testing/empty-database";
import { beforeEach, describe, expect, test } from "vitest";
import { handlerChangeForm } from "@/lib/schemas/filings/handlers";
import { db } from "@/lib/server/db";
import type { SignedIn } from "@/lib/server/filings/access";
import { filingView } from "@/lib/server/filings/list";
import { blindIndex } from "@/lib/server/protect";
import { fileHandlerChange, handlersInRegistry } from "@/lib/server/registry/handlers";
import {
  actingAs,
  filingIdOf,
  formOf,
  newCitizen,
  newDocumentNumber,
  newFiler,
} from "@/prisma/testing/filing";
import { relate } from "@/prisma/testing/people";

const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });
const RESIDENT = { documentType: "RESIDENT_ID" as const };

describe("变更税务登记-办税人员信息", () => {
  let filer: Awaited<ReturnType<typeof newFiler>>;
  let context: SignedIn;
  beforeEach(async () => {
    filer = await newFiler();
    context = await filer.context();
  });
  const mobile = "15480000003";
  const nothing = { removed: [], changed: [], added: [] };

  function change(more: Partial<typeof nothing> | Record<string, unknown>) {
    return fileHandlerChange({ ...formOf(context), ...nothing, ...more }, context);
  }

  async function registered(personId: string) {
    return db.relation.findFirstOrThrow({
      where: { personId, enterpriseId: filer.enterprise.id, role: "TAX_HANDLER" },
    });
  }

  test("E7 who is added waits for their own consent; without an account they are only registered", async () => {
    const known = await newCitizen();
    const number = newDocumentNumber();
    const added = [
      { ...RESIDENT, name: known.name, documentNumber: known.number, mobile },
      { ...RESIDENT, name: "未注册", documentNumber: number, mobile },
    ];
    expect((await change({ added })).ok).toBe(true);
    expect(await registered(known.id)).toMatchObject({
      status: "PENDING_PERSON",
      source: "REGISTRY",
      inRegistry: true,
      registryMobileIndex: blindIndex("phone", mobile),
    });
    const made = await db.person.findFirstOrThrow({
      where: { documentNumberIndex: blindIndex("documentNumber", number) },
      include: { account: true },
    });
    expect(made.account).toBeNull();
    expect((await registered(made.id)).status).toBe("REGISTERED");
  });

  test("B10 known, unknown and another's name are answered and listed alike", async () => {
    const known = await newCitizen();
    const other = await newCitizen();
    const answers = [];
    for (const entry of [
      { name: known.name, documentNumber: known.number },
      { name: "未注册", documentNumber: newDocumentNumber() },
      { name: "不是本人", documentNumber: other.number },
    ]) {
      const result = await change({ added: [{ ...RESIDENT, ...entry, mobile }] });
      const view = await filingView(context.session, filingIdOf(result));
      answers.push({ status: view?.status, lines: view?.lines.length });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const listed = await handlersInRegistry(filer.enterprise.id);
    expect(
      listed.map(({ name, confirmed, mobile: shown }) => ({ name, confirmed, shown })),
    ).toEqual(
      [known.name, "未注册", "不是本人"].map((name) => ({
        name,
        confirmed: false,
        shown: "154****0003",
      })),
    );
    // The person whose number was taken in vain is not bound.
    expect(await db.relation.count({ where: { personId: other.id } })).toBe(0);
  });

  test("B10 a manager's attempts are limited per day", async () => {
    const attempts = Array.from({ length: 21 }, () => ({
      ...RESIDENT,
      name: "某人",
      documentNumber: newDocumentNumber(),
      mobile,
    }));
    for (const entry of attempts.slice(0, 20)) {
      expect((await change({ added: [entry] })).ok).toBe(true);
    }
    expect(await change({ added: attempts.slice(20) })).toEqual(refused("ADDITIONS_TOO_MANY"));
  });

  test("E7 a removed registration ends; an authorised relation stays and is only no longer listed", async () => {
    const [byRegistry, authorised] = [await newCitizen(), await newCitizen()];
    const { id: enterpriseId } = filer.enterprise;
    const ids = [];
    for (const [{ id: personId }, source] of [
      [byRegistry, "REGISTRY"],
      [authorised, "AUTHORIZATION"],
    ] as const) {
      const row = await db.relation.create({
        data: {
          personId,
          enterpriseId,
          source,
          role: "TAX_HANDLER",
          status: "ACTIVE",
          living: true,
        },
      });
      ids.push(row.id);
    }
    const running = await actingAs(byRegistry.id, "shandong", {
      entry: "ENTERPRISE",
      relationId: ids[0],
    });
    expect((await change({ removed: ids })).ok).toBe(true);
    expect(await registered(byRegistry.id)).toMatchObject({
      status: "REMOVED",
      living: null,
      inRegistry: false,
    });
    expect(await registered(authorised.id)).toMatchObject({
      status: "ACTIVE",
      living: true,
      inRegistry: false,
    });
    expect((await running.session()).problem).toBe("RELATION_NOT_ACTIVE");
    expect(await handlersInRegistry(enterpriseId)).toEqual([]);
  });

  test("E7 who is listed again after their last day is asked anew, and does not end with the former period", async () => {
    const person = await newCitizen();
    const { id: enterpriseId } = filer.enterprise;
    const former = await relate(person.id, enterpriseId, "TAX_HANDLER");
    await db.relation.update({
      where: { id: former },
      data: { validTo: "2020-12-31", inRegistry: false },
    });
    const entry = { ...RESIDENT, name: person.name, documentNumber: person.number, mobile };
    expect((await change({ added: [entry] })).ok).toBe(true);
    const rows = await db.relation.findMany({
      where: { personId: person.id, enterpriseId },
      orderBy: { living: "asc" },
      select: { status: true, inRegistry: true, validTo: true },
    });
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual({ status: "EXPIRED", inRegistry: false, validTo: "2020-12-31" });
    expect(rows).toContainEqual({ status: "PENDING_PERSON", inRegistry: true, validTo: null });
  });

  test("E7 two filings at once that list the same person make one registration", async () => {
    const person = await newCitizen();
    const entry = { ...RESIDENT, name: person.name, documentNumber: person.number, mobile };
    const results = await Promise.all([1, 2, 3].map(() => change({ added: [entry] })));
    const refusals = results.flatMap((each) => (each.ok ? [] : each.problems));
    expect(refusals.every(({ code }) => code === "RELATION_CHANGED")).toBe(true);
    expect(refusals.length).toBeLessThan(3);
    expect(await db.relation.count({ where: { personId: person.id } })).toBe(1);
  });

  test("E7 the registry's mobile number changes", async () => {
    const person = await newCitizen();
    const relation = await relate(person.id, filer.enterprise.id, "TAX_HANDLER");
    expect((await change({ changed: [{ relation, mobile: "15480000004" }] })).ok).toBe(true);
    expect((await registered(person.id)).registryMobileIndex).toBe(
      blindIndex("phone", "15480000004"),
    );
  });

  test("B13 nobody registers or removes themselves; nothing of the form counts then", async () => {
    const own = {
      ...RESIDENT,
      name: filer.person.name,
      documentNumber: filer.person.number,
      mobile,
    };
    const stranger = { ...RESIDENT, name: "某人", documentNumber: newDocumentNumber(), mobile };
    expect(await change({ added: [stranger, own] })).toEqual(refused("CANNOT_REGISTER_YOURSELF"));
    const relation = await relate(filer.person.id, filer.enterprise.id, "TAX_HANDLER");
    expect(await change({ removed: [relation] })).toEqual(refused("CANNOT_REGISTER_YOURSELF"));
    const enterpriseId = filer.enterprise.id;
    expect(await db.relation.count({ where: { enterpriseId, status: "REGISTERED" } })).toBe(0);
  });

  test("E7 another enterprise's handlers, and the legal representative, are out of reach", async () => {
    const other = await newFiler();
    const handler = await relate((await newCitizen()).id, other.enterprise.id, "TAX_HANDLER");
    for (const id of [handler, filer.relationId]) {
      expect(await change({ removed: [id] })).toEqual(refused("HANDLER_NOT_FOUND"));
      expect(await change({ changed: [{ relation: id, mobile }] })).toEqual(
        refused("HANDLER_NOT_FOUND"),
      );
    }
  });

  test("E1 a handler does not file what only managers may; nothing changed is nothing filed", async () => {
    expect(await change({})).toEqual(refused("NOTHING_CHANGED"));
    const handler = await newFiler({ role: "TAX_HANDLER" });
    const handling = await handler.context();
    expect(await fileHandlerChange({ ...formOf(handling), ...nothing }, handling)).toEqual(
      refused("FILED_BY_MANAGERS"),
    );
  });

  test("E7 names of 10 000 characters, wrong check characters and foreign papers without country are refused", () => {
    const form = { ...formOf(context), ...nothing };
    const codesOf = (entry: Record<string, string>) =>
      handlerChangeForm
        .safeParse({ ...form, added: [{ ...RESIDENT, name: "某人", mobile, ...entry }] })
        .error?.issues.map(({ path, message }) => `${path.join(".")}:${message}`);
    const documentNumber = newDocumentNumber();
    expect(codesOf({ documentNumber, name: "长".repeat(10_000) })).toEqual([
      "added.0.name:TOO_LONG",
    ]);
    const last = documentNumber.endsWith("1") ? "2" : "1";
    expect(codesOf({ documentNumber: documentNumber.slice(0, 17) + last })).toEqual([
      "added.0.documentNumber:DOCUMENT_NUMBER_CHECK",
    ]);
    expect(codesOf({ documentType: "FOREIGN_PASSPORT", documentNumber: "AB1234567" })).toEqual([
      "added.0.country:COUNTRY_INVALID",
    ]);
  });
});
