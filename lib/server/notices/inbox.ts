import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { ALERT_KINDS, noticeText, noticeTitle } from "@/lib/messages/notices";
import { db } from "../db";
import type { CurrentSession } from "../session-store";

type SignedIn = { session: CurrentSession; now: Date };

export const MESSAGES_ON_ONE_PAGE = 20;

/** The person's messages (消息中心), newest first; `page` counts from 1. */
export async function ownMessages(personId: string, page: number) {
  const [rows, total] = await Promise.all([
    db.message.findMany({
      where: { personId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * MESSAGES_ON_ONE_PAGE,
      take: MESSAGES_ON_ONE_PAGE,
      select: { id: true, kind: true, createdAt: true, readAt: true },
    }),
    db.message.count({ where: { personId } }),
  ]);
  const messages = rows.map(({ id, kind, createdAt, readAt }) => ({
    id,
    kind,
    title: noticeTitle(kind),
    at: createdAt,
    unread: readAt === null,
  }));
  return { messages, total };
}

/** One message of the person's own, opened; null for any other. Reading it here does not mark it as read. */
export async function ownMessage(personId: string, id: string) {
  const row = await db.message.findFirst({
    where: { id, personId },
    select: {
      kind: true,
      params: true,
      createdAt: true,
      readAt: true,
      incidents: { select: { number: true } },
    },
  });
  const params: Record<string, string> = JSON.parse(row?.params ?? "{}");
  return (
    row && {
      kind: row.kind,
      params,
      title: noticeTitle(row.kind),
      text: noticeText(row.kind, params),
      at: row.createdAt,
      unread: row.readAt === null,
      reportable: ALERT_KINDS.includes(row.kind),
      incidentNumber: row.incidents[0]?.number ?? null,
    }
  );
}

/** Marks one's own message as read. Problem: `MESSAGE_NOT_FOUND`. */
export async function markRead(
  form: { message: string },
  { session, now }: SignedIn,
): Promise<Result> {
  const own = { id: form.message, personId: session.personId };
  const { count } = await db.message.updateMany({
    where: { ...own, readAt: null },
    data: { readAt: now },
  });
  if (count === 0 && (await db.message.count({ where: own })) === 0) {
    return failure("MESSAGE_NOT_FOUND");
  }
  return success();
}

/** 「全部标为已读」. */
export async function markAllRead(_form: unknown, { session, now }: SignedIn): Promise<Result> {
  await db.message.updateMany({
    where: { personId: session.personId, readAt: null },
    data: { readAt: now },
  });
  return success();
}
