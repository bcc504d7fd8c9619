import "server-only";
import type { FilingKind } from "@/lib/domain/filing-rules";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { isUniqueViolation, type Tx, transaction } from "../db";
import { carryNotice } from "../notices/carry";
import type { FilingAccess, SignedIn } from "./access";
import type { Effect } from "./effect-types";
import { EFFECTS } from "./effects";
import { nextFilingNumber } from "./numbers";
import { type FilingLine, sealFiling } from "./sealed-data";

/** A form that was checked and is ready to be filed. */
type Submission = {
  kind: FilingKind;
  /** The form's own id, made when it was opened: filing it twice is noticed by it. */
  filing: string;
  access: FilingAccess & { enterpriseId: string };
  values: unknown;
  lines: FilingLine[];
};

/** Rolls the transaction back and becomes the answer. */
class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused");
  }
}

/**
 * Files a form (报送, 提交): it takes effect at once or waits for the hall, as the bureau has it, and gets its 受理编号. A
 * draft becomes the filing; of several submissions of one form exactly one counts, the others are told
 * (FILING_ALREADY_SUBMITTED). A refusal by the rules leaves the draft as it was.
 */
export async function submitFiling(
  submission: Submission,
  { session, now }: SignedIn,
): Promise<Result<{ to: string }>> {
  const { kind, filing: id, access, values, lines } = submission;
  const { region, enterpriseId, agencyId } = access;
  const { personId } = session;
  const pending = region.filingApproval[kind] === "HALL";
  const data = sealFiling(kind, { values, lines });
  try {
    const { messageIds = [] } = await transaction(async (tx) => {
      await claim(tx, { id, kind, region: region.slug, enterpriseId, personId, data, now });
      const facts = { region, enterpriseId, filedById: personId, now };
      const done: Result<Effect> = pending ? success({}) : await EFFECTS[kind](tx, values, facts);
      if (!done.ok) throw new Refused(done.problems);
      const number = await nextFilingNumber(tx, region, now);
      await tx.filing.update({
        where: { id },
        data: {
          number,
          status: pending ? "PENDING" : "EFFECTIVE",
          decidedAt: pending ? null : now,
          subjectId: done.value.subjectId ?? null,
        },
        select: { id: true },
      });
      await appendAudit(tx, {
        at: now,
        action: `FILE_${kind}`,
        outcome: "OK",
        region: region.slug,
        actorKind: "PERSON",
        actorId: personId,
        personId,
        enterpriseId,
        agencyId: agencyId ?? undefined,
        subjectKind: "Filing",
        subjectId: id,
        detail: { number, pending },
      });
      return done.value;
    });
    for (const message of messageIds) await carryNotice(message, { region: region.slug, now });
    return success({ to: `/${region.slug}/tax/filings/${id}` });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    if (isUniqueViolation(error, "id")) return failure("FILING_ALREADY_SUBMITTED");
    // Somebody was listed and added at the same moment.
    if (isUniqueViolation(error, "personId", "enterpriseId")) return failure("RELATION_CHANGED");
    throw error;
  }
}

type Claim = {
  id: string;
  kind: FilingKind;
  region: string;
  enterpriseId: string;
  personId: string;
  data: string;
  now: Date;
};

/** Takes the form's row for this submission: the filer's own draft, or a new one; PENDING until it has its number. */
async function claim(tx: Tx, { id, kind, region, enterpriseId, personId, data, now }: Claim) {
  const own = { id, region, enterpriseId, filedById: personId };
  const filed = { kind, status: "PENDING", submittedAt: now, data } as const;
  const { count } = await tx.filing.updateMany({ where: { ...own, status: "DRAFT" }, data: filed });
  if (count === 1) return;
  const taken = await tx.filing.findUnique({ where: { id }, select: { enterpriseId: true } });
  if (taken) {
    const mine = taken.enterpriseId === enterpriseId;
    throw new Refused([{ code: mine ? "FILING_ALREADY_SUBMITTED" : "FILING_NOT_FOUND" }]);
  }
  await tx.filing.create({
    data: { ...own, ...filed, createdAt: now },
    select: { id: true },
  });
}
