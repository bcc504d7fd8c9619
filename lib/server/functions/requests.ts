import "server-only";
import { findFunction } from "@/lib/domain/function-tree";
import { db } from "../db";
import { servingAgents } from "../grants/agents";
import { inTab } from "../relations/relation-row";

/** 向管理人员申请该功能, as a manager sees it (B14). */
export type FunctionRequest = {
  id: string;
  /** Where it is granted, below the person's account pages. */
  path: string;
  personName: string;
  functionName: string;
  requestedAt: Date;
};

const REQUESTS_SHOWN = 20;

/** Open requests for functions, oldest first; those of people who have left meanwhile are left out. */
export async function functionRequests(
  enterpriseId: string,
  now: Date,
): Promise<FunctionRequest[]> {
  const todos = await db.todo.findMany({
    where: { enterpriseId, kind: "FUNCTION_REQUESTED", doneAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: REQUESTS_SHOWN,
    select: { id: true, subjectId: true, createdAt: true },
  });
  if (todos.length === 0) return [];
  const asked = todos.map((todo) => {
    const [holder = "", code = ""] = todo.subjectId.split(":", 2);
    return { ...todo, holder, code };
  });
  const relations = await db.relation.findMany({
    where: {
      id: { in: asked.map(({ holder }) => holder) },
      enterpriseId,
      ...inTab("EXISTING", now),
    },
    select: { id: true, person: { select: { name: true } } },
  });
  const holders = new Map<string, { name: string; path: string }>(
    relations.map(({ id, person }) => [id, { name: person.name, path: `staff/${id}` }]),
  );
  // Asked for apart: most of the time it is handlers who ask, and the main page counts its statements.
  if (asked.some(({ holder }) => !holders.has(holder))) {
    for (const { id, name } of await servingAgents({ enterpriseId, personId: "", now })) {
      holders.set(id, { name, path: `agents/${id}` });
    }
  }
  return asked.flatMap(({ id, holder, code, createdAt }) => {
    const found = holders.get(holder);
    const functionName = findFunction(code)?.name;
    if (!found || !functionName) return [];
    const { name: personName, path } = found;
    return [{ id, path, personName, functionName, requestedAt: createdAt }];
  });
}
