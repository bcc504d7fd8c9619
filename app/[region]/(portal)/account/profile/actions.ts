"use server";

import { usernameForm } from "@/lib/schemas/account";
import { setUsername } from "@/lib/server/accounts/username";
import { action } from "@/lib/server/action";

const set = action({ input: usernameForm, allow: "SIGNED_IN" }, setUsername);

/** 「保存」 of the username. */
export async function setUsernameAction(input: unknown) {
  return set(input);
}
