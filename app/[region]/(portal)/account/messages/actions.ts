"use server";

import { refresh } from "next/cache";
import type { Result } from "@/lib/domain/result";
import { allOwnForm, messageForm } from "@/lib/schemas/history";
import { action } from "@/lib/server/action";
import { markAllRead, markRead } from "@/lib/server/notices/inbox";
import { reportOwnMessage } from "@/lib/server/notices/report";

const markingRead = action({ input: messageForm, allow: "SIGNED_IN" }, markRead);
const markingAllRead = action({ input: allOwnForm, allow: "SIGNED_IN" }, markAllRead);
const reporting = action({ input: messageForm, allow: "SIGNED_IN" }, reportOwnMessage);

/** An opened message is read. */
export async function markReadAction(input: unknown): Promise<Result> {
  const result = await markingRead(input);
  // The header counts anew.
  refresh();
  return result;
}

/** 「全部标为已读」. */
export async function markAllReadAction(): Promise<void> {
  await markingAllRead({});
  refresh();
}

/** 「不是我本人操作」 of an alert. */
export async function reportMessageAction(input: unknown) {
  return reporting(input);
}
