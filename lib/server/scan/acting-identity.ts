import "server-only";
import { z } from "zod";
import { db } from "../db";
import type { Ticket } from "./tickets";

const company = { select: { name: true } } as const;

/** Flows that are about an enterprise know it: a login, 找回企业密码, 企业认证 of a new user. */
const ofEnterprise = z.object({ enterpriseId: z.string().nullish() });

/**
 * The enterprise the web acts for where a face is asked for (B6): that of the flow under way, or of the session that shows the
 * code. Null: the natural person, or nothing that is done for an enterprise.
 */
export async function enterpriseOfTicket({
  purpose,
  flowId,
  sessionId,
}: Pick<Ticket, "purpose" | "flowId" | "sessionId">): Promise<string | null> {
  if (flowId) return enterpriseOfFlow(flowId);
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

async function enterpriseOfFlow(flowId: string): Promise<string | null> {
  const flow = await db.flow.findUnique({ where: { id: flowId }, select: { data: true } });
  const { enterpriseId } = flow ? ofEnterprise.parse(JSON.parse(flow.data)) : {};
  if (!enterpriseId) return null;
  const enterprise = await db.enterprise.findUnique({ where: { id: enterpriseId }, ...company });
  return enterprise?.name ?? null;
}
