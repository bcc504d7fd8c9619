import "server-only";
import type { FilingKind } from "@/lib/domain/filing-rules";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { filingKindLabel } from "@/lib/labels";
import { findRegion } from "@/lib/regions/list";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import type { Effect } from "../filings/effect-types";
import { EFFECTS } from "../filings/effects";
import { openFiling } from "../filings/sealed-data";
import { VOID_EFFECTS } from "../filings/void-effects";
import { pageWindow } from "../identities/paging";
import { notify } from "../notices/notify";
import { carryAll } from "../relations/tell";
import { officerEvent } from "./look-up";
import type { OfficerContext } from "./officer-action";
import type { CurrentOfficer } from "./officer-store";
import { isOwnEnterprise, refuseOwn } from "./own-account";

/** Forms of agencies: in force at once, and for officers to void (T1). */
const VOIDABLE = ["AGREEMENT", "AGREEMENT_CHANGE", "AGENCY_INFORMATION"] as const;

const columns = {
  id: true,
  number: true,
  kind: true,
  status: true,
  submittedAt: true,
  enterprise: { select: { name: true } },
} as const;

/** 事项审批 of the officer's own bureau: what waits for a decision, or the forms of agencies that can be voided. */
export async function listFilingsAtCounter(
  { region }: CurrentOfficer,
  tab: "PENDING" | "VOIDABLE",
  page: number,
) {
  const where =
    tab === "PENDING"
      ? { region, status: "PENDING" as const }
      : { region, status: "EFFECTIVE" as const, kind: { in: [...VOIDABLE] } };
  const [filings, total] = await Promise.all([
    db.filing.findMany({
      where,
      orderBy: [{ submittedAt: tab === "PENDING" ? "asc" : "desc" }, { id: "asc" }],
      ...pageWindow(page),
      select: columns,
    }),
    db.filing.count({ where }),
  ]);
  return { filings, total };
}

/** One filing with what was filed; null when there is none at the officer's bureau. */
export async function filingAtCounter({ region }: CurrentOfficer, id: string) {
  if (id.length > 64) return null;
  const row = await db.filing.findFirst({
    where: { id, region, status: { not: "DRAFT" } },
    select: { ...columns, data: true, reason: true, filedBy: { select: { name: true } } },
  });
  if (!row) return null;
  const { data, filedBy, enterprise, ...rest } = row;
  const voidable = rest.status === "EFFECTIVE" && rest.kind in VOID_EFFECTS;
  const lines = openFiling(rest.kind, data)?.lines ?? [];
  return { ...rest, lines, filedBy: filedBy.name, enterprise: enterprise.name, voidable };
}

/** Rolls the transaction back and becomes the answer. */
class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused");
  }
}

type Decision = "APPROVE" | "REJECT" | "VOID";

const OUTCOMES = {
  APPROVE: { from: "PENDING", to: "EFFECTIVE", action: "APPROVE_FILING" },
  REJECT: { from: "PENDING", to: "REJECTED", action: "REJECT_FILING" },
  VOID: { from: "EFFECTIVE", to: "VOID", action: "VOID_FILING" },
} as const;

/**
 * 「同意」, 「退回」 and 「作废」 of a filing: approved, it does what filing it would have done (`EFFECTS`), by the same rules; of two
 * decisions at once one counts. The filer is told. Problems: `FILING_NOT_FOUND`, `FILING_NOT_PENDING`, `OWN_ENTERPRISE`, those of
 * the effect.
 */
export async function decideFiling(
  form: { filing: string; decision: Decision; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result> {
  const filed = await db.filing.findFirst({
    where: { id: form.filing, region: officer.region },
    select: { enterpriseId: true },
  });
  if (filed && (await isOwnEnterprise(officer, filed.enterpriseId))) {
    return refuseOwn("OWN_ENTERPRISE", officer, filed, now);
  }
  try {
    const messages = await transaction((tx) => decide(tx, form, officer, now));
    await carryAll(messages, officer.region, now);
    return success();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    throw error;
  }
}

async function decide(
  tx: Tx,
  { filing: id, decision, reason }: { filing: string; decision: Decision; reason: string },
  officer: CurrentOfficer,
  now: Date,
): Promise<string[]> {
  const region = findRegion(officer.region);
  const row = await tx.filing.findFirst({ where: { id, region: officer.region } });
  if (!row || !region || row.status === "DRAFT") throw new Refused([{ code: "FILING_NOT_FOUND" }]);
  const { enterpriseId, filedById, kind } = row;
  const { from, to, action } = OUTCOMES[decision];
  const { count } = await tx.filing.updateMany({
    where: { id, region: officer.region, status: from },
    data: { status: to, decidedAt: now, decidedById: officer.officerId, reason },
  });
  if (count !== 1) throw new Refused([{ code: "FILING_NOT_PENDING" }]);
  const values = openFiling(kind, row.data)?.values;
  const effect = await effectOf(tx, decision, { ...row, region, values, now });
  if (!effect.ok) throw new Refused(effect.problems);
  const { subjectId, messageIds = [] } = effect.value;
  if (subjectId) await tx.filing.update({ where: { id }, data: { subjectId } });
  const params = { form: filingKindLabel(kind), number: row.number ?? "" };
  const notice = { personId: filedById, kind: `FILING_${to}` as const, params };
  const told = await notify(tx, notice, now);
  const event = officerEvent(action, officer, reason, now);
  const subject = { subjectKind: "Filing", subjectId: id, enterpriseId, personId: filedById };
  await appendAudit(tx, { ...event, ...subject, detail: { kind } });
  return [...messageIds, told];
}

async function effectOf(
  tx: Tx,
  decision: Decision,
  filing: {
    kind: FilingKind;
    enterpriseId: string;
    filedById: string;
    subjectId: string | null;
    decidedAt: Date | null;
    region: NonNullable<ReturnType<typeof findRegion>>;
    values: unknown;
    now: Date;
  },
): Promise<Result<Effect>> {
  if (decision === "REJECT") return success({});
  if (decision === "APPROVE") return EFFECTS[filing.kind](tx, filing.values, filing);
  const undo = VOID_EFFECTS[filing.kind];
  if (!undo || !filing.decidedAt) return failure("CHANGE_NOT_VOIDABLE");
  const undone = await undo(tx, { ...filing, decidedAt: filing.decidedAt });
  return undone.ok ? success({}) : undone;
}
