import "server-only";
import type { z } from "zod";
import { maskDocumentNumber, maskPhone } from "@/lib/domain/masking";
import { failure, type Problem, type Result } from "@/lib/domain/result";
import { documentTypeLabel } from "@/lib/labels";
import type { ListedPerson } from "@/lib/schemas/filings/fields";
import type { handlerChangeForm } from "@/lib/schemas/filings/handlers";
import { db } from "../db";
import { filerOf, type SignedIn } from "../filings/access";
import type { FilingLine } from "../filings/sealed-data";
import { submitFiling } from "../filings/submit";
import { reveal } from "../protect";
import { takeFromWindow } from "../rate-limit";
import { registeredHandlers } from "./handlers-effect";

/** A registered handler (办税人员信息), documents and phones masked. */
export type RegisteredHandler = {
  id: string;
  name: string;
  document: string;
  mobile: string | null;
  /** 已确认: the person has agreed. Why somebody has not, nobody is told. */
  confirmed: boolean;
};

/** Filings with new people that one manager may send a day: each is a question whether somebody exists (B10). */
const ADDING_FILINGS_A_DAY = 20;
const DAY_SECONDS = 24 * 60 * 60;
const SHOWN_AT_MOST = 200;

/** The handlers the registry lists for an enterprise, by registration. */
export async function handlersInRegistry(enterpriseId: string): Promise<RegisteredHandler[]> {
  const rows = await db.relation.findMany({
    where: registeredHandlers(enterpriseId),
    orderBy: { id: "asc" },
    take: SHOWN_AT_MOST,
    select: {
      id: true,
      status: true,
      registryMobileCipher: true,
      person: { select: { name: true, documentType: true, documentNumberCipher: true } },
    },
  });
  return rows.map(({ id, status, registryMobileCipher, person }) => ({
    id,
    name: person.name,
    document: documentText({
      ...person,
      documentNumber: reveal("Person.documentNumber", person.documentNumberCipher),
    }),
    mobile:
      registryMobileCipher && maskPhone(reveal("Relation.registryMobile", registryMobileCipher)),
    confirmed: status === "ACTIVE",
  }));
}

/** Files 变更税务登记-办税人员信息 (E7). */
export async function fileHandlerChange(
  { filing, identityVersion, ...values }: z.output<typeof handlerChangeForm>,
  context: SignedIn,
): Promise<Result<{ to: string }>> {
  const filer = await filerOf(context, "HANDLER_CHANGE", identityVersion);
  if (!filer.ok) return filer;
  const { enterpriseId } = filer.value;
  if (!enterpriseId) return failure("FILED_BY_ENTERPRISES");
  const { removed, changed, added } = values;
  if (removed.length + changed.length + added.length === 0) return failure("NOTHING_CHANGED");
  const twice = samePersonTwice(added);
  if (twice) return { ok: false, problems: [twice] };
  if (added.length > 0 && !(await mayAddPeople(context))) return failure("ADDITIONS_TOO_MANY");
  const known = new Map((await handlersInRegistry(enterpriseId)).map((each) => [each.id, each]));
  const lines: FilingLine[] = [
    ...removed.map((id) => ({ name: "移除人员", value: known.get(id)?.name ?? "" })),
    ...changed.map(({ relation, mobile }) => ({
      name: "变更手机号码",
      value: `${known.get(relation)?.name ?? ""} ${maskPhone(mobile)}`,
    })),
    ...added.map((each) => ({
      name: "添加人员",
      value: `${each.name} ${documentText(each)} ${maskPhone(each.mobile)}`,
    })),
  ];
  const access = { ...filer.value, enterpriseId };
  return submitFiling({ kind: "HANDLER_CHANGE", filing, access, values, lines }, context);
}

/** A document as a list of people shows it: type and masked number. */
export function documentText({
  documentType,
  documentNumber,
}: Pick<ListedPerson, "documentType" | "documentNumber">): string {
  return `${documentTypeLabel(documentType)} ${maskDocumentNumber(documentNumber)}`;
}

/** The second row of somebody who is there twice. */
export function samePersonTwice(people: readonly ListedPerson[]): Problem | null {
  const key = (each: ListedPerson) => `${each.documentType} ${each.documentNumber}`;
  const index = people.findIndex(
    (each, at) => people.findIndex((other) => key(other) === key(each)) < at,
  );
  return index < 0 ? null : { code: "SAME_PERSON_TWICE", field: `added.${index}.documentNumber` };
}

/** Counts a filing that adds people against the manager's day. */
export async function mayAddPeople({ session, now }: SignedIn): Promise<boolean> {
  const { allowed } = await takeFromWindow(`add-people:${session.personId}`, {
    limit: ADDING_FILINGS_A_DAY,
    windowSeconds: DAY_SECONDS,
    now,
  });
  return allowed;
}
