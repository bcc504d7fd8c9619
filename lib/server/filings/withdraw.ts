import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import { mayWithdraw, type SignedIn, visibleFilings } from "./access";

/** 「撤回」 of a filing that waits for the hall; what has been decided stays. */
export async function withdrawFiling(
  form: { filing: string; identityVersion: number },
  { session, now }: SignedIn,
): Promise<Result> {
  if (form.identityVersion !== session.identityVersion) return failure("IDENTITY_SWITCHED");
  if (session.problem) return failure(session.problem);
  return transaction(async (tx) => {
    const own = { AND: [visibleFilings(session)], id: form.filing };
    const row = await tx.filing.findFirst({
      where: own,
      select: { enterpriseId: true, kind: true },
    });
    if (!row || !mayWithdraw(session, row.kind)) return failure("FILING_NOT_FOUND");
    const { count } = await tx.filing.updateMany({
      where: { ...own, status: "PENDING" },
      data: { status: "WITHDRAWN", decidedAt: now },
    });
    if (count === 0) return failure("FILING_NOT_PENDING");
    await appendAudit(tx, {
      at: now,
      action: "WITHDRAW_FILING",
      outcome: "OK",
      region: session.region,
      actorKind: "PERSON",
      actorId: session.personId,
      personId: session.personId,
      enterpriseId: row.enterpriseId,
      agencyId: session.acting.kind === "CLIENT" ? session.acting.agency.id : undefined,
      subjectKind: "Filing",
      subjectId: form.filing,
    });
    return success();
  });
}
