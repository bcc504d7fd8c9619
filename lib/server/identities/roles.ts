import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { mayConfirmAtLogin, type Role, relationProblem } from "@/lib/domain/relation-rules";
import { db } from "../db";
import type { Ask } from "./paging";
import { factsOf, relationFacts } from "./resolve";

/** A role of the person in one enterprise, ready to act in. */
export type RoleOption = { identity: string; role: Role; primary: boolean };

/** The person's roles in one enterprise (企业内身份): those in force, and a finance manager's that waits for them (L6). */
export async function roleOptions({
  personId,
  enterpriseId,
  now,
}: Ask & { enterpriseId: string }): Promise<{
  roles: RoleOption[];
  toConfirm: { relationId: string } | null;
}> {
  const rows = await db.relation.findMany({
    where: { personId, enterpriseId, living: true },
    select: relationFacts,
    orderBy: { id: "asc" },
  });
  const today = dayOf(now);
  const waiting = rows.find((row) => mayConfirmAtLogin(factsOf(row), today));
  return {
    roles: rows
      .filter((row) => relationProblem(factsOf(row), today) === null)
      .map(({ id, role, primary }) => ({ identity: `relation:${id}`, role, primary })),
    toConfirm: waiting ? { relationId: waiting.id } : null,
  };
}
