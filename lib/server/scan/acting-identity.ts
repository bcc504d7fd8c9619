import "server-only";
import { loginFlowData } from "@/lib/flows/login";
import { db } from "../db";
import type { Ticket } from "./tickets";

const company = { select: { name: true } } as const;

/**
 * The enterprise the web acts for where a face is asked for (B6): the one typed at the login under way, or of the session that
 * shows the code. Null: the natural person, or nothing that is done for an enterprise.
 */
export async function enterpriseOfTicket({
  purpose,
  flowId,
  sessionId,
}: Pick<Ticket, "purpose" | "flowId" | "sessionId">): Promise<string | null> {
  if (purpose === "LOGIN" && flowId) return enterpriseOfLogin(flowId);
  if (!sessionId || (purpose !== "STEP_UP" && purpose !== "REAL_NAME")) return null;
  const session = await db.loginSession.findFirst({
    where: { id: sessionId },
    select: {
      relation: { select: { enterprise: company } },
      agreementStaff: { select: { agreement: { select: { client: company } } } },
      project: { select: { enterprise: company } },
    },
  });
  const { relation, agreementStaff, project } = session ?? {};
  // A project also has the relation it is acted for by; both are of one enterprise.
  return (
    relation?.enterprise.name ??
    agreementStaff?.agreement.client.name ??
    project?.enterprise.name ??
    null
  );
}

async function enterpriseOfLogin(flowId: string): Promise<string | null> {
  const flow = await db.flow.findUnique({ where: { id: flowId }, select: { data: true } });
  const { enterpriseId } = flow ? loginFlowData.parse(JSON.parse(flow.data)) : {};
  if (!enterpriseId) return null;
  const enterprise = await db.enterprise.findUnique({ where: { id: enterpriseId }, ...company });
  return enterprise?.name ?? null;
}
