"use server";

import {
  editAnnouncementForm,
  newAnnouncementForm,
  publishAnnouncementForm,
  withdrawAnnouncementForm,
} from "@/lib/schemas/announcement";
import {
  draftAnnouncement,
  editAnnouncement,
  publishAnnouncement,
  withdrawAnnouncement,
} from "@/lib/server/announcements/manage";
import { officerAction } from "@/lib/server/hall/officer-action";

const roles = ["COUNTER", "SUPERVISOR"] as const;

const drafting = officerAction({ input: newAnnouncementForm, roles }, draftAnnouncement);
const editing = officerAction({ input: editAnnouncementForm, roles }, editAnnouncement);
const publishing = officerAction({ input: publishAnnouncementForm, roles }, publishAnnouncement);
const withdrawing = officerAction({ input: withdrawAnnouncementForm, roles }, withdrawAnnouncement);

/** 「保存草稿」. */
export async function draftAnnouncementAction(input: unknown) {
  return drafting(input);
}

/** 「保存」. */
export async function editAnnouncementAction(input: unknown) {
  return editing(input);
}

/** 「发布」. */
export async function publishAnnouncementAction(input: unknown) {
  return publishing(input);
}

/** 「撤回」. */
export async function withdrawAnnouncementAction(input: unknown) {
  return withdrawing(input);
}
