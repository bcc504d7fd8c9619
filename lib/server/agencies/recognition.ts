import "server-only";
import type { z } from "zod";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { failure, type Result, success } from "@/lib/domain/result";
import type { recognitionForm, synchroniseForm } from "@/lib/schemas/filings/agency";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { filerOf, type SignedIn } from "../filings/access";
import { endAgreementGrants } from "../oidc/end-grants";

type Form = z.output<typeof recognitionForm>;

/** 「认定」: the client agrees that the agency acts for it (代理机构认定管理, 辽宁 二(三)). */
export async function recogniseAgency(form: Form, context: SignedIn): Promise<Result> {
  return decide(form, context, "RECOGNISE_AGENCY", async (tx, own) => {
    const { count } = await tx.agreement.updateMany({
      where: { ...own, status: "PENDING_CLIENT" },
      data: { status: "ACTIVE", recognizedAt: context.now },
    });
    return count === 1;
  });
}

/** 「取消认定」: the client ends what it had recognised, or declines; agents lose it at once. */
export async function withdrawRecognition(form: Form, context: SignedIn): Promise<Result> {
  return decide(form, context, "WITHDRAW_RECOGNITION", async (tx, own) => {
    const { count } = await tx.agreement.updateMany({
      where: { ...own, status: { in: ["PENDING_CLIENT", "ACTIVE"] } },
      data: { status: "TERMINATED", terminatedAt: context.now },
    });
    await endAgreementGrants(tx, { id: own.id }, context.now);
    return count === 1;
  });
}

async function decide(
  { agreement: id, identityVersion }: Form,
  context: SignedIn,
  verb: "RECOGNISE_AGENCY" | "WITHDRAW_RECOGNITION",
  write: (tx: Tx, own: { id: string; clientId: string }) => Promise<boolean>,
): Promise<Result> {
  const client = await clientOf(context, identityVersion);
  if (!client.ok) return client;
  const { session, now } = context;
  const clientId = client.value;
  return transaction(async (tx) => {
    const own = { id, clientId };
    const row = await tx.agreement.findFirst({
      where: own,
      select: { agencyId: true, status: true, validFrom: true, validTo: true },
    });
    if (!row) return failure("AGREEMENT_NOT_FOUND_HERE");
    const problem = agreementProblem(row, dayOf(now));
    if (problem === "AGREEMENT_EXPIRED") return failure(problem);
    if (!(await write(tx, own))) return failure("AGREEMENT_NOT_WAITING");
    await tx.todo.updateMany({ where: { subjectId: id, doneAt: null }, data: { doneAt: now } });
    await appendAudit(tx, {
      at: now,
      action: verb,
      outcome: "OK",
      region: session.region,
      actorKind: "PERSON",
      actorId: session.personId,
      personId: session.personId,
      enterpriseId: clientId,
      agencyId: row.agencyId,
      subjectKind: "Agreement",
      subjectId: id,
    });
    return success();
  });
}

/**
 * 「同步代理机构」: brings the client's agreements up to date (those over are marked so) and answers how many are in force and
 * how many wait for 认定.
 */
export async function synchroniseAgencies(
  { identityVersion }: z.output<typeof synchroniseForm>,
  context: SignedIn,
): Promise<Result<{ inForce: number; waiting: number }>> {
  const client = await clientOf(context, identityVersion);
  if (!client.ok) return client;
  const clientId = client.value;
  await db.agreement.updateMany({
    where: {
      clientId,
      status: { in: ["ACTIVE", "PENDING_CLIENT"] },
      validTo: { lt: dayOf(context.now) },
    },
    data: { status: "EXPIRED" },
  });
  const [inForce, waiting] = await Promise.all([
    db.agreement.count({ where: { clientId, status: "ACTIVE" } }),
    db.agreement.count({ where: { clientId, status: "PENDING_CLIENT" } }),
  ]);
  return success({ inForce, waiting });
}

/** The acting enterprise as a client, in a bureau where clients recognise agencies. */
async function clientOf(context: SignedIn, identityVersion: number): Promise<Result<string>> {
  const filer = await filerOf(context, "RECOGNITION", identityVersion);
  if (!filer.ok) return filer;
  const { region, enterpriseId } = filer.value;
  if (!region.clientsRecogniseAgencies) return failure("RECOGNITION_NOT_HERE");
  return enterpriseId ? success(enterpriseId) : failure("FILED_BY_ENTERPRISES");
}
