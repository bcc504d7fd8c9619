import "server-only";
import { publishingProblem } from "@/lib/domain/announcement-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import type {
  EditAnnouncement,
  NewAnnouncement,
  PublishAnnouncement,
  WithdrawAnnouncement,
} from "@/lib/schemas/announcement";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import type { CurrentOfficer } from "../hall/officer-session";

type Context = { officer: CurrentOfficer; now: Date };

const ON_ONE_PAGE = 20;

const COLUMNS = {
  id: true,
  title: true,
  status: true,
  publishedAt: true,
  expiresAt: true,
  version: true,
  createdAt: true,
  author: { select: { name: true } },
} as const;

/** 通知公告 of the officer's bureau in every state, newest first; `page` counts from 1. */
export async function announcementList(officer: CurrentOfficer, page: number) {
  const where = { region: officer.region };
  const [rows, total] = await Promise.all([
    db.announcement.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * ON_ONE_PAGE,
      take: ON_ONE_PAGE,
      select: COLUMNS,
    }),
    db.announcement.count({ where }),
  ]);
  return { rows, pages: Math.ceil(total / ON_ONE_PAGE) };
}

/** One announcement of the officer's bureau, whatever its state. */
export function announcementOf(officer: CurrentOfficer, id: string) {
  return db.announcement.findFirst({
    where: { id, region: officer.region },
    select: { ...COLUMNS, body: true },
  });
}

/** Keeps a new announcement as a draft of the officer's bureau. */
export async function draftAnnouncement(
  { title, body, reason }: NewAnnouncement,
  { officer, now }: Context,
): Promise<Result<{ to: string }>> {
  const id = await transaction(async (tx) => {
    const { region, officerId } = officer;
    const made = await tx.announcement.create({
      data: { region, title, body, authorId: officerId, createdAt: now },
      select: { id: true },
    });
    await record(tx, "SAVE_ANNOUNCEMENT", made.id, reason, { officer, now });
    return made.id;
  });
  return success({ to: `/hall/announcements/${id}` });
}

/**
 * Another wording; one that is out changes at once for everybody.
 * Problems: `ANNOUNCEMENT_NOT_FOUND`, `ANNOUNCEMENT_CHANGED` when another officer was quicker.
 */
export function editAnnouncement(
  { announcement, version, title, body, reason }: EditAnnouncement,
  context: Context,
): Promise<Result> {
  const data = { title, body };
  return change({ announcement, version, reason }, "SAVE_ANNOUNCEMENT", data, context);
}

/**
 * 发布, now or at a time to come, for good or until a time. Problems: `PUBLISH_TIME_PAST` at `publishAt`, `EXPIRY_TOO_EARLY`
 * at `expiresAt`, and those of an edit.
 */
export async function publishAnnouncement(
  { publishAt, expiresAt, ...rest }: PublishAnnouncement,
  context: Context,
): Promise<Result> {
  const { now } = context;
  const problem = publishingProblem({ publishAt, expiresAt }, now);
  if (problem) return failure(problem.code, { field: problem.field });
  const status = publishAt ? ("SCHEDULED" as const) : ("PUBLISHED" as const);
  const data = { status, publishedAt: publishAt ?? now, expiresAt };
  return change(rest, "PUBLISH_ANNOUNCEMENT", data, context);
}

/** 撤回: nobody sees it any more; it can be edited and published anew. Problems: those of an edit. */
export function withdrawAnnouncement(
  form: WithdrawAnnouncement,
  context: Context,
): Promise<Result> {
  return change(form, "WITHDRAW_ANNOUNCEMENT", { status: "WITHDRAWN" as const }, context, [
    "SCHEDULED",
    "PUBLISHED",
  ]);
}

type Changed = Parameters<typeof db.announcement.updateMany>[0]["data"];
type Status = "DRAFT" | "SCHEDULED" | "PUBLISHED" | "WITHDRAWN";

/** One conditional write: of several changes of the same wording exactly one is made. */
async function change(
  { announcement: id, version, reason }: { announcement: string; version: number; reason: string },
  action: string,
  data: Changed,
  { officer, now }: Context,
  from?: Status[],
): Promise<Result> {
  const { region } = officer;
  return transaction(async (tx) => {
    const { count } = await tx.announcement.updateMany({
      where: { id, region, version, ...(from && { status: { in: from } }) },
      data: { ...data, version: { increment: 1 } },
    });
    if (count === 0) {
      const there = await tx.announcement.count({ where: { id, region } });
      return failure(there === 0 ? "ANNOUNCEMENT_NOT_FOUND" : "ANNOUNCEMENT_CHANGED");
    }
    await record(tx, action, id, reason, { officer, now });
    return success();
  });
}

function record(tx: Tx, action: string, id: string, reason: string, { officer, now }: Context) {
  return appendAudit(tx, {
    at: now,
    action,
    outcome: "OK",
    region: officer.region,
    actorKind: "OFFICER",
    actorId: officer.officerId,
    subjectKind: "Announcement",
    subjectId: id,
    reason,
  });
}
