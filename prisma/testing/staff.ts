import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Role } from "@/lib/domain/relation-rules";
import { db } from "@/lib/server/db";
import { addHandler } from "@/lib/server/relations/add-handler";
import type { CurrentSession } from "@/lib/server/session-store";
import { type ActingColumns, sessionOf, signIn } from "@/prisma/testing/demo-session";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";

/** A person of real-name level 4. */
export async function realPerson() {
  const person = await newPerson();
  await db.person.update({ where: { id: person.id }, data: { realNameLevel: 4 } });
  return person;
}

type Someone = Awaited<ReturnType<typeof realPerson>>;

/** An enterprise of its own name and credit code, with a person who holds a role there. */
export async function company(role: Role = "LEGAL_REPRESENTATIVE") {
  const { id } = await newEnterprise();
  const enterprise = await db.enterprise.update({
    where: { id },
    data: { name: `甲${randomUUID().slice(0, 8)}公司` },
    select: { id: true, name: true, creditCode: true },
  });
  const person = await realPerson();
  const relationId = await relate(person.id, enterprise.id, role);
  return { enterprise, person, relationId };
}

/** What a use case is told of a request by someone signed in; `face`: the login was proved by face. */
export async function asking(
  person: Pick<Someone, "name">,
  acting: ActingColumns = { entry: "PERSON" },
  { face = true, now = new Date() }: { face?: boolean; now?: Date } = {},
) {
  const token = await signIn(person.name, "shandong", acting, now);
  const read = await sessionOf(token, now);
  const session: CurrentSession = face ? { ...read, proofs: [...read.proofs, "FACE"] } : read;
  return { token, session, now, address: "test", userAgent: "test" };
}

/** The same as somebody acting by a relation. */
export async function askingAs(
  person: Pick<Someone, "name">,
  relationId: string,
  more: { face?: boolean; now?: Date } = {},
) {
  const context = await asking(person, { entry: "ENTERPRISE", relationId }, more);
  return { context, identityVersion: context.session.identityVersion };
}

/** What a manager types to add someone. */
export function handlerForm(person: Pick<Someone, "name" | "number">, identityVersion: number) {
  return {
    name: person.name,
    documentType: "RESIDENT_ID" as const,
    documentNumber: person.number,
    role: "TAX_HANDLER" as const,
    validFrom: "2026-01-01",
    validTo: null as string | null,
    identities: {},
    identityVersion,
  };
}

/** The state of one relation. */
export async function relationState(id: string) {
  const { status, living, frozenAt } = await db.relation.findUniqueOrThrow({
    where: { id },
    select: { status: true, living: true, frozenAt: true },
  });
  return { status, living, frozen: frozenAt !== null };
}

/** The newest relation between a person and an enterprise. */
export async function newestRelation(personId: string, enterpriseId: string): Promise<string> {
  const { id } = await db.relation.findFirstOrThrow({
    where: { personId, enterpriseId },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return id;
}

export const DONE = { ok: true, value: undefined };

/** The answer of a use case that refuses. */
export const refused = (code: string, field?: string) => ({
  ok: false,
  problems: [expect.objectContaining(field ? { code, field } : { code })],
});

/** 张总 of a company has added 小明, who has not answered yet. */
export async function offered() {
  const { enterprise, person: manager, relationId: managerRelation } = await company();
  const person = await realPerson();
  const { context, identityVersion } = await askingAs(manager, managerRelation);
  expect(await addHandler(handlerForm(person, identityVersion), context)).toEqual(DONE);
  const relationId = await newestRelation(person.id, enterprise.id);
  return { enterprise, manager, managerRelation, person, relationId, context, identityVersion };
}

/** The kinds of messages a person has, in their order. */
export async function messagesOf(personId: string): Promise<string[]> {
  const rows = await db.message.findMany({
    where: { personId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind);
}
