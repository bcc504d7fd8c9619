import "server-only";
import type { Problem } from "@/lib/domain/result";
import { failure } from "@/lib/domain/result";
import type { RegionProfile } from "@/lib/regions/types";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { verifyPassword } from "../password";
import { clearFailures, lockOf, refusedAttempt, takeAttempt } from "./lockout";

type Failed = { ok: false; problems: Problem[] };

/**
 * Checks a 个人用户密码 against the lock and the attempts left (K1, K5); null when it is right. Refusals are in the audit trail
 * under `action`. Problems: `ACCOUNT_LOCKED`, and `code` at `field` with `left`, the attempts left today.
 */
export async function checkPersonalPassword(
  account: { id: string; personId: string; passwordHash: string },
  password: string,
  refusal: { action: string; code: string; field: string },
  { region, now }: { region: RegionProfile; now: Date },
): Promise<Failed | null> {
  const { id, personId, passwordHash } = account;
  const lock = await lockOf(id, "PASSWORD", region, now);
  if (lock) return lock;
  if (!(await takeAttempt(id, "PASSWORD", now))) {
    return (await lockOf(id, "PASSWORD", region, now)) ?? failure("TRY_AGAIN");
  }
  if (await verifyPassword(passwordHash, password)) {
    await clearFailures(db, id, "PASSWORD");
    return null;
  }
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action: refusal.action,
      outcome: "REFUSED",
      region: region.slug,
      actorKind: "PERSON",
      actorId: personId,
      personId,
    }),
  );
  const { code, field } = refusal;
  return refusedAttempt(id, "PASSWORD", code, { field, region, now });
}
