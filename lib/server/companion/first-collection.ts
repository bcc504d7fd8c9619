import "server-only";
import type { PhoneApp } from "@/lib/regions/apps";
import { db } from "../db";

/**
 * Whether the tax APP opens 采集实名信息 by itself (Q7, 辽宁 四): at the first login of a person nobody has collected and no
 * face has proved yet. Later it is found on the APP's first page.
 */
export async function opensCollection(personId: string, app: PhoneApp): Promise<boolean> {
  if (app !== "TAX") return false;
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      realNameLevel: true,
      _count: { select: { collections: true, loginSessions: { where: { app } } } },
    },
  });
  const { collections, loginSessions } = person._count;
  return person.realNameLevel < 4 && collections === 0 && loginSessions === 1;
}
