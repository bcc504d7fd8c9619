import "server-only";
import { checkUsername, usernameKey } from "@/lib/domain/account-identifier";
import { dayOf } from "@/lib/domain/china-time";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, isUniqueViolation, type Tx, transaction } from "../db";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import type { CurrentSession } from "../session-store";
import { standsOnSecondFactor } from "./second-factor-proof";

/**
 * What keeps a username (用户名) from being somebody's, before it is claimed: `USERNAME_FORMAT`, `USERNAME_LIKE_NUMBER`,
 * `USERNAME_TAKEN` by anybody but `personId`, whatever the case (A2). The claim itself decides: two may ask at once.
 */
export async function usernameProblem(
  username: string,
  personId: string | null,
): Promise<string | null> {
  const problem = checkUsername(username);
  if (problem) return problem;
  const owner = await db.account.findUnique({
    where: { usernameKey: usernameKey(username) },
    select: { personId: true },
  });
  return owner && owner.personId !== personId ? "USERNAME_TAKEN" : null;
}

/** The year of an instant in Asia/Shanghai. */
function yearOf(now: Date): number {
  return Number(dayOf(now).slice(0, 4));
}

/** The username, and the year from which it may be changed again; null when it may be now (用户名一年可修改一次). */
export async function usernameState(personId: string, now: Date) {
  const { username, usernameChangedYear } = await db.account.findUniqueOrThrow({
    where: { personId },
    select: { username: true, usernameChangedYear: true },
  });
  const used = username !== null && usernameChangedYear === yearOf(now);
  return { username, changeableFromYear: used ? yearOf(now) + 1 : null };
}

/**
 * Sets or changes the person's username (A2; 西藏 二(三)2): at most one change per calendar year of Asia/Shanghai, the first one is no
 * change. Of several who claim a name at once exactly one gets it.
 * Problems at `username`: those of `usernameProblem`, `USERNAME_CHANGED_THIS_YEAR` with the `year` it may be changed from.
 */
export async function setUsername(
  { username }: { username: string },
  { session, now }: { session: CurrentSession; now: Date },
): Promise<Result> {
  if (!standsOnSecondFactor(session)) return failure("SECOND_FACTOR_LOST");
  const { personId, region } = session;
  const problem = await usernameProblem(username, personId);
  if (problem) return failure(problem, { field: "username" });
  try {
    const notice = await transaction(async (tx) => {
      const kind = await claim(tx, personId, username, now);
      if (!kind) return null;
      const message = await notify(tx, { personId, kind }, now);
      await appendAudit(tx, {
        at: now,
        action: kind === "USERNAME_SET" ? "SET_USERNAME" : "CHANGE_USERNAME",
        outcome: "OK",
        region,
        actorKind: "PERSON",
        actorId: personId,
        personId,
      });
      return message;
    });
    if (notice) {
      await carryNotice(notice, { region, now });
      return success();
    }
  } catch (error) {
    if (!isUniqueViolation(error, "usernameKey")) throw error;
    return failure("USERNAME_TAKEN", { field: "username" });
  }
  const state = await usernameState(personId, now);
  // Saved twice, or not changed at all: what was asked for is so.
  if (state.username === username) return success();
  return failure("USERNAME_CHANGED_THIS_YEAR", {
    field: "username",
    params: { year: state.changeableFromYear ?? yearOf(now) + 1 },
  });
}

/** Writes the name in one conditional statement: as the first one, or as this year's change. Null: neither may be. */
async function claim(tx: Tx, personId: string, username: string, now: Date) {
  const named = { username, usernameKey: usernameKey(username) };
  const first = await tx.account.updateMany({
    where: { personId, status: "ACTIVE", username: null },
    data: named,
  });
  if (first.count === 1) return "USERNAME_SET" as const;
  const year = yearOf(now);
  const changed = await tx.account.updateMany({
    where: {
      personId,
      status: "ACTIVE",
      username: { not: username },
      OR: [{ usernameChangedYear: null }, { usernameChangedYear: { lt: year } }],
    },
    data: { ...named, usernameChangedYear: year },
  });
  return changed.count === 1 ? ("USERNAME_CHANGED" as const) : null;
}
