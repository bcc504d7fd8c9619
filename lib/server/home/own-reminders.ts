import "server-only";
import { isOldStyle } from "@/lib/domain/session-proofs";
import type { CurrentSession } from "../session-store";
import type { HomeNotice } from "./notice";

const FACE_LEVEL = 4;

/** 服务提醒 the session itself holds: unread messages, and a real-name level (个人实名等级) that a face can still raise. */
export function ownReminders({
  proofs,
  unreadMessages,
  realNameLevel,
}: CurrentSession): HomeNotice[] {
  // An old entry does not reach the person's own pages (O1).
  if (isOldStyle(proofs)) return [];
  const line = (code: string, path: string, params = {}): HomeNotice => ({
    id: code,
    code,
    params,
    at: null,
    path,
  });
  return [
    ...(unreadMessages > 0
      ? [line("REMINDER_UNREAD_MESSAGES", "account/messages", { count: unreadMessages })]
      : []),
    ...(realNameLevel < FACE_LEVEL ? [line("REMINDER_REAL_NAME", "account/real-name")] : []),
  ];
}
