"use server";

import { refresh } from "next/cache";
import type { Result } from "@/lib/domain/result";
import { allOwnForm, endSessionForm } from "@/lib/schemas/history";
import { action } from "@/lib/server/action";
import { endOtherSessions, endOwnSession } from "@/lib/server/devices/open-sessions";

const endingOne = action({ input: endSessionForm, allow: "SIGNED_IN" }, endOwnSession);
const endingOthers = action({ input: allOwnForm, allow: "SIGNED_IN" }, endOtherSessions);

/** Remote 「退出」 of one login, or 「退出其他所有登录」 when none is named. */
export async function endSessionAction(
  _previous: Result<unknown> | null,
  form: FormData,
): Promise<Result<unknown>> {
  // What is posted need not be a form, whatever the types say; it must not end all logins then.
  const session = form instanceof FormData ? form.get("session") : "";
  const result = session === null ? await endingOthers({}) : await endingOne({ session });
  refresh();
  return result;
}
