import "server-only";
import { findFunction } from "@/lib/domain/function-tree";
import { type Result, success } from "@/lib/domain/result";
import { db, transaction } from "../db";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";

/** Codes of the 常用功能 a person chose, in their order, without those of the past; empty when they never chose any. */
export async function savedFavourites(personId: string): Promise<string[]> {
  const rows = await db.favouriteFunction.findMany({
    where: { personId },
    orderBy: [{ position: "asc" }, { functionCode: "asc" }],
    select: { functionCode: true },
  });
  return rows.map(({ functionCode }) => functionCode).filter((code) => findFunction(code));
}

/** 「保存」 of 常用功能: the list as it is now, the person's own alone; an empty one brings the default set back. */
export async function saveFavourites(
  { codes }: { codes: readonly string[] },
  { session: { personId, region }, now }: RequestContext & { session: CurrentSession },
): Promise<Result<{ to: string }>> {
  await transaction(async (tx) => {
    // Lets one list at a time be saved: of two at once the later one stands whole.
    await tx.person.updateMany({ where: { id: personId }, data: { updatedAt: now } });
    await tx.favouriteFunction.deleteMany({ where: { personId } });
    await tx.favouriteFunction.createMany({
      data: codes.map((functionCode, position) => ({ personId, functionCode, position })),
    });
  });
  return success({ to: `/${region}/home` });
}
