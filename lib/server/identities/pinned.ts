import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { db } from "../db";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import { OPTIONS_ON_ONE_PAGE } from "./paging";

/** What was used last stands behind the pinned ones: so many. */
export const RECENTLY_USED = 5;

/** Identities a person can pin; they all have to fit on the first page. */
const PINS_AT_MOST = 10;

/** Ids of the pinned identities (置顶) of one kind, as `identity` names them, first pinned first. */
export async function pinnedIds(personId: string, kind: "relation" | "client"): Promise<string[]> {
  const rows = await db.favouriteIdentity.findMany({
    where: { personId, identity: { startsWith: `${kind}:` } },
    orderBy: [{ createdAt: "asc" }, { identity: "asc" }],
    select: { identity: true },
  });
  return rows.map(({ identity }) => identity.slice(kind.length + 1));
}

/** A page of a list whose first rows are `front`: those of them on it, and which of the others. */
export function behind(front: readonly string[], page: number) {
  const start = (page - 1) * OPTIONS_ON_ONE_PAGE;
  const first = front.slice(start, start + OPTIONS_ON_ONE_PAGE);
  return {
    first,
    skip: Math.max(0, start - front.length),
    take: OPTIONS_ON_ONE_PAGE - first.length,
  };
}

/** Rows in the order of their ids in `ids`. */
export function inOrderOf<Row>(
  ids: readonly string[],
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Row[] {
  return [...rows].sort((a, b) => ids.indexOf(idOf(a)) - ids.indexOf(idOf(b)));
}

/**
 * 「置顶」 and 「取消置顶」 of an identity at 身份切换, the person's own alone. Problems: IDENTITY_NOT_FOUND, PINS_FULL.
 */
export async function pinIdentity(
  { identity, pinned }: { identity: string; pinned: boolean },
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result> {
  const { personId } = session;
  if (!pinned) {
    await db.favouriteIdentity.deleteMany({ where: { personId, identity } });
    return success();
  }
  const [kind, id = ""] = identity.split(":", 2);
  const own =
    kind === "relation"
      ? await db.relation.count({ where: { id, personId, living: true } })
      : kind === "client"
        ? await db.agreementStaff.count({ where: { id, personId, removedAt: null } })
        : 0;
  if (own === 0) return failure("IDENTITY_NOT_FOUND");
  const pins = await db.favouriteIdentity.count({ where: { personId, NOT: { identity } } });
  if (pins >= PINS_AT_MOST) return failure("PINS_FULL");
  await db.favouriteIdentity.upsert({
    where: { personId_identity: { personId, identity } },
    create: { personId, identity, createdAt: now },
    update: {},
    select: { identity: true },
  });
  return success();
}
