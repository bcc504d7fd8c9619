"use server";

import { refresh } from "next/cache";
import type { Result } from "@/lib/domain/result";
import { reportForm } from "@/lib/schemas/history";
import { action } from "@/lib/server/action";
import { reportByLink } from "@/lib/server/notices/report";

const reporting = action({ input: reportForm, allow: "ANYONE" }, reportByLink);

/** 「不是我本人操作」 by a link. The page then shows the report's number; answers only what kept it from that. */
export async function reportByLinkAction(
  _previous: Result<unknown> | null,
  form: FormData,
): Promise<Result<unknown>> {
  // What is posted need not be a form, whatever the types say.
  const result = await reporting(form instanceof FormData ? Object.fromEntries(form) : form);
  refresh();
  return result;
}
