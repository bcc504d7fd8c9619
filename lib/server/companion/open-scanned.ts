import "server-only";
import { type Result, success } from "@/lib/domain/result";
import { appSlug } from "@/lib/regions/apps";
import type { RequestContext } from "../request";
import { openOnPhone, type PhoneView } from "../scan/phone";
import { forgetPendingScan, keepPendingScan } from "./pending-scan";

/** Opens a scanned code; where the APP has to sign in first, the code is kept until it has. */
export async function openScanned(
  { secret }: { secret: string },
  context: RequestContext,
): Promise<Result<PhoneView | { login: string }>> {
  const opened = await openOnPhone({ secret }, context);
  if (!opened.ok || !("signIn" in opened.value)) {
    await forgetPendingScan();
    return opened as Result<PhoneView>;
  }
  await keepPendingScan(secret);
  return success({ login: `/app/${appSlug(opened.value.signIn)}/login` });
}
