import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import type { DocumentType } from "@/lib/domain/documents";
import { normalizeCode } from "@/lib/domain/normalize";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { blindIndex } from "../protect";
import { giveBack, takeFromWindow } from "../rate-limit";
import type { Manager } from "./managing";

/** Failures of one manager within an hour: name and number together are an identity oracle (B10). */
const FAILURES_PER_HOUR = 10;
const HOUR_SECONDS = 60 * 60;

type Named = { name: string; documentType: DocumentType; documentNumber: string };

/** The registered person a manager names by name and document (E2); an account by e-mail only does not do (山东 7). */
export function registeredPerson(
  named: Named,
  manager: Manager,
  now: Date,
): Promise<Result<string>> {
  const where = { realNameLevel: { gte: 3 }, account: { status: "ACTIVE" as const } };
  return namedPerson(named, { where, refusal: "HANDLER_NOT_REGISTERED" }, manager, now);
}

/**
 * The one person of this name and document to whom `where` applies, too. Nobody of that number, another name, somebody it does not
 * apply to, several people: alike `refusal`; too many of them HANDLER_ATTEMPTS_EXCEEDED, counted over all of a manager's pages.
 */
export async function namedPerson(
  named: Named,
  { where, refusal }: { where: Prisma.PersonWhereInput; refusal: string },
  { personId, region, enterprise }: Manager,
  now: Date,
): Promise<Result<string>> {
  const key = `add-handler:${personId}`;
  const limit = await takeFromWindow(key, {
    limit: FAILURES_PER_HOUR,
    windowSeconds: HOUR_SECONDS,
    now,
  });
  if (!limit.allowed) {
    return failure("HANDLER_ATTEMPTS_EXCEEDED", {
      params: { retryAt: limit.retryAt.toISOString() },
    });
  }
  const found = await db.person.findMany({
    where: {
      ...where,
      name: named.name,
      documentType: named.documentType,
      documentNumberIndex: blindIndex("documentNumber", normalizeCode(named.documentNumber)),
    },
    take: 2,
    select: { id: true },
  });
  const [person] = found;
  if (person && found.length === 1) {
    await giveBack(key);
    return success(person.id);
  }
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action: "ADD_HANDLER",
      outcome: "REFUSED",
      region,
      actorKind: "PERSON",
      actorId: personId,
      enterpriseId: enterprise.id,
      reason: refusal,
    }),
  );
  return failure(refusal);
}
