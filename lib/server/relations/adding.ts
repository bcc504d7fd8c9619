import "server-only";
import type { DocumentType } from "@/lib/domain/documents";
import { failure, type Result, success } from "@/lib/domain/result";
import { asksForStepUp } from "../scan/step-up";
import type { CurrentSession } from "../session-store";
import { type Manager, managing } from "./managing";
import { checkPeriod } from "./open";
import { registeredPerson } from "./registered-person";

/** Whom a manager names, and for which days. */
export type NamedPerson = {
  name: string;
  documentType: DocumentType;
  documentNumber: string;
  validFrom: string;
  validTo: string | null;
  identityVersion: number;
};

/** Whether this session has to show a face before it adds people (添加办税人员 is a sensitive business of some bureaus). */
export function addingNeedsFace(session: CurrentSession): boolean {
  return asksForStepUp(session, "add-handler");
}

/**
 * The manager behind a session and the registered person they name, before anything is opened for that person: 添加办税人员 and 交接.
 * Problems: those of `managing`, `checkPeriod` and `registeredPerson`, STEP_UP_REQUIRED.
 */
export async function personToAdd(
  named: NamedPerson,
  session: CurrentSession,
  now: Date,
): Promise<Result<{ manager: Manager; personId: string }>> {
  const manager = managing(session, named.identityVersion);
  if (!manager.ok) return manager;
  if (addingNeedsFace(session)) return failure("STEP_UP_REQUIRED");
  const period = checkPeriod({ validFrom: named.validFrom, validTo: named.validTo }, now);
  if (!period.ok) return period;
  const person = await registeredPerson(named, manager.value, now);
  return person.ok ? success({ manager: manager.value, personId: person.value }) : person;
}
