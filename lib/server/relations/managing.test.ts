import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { addHandler } from "@/lib/server/relations/add-handler";
import { decideOwnRelation, decideStaffRelation } from "@/lib/server/relations/decide";
import { sessionOf } from "@/prisma/testing/demo-session";
import { relate } from "@/prisma/testing/people";
import {
  asking,
  askingAs,
  company,
  DONE,
  handlerForm,
  messagesOf,
  offered,
  realPerson,
  refused,
  relationState,
} from "@/prisma/testing/staff";

test("E2 the legal representative is not removed here, no manager removes themselves", async () => {
  const { enterprise, person: legal, relationId: legalRelation } = await company();
  const finance = await realPerson();
  const financeRelation = await relate(finance.id, enterprise.id, "FINANCE_MANAGER");
  const byFinance = await askingAs(finance, financeRelation);
  const byLegal = await askingAs(legal, legalRelation);
  const remove = (relationId: string, { context, identityVersion }: typeof byLegal) =>
    decideStaffRelation({ relationId, action: "REMOVE", identityVersion }, context);
  const registered = refused("LEGAL_REPRESENTATIVE_REGISTERED");
  expect(await remove(legalRelation, byFinance)).toEqual(registered);
  expect(await remove(legalRelation, byLegal)).toEqual(registered);
  expect(await remove(financeRelation, byFinance)).toEqual(refused("FINANCE_MANAGER_STAYS"));
  for (const [person, relationId, code] of [
    [legal, legalRelation, "LEGAL_REPRESENTATIVE_REGISTERED"],
    [finance, financeRelation, "FINANCE_MANAGER_STAYS"],
  ] as const) {
    const mine = await asking(person);
    expect(await decideOwnRelation({ relationId, action: "REMOVE_OWN" }, mine)).toEqual(
      refused(code),
    );
  }
});

test("E1 acting on another enterprise's relation by id finds nothing, whatever the action", async () => {
  const { relationId } = await offered();
  const stranger = await company();
  const { context, identityVersion } = await askingAs(stranger.person, stranger.relationId);
  const before = await relationState(relationId);
  for (const action of [
    "ACCEPT",
    "REJECT",
    "WITHDRAW",
    "REMOVE",
    "FREEZE",
    "CLEAR_RECORD",
  ] as const) {
    expect(await decideStaffRelation({ relationId, action, identityVersion }, context)).toEqual(
      refused("AUTHORIZATION_NOT_FOUND"),
    );
  }
  const theirs = await asking(stranger.person);
  for (const action of ["ACCEPT", "REJECT", "REMOVE_OWN", "CLEAR_RECORD"] as const) {
    expect(await decideOwnRelation({ relationId, action }, theirs)).toEqual(
      refused("AUTHORIZATION_NOT_FOUND"),
    );
  }
  expect(await relationState(relationId)).toEqual(before);
});

test("E1 a handler manages nobody, and a manager acting as natural person neither", async () => {
  const { enterprise, person: handler, relationId } = await company("TAX_HANDLER");
  const other = await realPerson();
  const otherRelation = await relate(other.id, enterprise.id, "TAX_HANDLER");
  const { context, identityVersion } = await askingAs(handler, relationId);
  const remove = { relationId: otherRelation, action: "REMOVE" as const, identityVersion };
  expect(await decideStaffRelation(remove, context)).toEqual(refused("ONLY_MANAGERS"));
  expect(await addHandler(handlerForm(await realPerson(), identityVersion), context)).toEqual(
    refused("ONLY_MANAGERS"),
  );
  const boss = await company();
  const natural = await asking(boss.person);
  const version = natural.session.identityVersion;
  expect(await decideStaffRelation({ ...remove, identityVersion: version }, natural)).toEqual(
    refused("ONLY_MANAGERS"),
  );
});

test("B7 a stale tab: a form of another identity, or a manager removed since the page was read", async () => {
  const { manager, managerRelation, relationId, context, identityVersion } = await offered();
  const form = { relationId, action: "WITHDRAW" as const };
  expect(
    await decideStaffRelation({ ...form, identityVersion: identityVersion + 1 }, context),
  ).toEqual(refused("IDENTITY_SWITCHED"));
  // The session object says manager; the database does not any more.
  await db.relation.update({
    where: { id: managerRelation },
    data: { status: "REMOVED", living: null },
  });
  expect(await decideStaffRelation({ ...form, identityVersion }, context)).toEqual(
    refused("AUTHORIZATION_NOT_FOUND"),
  );
  const someone = await realPerson();
  expect(await addHandler(handlerForm(someone, identityVersion), context)).toEqual(
    refused("ONLY_MANAGERS"),
  );
  expect(await sessionOf(context.token)).toMatchObject({ problem: "RELATION_NOT_ACTIVE" });
  expect(manager.id).toBe(context.session.personId);
});

test("E5 freezing and unfreezing a handler, whose running session follows at once", async () => {
  const { enterprise, person: manager, relationId: managerRelation } = await company();
  const handler = await realPerson();
  const relationId = await relate(handler.id, enterprise.id, "TAX_HANDLER");
  const running = await askingAs(handler, relationId);
  const { context, identityVersion } = await askingAs(manager, managerRelation);
  const press = (action: "FREEZE" | "UNFREEZE") =>
    decideStaffRelation({ relationId, action, identityVersion }, context);
  expect(await press("FREEZE")).toEqual(DONE);
  expect((await sessionOf(running.context.token)).problem).toBe("HANDLER_FROZEN");
  expect(await press("FREEZE")).toEqual(refused("ALREADY_FROZEN"));
  expect(await press("UNFREEZE")).toEqual(DONE);
  expect((await sessionOf(running.context.token)).problem).toBeNull();
  expect(await messagesOf(handler.id)).toEqual(["RELATION_FROZEN", "RELATION_UNFROZEN"]);
});
