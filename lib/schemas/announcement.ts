import { z } from "zod";
import { readMoment } from "@/lib/domain/china-time";
import { requiredText, versionField } from "./fields";
import { reasonField } from "./hall";

const TITLE_MAX = 100;
const BODY_MAX = 20_000;

const id = z.string("ANNOUNCEMENT_NOT_FOUND").regex(/^[\w-]{1,64}$/, "ANNOUNCEMENT_NOT_FOUND");
/** The wording the page was rendered for. */
const version = versionField;

/** Control characters but for tab and line ends, and halves of surrogate pairs: PostgreSQL refuses some. */
const NOT_TEXT = /[^\P{Cc}\t\r\n]|\p{Cs}/u;

const body = z
  .string("REQUIRED")
  .max(BODY_MAX, "TOO_LONG")
  .refine((text) => text.trim() !== "", "REQUIRED")
  .refine((text) => !NOT_TEXT.test(text), "NOT_TEXT");

/** "2026-11-22T09:30" in Asia/Shanghai, as a browser's own field writes it, or nothing. */
const moment = z.string("DAY_INVALID").transform((text, context) => {
  if (text === "") return null;
  const read = readMoment(text);
  if (read) return read;
  context.addIssue({ code: "custom", message: "DAY_INVALID" });
  return z.NEVER;
});

const wording = { title: requiredText(TITLE_MAX), body, reason: reasonField };

/** A new 通知公告, kept as a draft. */
export const newAnnouncementForm = z.object(wording);

/** Another wording of one. */
export const editAnnouncementForm = z.object({ announcement: id, version, ...wording });

/** 发布, now or at `publishAt`, for good or until `expiresAt`. */
export const publishAnnouncementForm = z.object({
  announcement: id,
  version,
  publishAt: moment,
  expiresAt: moment,
  reason: reasonField,
});

/** 撤回. */
export const withdrawAnnouncementForm = z.object({
  announcement: id,
  version,
  reason: reasonField,
});

export type NewAnnouncement = z.output<typeof newAnnouncementForm>;
export type EditAnnouncement = z.output<typeof editAnnouncementForm>;
export type PublishAnnouncement = z.output<typeof publishAnnouncementForm>;
export type WithdrawAnnouncement = z.output<typeof withdrawAnnouncementForm>;
