import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { maskDocumentNumber } from "@/lib/domain/masking";
import type { Role } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { certificateFlowData } from "@/lib/flows/certificate-login";
import { LOGIN_FLOW_MINUTES, type LoginFlowData, loginPath } from "@/lib/flows/login";
import { passwordMark } from "../accounts/password-mark";
import { db } from "../db";
import { servedRegion } from "../fixed-region";
import { createFlow, readFlow } from "../flow-store";
import { type Page, pageWindow } from "../identities/paging";
import { reveal } from "../protect";
import type { RequestContext } from "../request";

/** Somebody who may sign in for the enterprise (办税人员). */
export type PersonOption = {
  id: string;
  name: string;
  maskedNumber: string;
  roles: { role: Role; primary: boolean }[];
};

export type PersonChoice = { enterpriseName: string; people: PersonOption[]; total: number };

/** Relations one may enter with today, and a finance manager's that is confirmed at the login (L6). */
function usable(enterpriseId: string, now: Date) {
  const today = dayOf(now);
  return {
    enterpriseId,
    living: true,
    frozenAt: null,
    OR: [
      {
        status: "ACTIVE" as const,
        legacyOnly: false,
        AND: [
          { OR: [{ validFrom: null }, { validFrom: { lte: today } }] },
          { OR: [{ validTo: null }, { validTo: { gte: today } }] },
        ],
      },
      {
        status: "PENDING_PERSON" as const,
        role: "FINANCE_MANAGER" as const,
        OR: [{ validTo: null }, { validTo: { gte: today } }],
      },
    ],
  };
}

/** People who may sign in for the enterprise: a usable relation, and an open account. */
function eligible(enterpriseId: string, now: Date) {
  return {
    account: { status: "ACTIVE" as const },
    relations: { some: usable(enterpriseId, now) },
  };
}

/** Whether anybody may sign in for the enterprise. */
export async function hasPeople(enterpriseId: string, now: Date): Promise<boolean> {
  const where = eligible(enterpriseId, now);
  return (await db.person.findFirst({ where, select: { id: true } })) !== null;
}

function certificateFlow(region: string, flow: unknown, now: Date) {
  // Enterprise first, person after: the order of the old styles, whose kind of flow this is.
  return readFlow(flow, { kind: "LEGACY_LOGIN", region, schema: certificateFlowData, now });
}

/** The people to choose from after the certificate (办税人员选择), by name, a page at a time. */
export async function personChoice(
  region: string,
  flow: unknown,
  { search, page }: Page,
  now: Date,
): Promise<Result<PersonChoice>> {
  const read = await certificateFlow(region, flow, now);
  if (!read.ok) return read;
  const { enterpriseId } = read.value.data;
  const where = {
    ...eligible(enterpriseId, now),
    ...(search && { name: { contains: search } }),
  };
  const [enterprise, rows, total] = await Promise.all([
    db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId }, select: { name: true } }),
    db.person.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      ...pageWindow(page),
      select: {
        id: true,
        name: true,
        documentNumberCipher: true,
        relations: {
          where: usable(enterpriseId, now),
          orderBy: { id: "asc" },
          select: { role: true, primary: true },
        },
      },
    }),
    db.person.count({ where }),
  ]);
  return success({
    enterpriseName: enterprise.name,
    total,
    people: rows.map(({ id, name, documentNumberCipher, relations }) => ({
      id,
      name,
      maskedNumber: maskDocumentNumber(reveal("Person.documentNumber", documentNumberCipher)),
      roles: relations,
    })),
  });
}

/**
 * 「下一步」 of 办税人员选择: begins the login of that person, whose second factor follows. Anybody else is answered alike, known
 * or not: PERSON_NOT_OFFERED.
 */
export async function choosePerson(
  form: { region: string; flow: string; person: string },
  { now }: Pick<RequestContext, "now">,
): Promise<Result<{ to: string }>> {
  const region = servedRegion(form.region);
  if (!region) return failure("REGION_UNKNOWN");
  const read = await certificateFlow(region.slug, form.flow, now);
  if (!read.ok) return read;
  const { enterpriseId, fingerprint } = read.value.data;
  const person = await db.person.findFirst({
    where: {
      id: form.person,
      ...eligible(enterpriseId, now),
    },
    select: {
      id: true,
      account: { select: { id: true, passwordHash: true, passwordState: true } },
    },
  });
  if (!person?.account) return failure("PERSON_NOT_OFFERED", { field: "person" });
  const data: LoginFlowData = {
    personId: person.id,
    accountId: person.account.id,
    identifierKind: "DOCUMENT",
    phoneId: null,
    enterpriseId,
    projectKind: null,
    mustChangePassword: person.account.passwordState !== "CHOSEN",
    secondFactor: null,
    app: null,
    scanned: null,
    certificate: { flow: read.value.id, fingerprint },
    passwordMark: passwordMark(person.account),
  };
  const flow = await createFlow({
    kind: "LOGIN",
    region: region.slug,
    entry: "ENTERPRISE",
    data,
    now,
    ttlMinutes: LOGIN_FLOW_MINUTES,
  });
  return success({ to: loginPath(region.slug, flow.id, data) });
}
