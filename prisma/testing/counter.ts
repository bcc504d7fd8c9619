import { lookUpEnterprise, lookUpPerson } from "@/lib/server/hall/look-up";
import type { OfficerContext } from "@/lib/server/hall/officer-action";
import { REASON } from "@/prisma/testing/officers";

/** An officer looks a person up by document number, as every work at the counter begins. */
export async function serve(officer: OfficerContext, number: string): Promise<void> {
  const found = await lookUpPerson({ identifier: number, name: "", reason: REASON }, officer);
  if (!found.ok) throw new Error(JSON.stringify(found));
}

/** The same of an enterprise. */
export async function serveEnterprise(officer: OfficerContext, creditCode: string): Promise<void> {
  const found = await lookUpEnterprise({ identifier: creditCode, reason: REASON }, officer);
  if (!found.ok) throw new Error(JSON.stringify(found));
}
