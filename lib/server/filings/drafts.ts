import "server-only";
import type { z } from "zod";
import type { FilingKind } from "@/lib/domain/filing-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { type DraftValues, type draftForm, draftValues } from "@/lib/schemas/filings/draft";
import { db, isUniqueViolation } from "../db";
import type { CurrentSession } from "../session-store";
import { filerOf, type SignedIn, visibleFilings } from "./access";
import { openFiling, sealFiling } from "./sealed-data";

const MAX_DRAFTS = 50;

/** 「保存草稿」: keeps what has been typed, right or wrong, until it is filed. Passwords are never kept. */
export async function saveDraft(
  form: z.output<typeof draftForm>,
  context: SignedIn,
): Promise<Result<{ savedAt: string }>> {
  const filer = await filerOf(context, form.kind, form.identityVersion);
  if (!filer.ok) return filer;
  const { region, enterpriseId } = filer.value;
  if (!enterpriseId) return failure("FILED_BY_ENTERPRISES");
  const { session, now } = context;
  const { agreementPassword: _, ...values } = form.values;
  const data = sealFiling(form.kind, { values, lines: [] });
  const own = { enterpriseId, region: region.slug, filedById: session.personId };
  const saved = success({ savedAt: now.toISOString() });
  const drafts = { ...own, status: "DRAFT" as const };
  // The kind changes with 特定主体类型 while the form is a draft.
  const changed = { data, kind: form.kind };
  const { count } = await db.filing.updateMany({
    where: { ...drafts, id: form.filing },
    data: changed,
  });
  if (count === 1) return saved;
  if ((await db.filing.count({ where: drafts })) >= MAX_DRAFTS) return failure("DRAFTS_TOO_MANY");
  try {
    await db.filing.create({
      data: { ...drafts, ...changed, id: form.filing, createdAt: now },
      select: { id: true },
    });
  } catch (error) {
    if (!isUniqueViolation(error, "id")) throw error;
    return failure("FILING_ALREADY_SUBMITTED");
  }
  return saved;
}

/** The filer's own draft of one of these kinds, to go on with; null when there is none or it cannot be read. */
export async function readDraft(
  session: CurrentSession,
  kinds: readonly FilingKind[],
  id: unknown,
): Promise<{ filing: string; values: DraftValues } | null> {
  if (typeof id !== "string" || id.length > 64) return null;
  const row = await db.filing.findFirst({
    where: {
      AND: [visibleFilings(session)],
      id,
      filedById: session.personId,
      status: "DRAFT",
      kind: { in: [...kinds] },
    },
    select: { id: true, kind: true, data: true },
  });
  if (!row) return null;
  const values = draftValues.safeParse(openFiling(row.kind, row.data)?.values);
  return values.success ? { filing: row.id, values: values.data } : null;
}

/** 「删除草稿」 of the filer's own draft. */
export async function deleteDraft(
  form: { filing: string; identityVersion: number },
  { session }: SignedIn,
): Promise<Result> {
  if (form.identityVersion !== session.identityVersion) return failure("IDENTITY_SWITCHED");
  const { count } = await db.filing.deleteMany({
    where: {
      AND: [visibleFilings(session)],
      id: form.filing,
      filedById: session.personId,
      status: "DRAFT",
    },
  });
  return count === 1 ? success() : failure("FILING_NOT_FOUND");
}
