"use server";

import { grantAgentForm } from "@/lib/schemas/relations";
import { action } from "@/lib/server/action";
import { grantAgent } from "@/lib/server/grants/agents";

const granting = action({ input: grantAgentForm, allow: "ACTING" }, grantAgent);

/** 「保存授权」 of an agent. */
export async function grantAgentAction(input: unknown) {
  return granting(input);
}
