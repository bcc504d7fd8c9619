"use server";

import { refresh } from "next/cache";
import type { Result } from "@/lib/domain/result";
import { allOwnForm, endSessionForm, endSystemForm } from "@/lib/schemas/history";
import { action } from "@/lib/server/action";
import { endOtherSessions, endOwnSession } from "@/lib/server/devices/open-sessions";
import { endSystemSignIn } from "@/lib/server/oidc/signed-in-systems";

const endingOne = action({ input: endSessionForm, allow: "SIGNED_IN" }, endOwnSession);
const endingOthers = action({ input: allOwnForm, allow: "SIGNED_IN" }, endOtherSessions);
const leaving = action({ input: endSystemForm, allow: "SIGNED_IN" }, endSystemSignIn);

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

/** 「退出」 of one business system. */
export async function endSystemAction(
  _previous: Result<unknown> | null,
  form: FormData,
): Promise<Result<unknown>> {
  const client = form instanceof FormData ? form.get("client") : null;
  const result = await leaving({ client });
  refresh();
  return result;
}
