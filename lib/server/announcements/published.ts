import "server-only";
import { db } from "../db";

/** So many stand on a home page; the list has the others. */
const ON_HOME = 5;

/** So many stand on a page of the list. */
export const ANNOUNCEMENTS_ON_ONE_PAGE = 20;

const columns = { id: true, title: true, publishedAt: true } as const;

function published(region: string, now: Date) {
  return { region, status: "PUBLISHED" as const, publishedAt: { lte: now } };
}

const newestFirst = [
  { publishedAt: { sort: "desc" as const, nulls: "last" as const } },
  { id: "desc" as const },
];

/** The newest 通知公告 of a bureau that are out by `now`. */
export function publishedAnnouncements(region: string, now = new Date()) {
  return db.announcement.findMany({
    where: published(region, now),
    orderBy: newestFirst,
    take: ON_HOME,
    select: columns,
  });
}

/** All 通知公告 of a bureau that are out by `now`, newest first, a page at a time. */
export async function announcementPage(region: string, page: number, now = new Date()) {
  const where = published(region, now);
  const [announcements, total] = await Promise.all([
    db.announcement.findMany({
      where,
      orderBy: newestFirst,
      skip: (page - 1) * ANNOUNCEMENTS_ON_ONE_PAGE,
      take: ANNOUNCEMENTS_ON_ONE_PAGE,
      select: columns,
    }),
    db.announcement.count({ where }),
  ]);
  return { announcements, total };
}

/** One announcement of a bureau, or null when there is none that is out. */
export function publishedAnnouncement(region: string, id: string, now = new Date()) {
  return db.announcement.findFirst({
    where: { id, ...published(region, now) },
    select: { ...columns, body: true },
  });
}
