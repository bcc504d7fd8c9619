import "server-only";
import { db } from "../db";

/** Announcements on one page of the list. */
const ON_ONE_PAGE = 20;
const columns = { id: true, title: true, body: true, publishedAt: true } as const;

/** Out by `now` and not over yet. A planned one is out by this query alone: no job has to run at its time. */
function out(region: string, now: Date) {
  return {
    region,
    status: { in: ["PUBLISHED" as const, "SCHEDULED" as const] },
    publishedAt: { lte: now },
    OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
  };
}

/** 通知公告 of a bureau that are out by `now`, newest first; `page` counts from 1. */
export function publishedAnnouncements(
  region: string,
  { page = 1 }: { page?: number } = {},
  now = new Date(),
) {
  return db.announcement.findMany({
    where: out(region, now),
    orderBy: [{ publishedAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    skip: (page - 1) * ON_ONE_PAGE,
    take: ON_ONE_PAGE,
    select: columns,
  });
}

/** One announcement of a bureau, or null when there is none that is out. */
export function publishedAnnouncement(region: string, id: string, now = new Date()) {
  return db.announcement.findFirst({
    where: { ...out(region, now), id },
    select: columns,
  });
}
