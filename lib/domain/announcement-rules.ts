/** Where an announcement (通知公告) stands, as its row keeps it. */
export type AnnouncementStatus = "DRAFT" | "SCHEDULED" | "PUBLISHED" | "WITHDRAWN";

/** Where it stands for whoever looks now: a planned one is out from its time on, and ends by itself. */
export type AnnouncementState = "DRAFT" | "WAITING" | "OUT" | "OVER" | "WITHDRAWN";

type Announcement = {
  status: AnnouncementStatus;
  publishedAt: Date | null;
  expiresAt: Date | null;
};

/** Where an announcement stands by `now`. */
export function announcementState(
  { status, publishedAt, expiresAt }: Announcement,
  now: Date,
): AnnouncementState {
  if (status === "DRAFT" || status === "WITHDRAWN") return status;
  if (expiresAt && expiresAt <= now) return "OVER";
  return publishedAt && publishedAt <= now ? "OUT" : "WAITING";
}

/**
 * What keeps an announcement from being published at a time and until a time: `PUBLISH_TIME_PAST` when it was to be out
 * before `now`, `EXPIRY_TOO_EARLY` when it would be over before it is out. Without a time it is out at once.
 */
export function publishingProblem(
  { publishAt, expiresAt }: { publishAt: Date | null; expiresAt: Date | null },
  now: Date,
): { code: "PUBLISH_TIME_PAST" | "EXPIRY_TOO_EARLY"; field: "publishAt" | "expiresAt" } | null {
  if (publishAt && publishAt <= now) return { code: "PUBLISH_TIME_PAST", field: "publishAt" };
  if (expiresAt && expiresAt <= (publishAt ?? now)) {
    return { code: "EXPIRY_TOO_EARLY", field: "expiresAt" };
  }
  return null;
}
