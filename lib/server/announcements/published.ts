import "server-only";
import { db } from "../db";

const ON_ONE_PAGE = 20;
const columns = { id: true, title: true, body: true, publishedAt: true } as const;

/** 通知公告 of a bureau that are out by `now`, newest first. */
export function publishedAnnouncements(region: string, now = new Date()) {
  return db.announcement.findMany({
    where: { region, status: "PUBLISHED", publishedAt: { lte: now } },
    orderBy: [{ publishedAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: ON_ONE_PAGE,
    select: columns,
  });
}

/** One announcement of a bureau, or null when there is none that is out. */
export function publishedAnnouncement(region: string, id: string, now = new Date()) {
  return db.announcement.findFirst({
    where: { id, region, status: "PUBLISHED", publishedAt: { lte: now } },
    select: columns,
  });
}
