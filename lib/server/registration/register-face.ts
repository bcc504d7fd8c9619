import "server-only";
import { type RegisterFlowData, registerFlowData, registerPath } from "@/lib/flows/register";
import { db, type Tx } from "../db";
import { hasReference } from "../face/references";
import { type FaceSubject, personSubject, registrationSubject } from "../face/subject";
import type { Ticket } from "../scan/tickets";
import { findRegistering } from "./known-person";
import { currentRegistration, writeRegistration } from "./register-flow";

/** Another tab may write between reading and writing. */
const TRIES = 3;

type TicketOfFlow = Pick<Ticket, "purpose" | "flowId" | "region">;

/**
 * The registration a code was shown for (人脸识别认证 of 用户注册), whose face it asks for, and where the web goes on. A face
 * enrolled earlier, at a hall or before an account was closed, is compared with; else the document stands in. Null: none, or over.
 */
export async function registrationOfTicket({
  purpose,
  flowId,
  region,
}: TicketOfFlow): Promise<{ data: RegisterFlowData; subject: FaceSubject; path: string } | null> {
  if (purpose !== "REGISTER" || !flowId) return null;
  const row = await db.flow.findFirst({
    where: { id: flowId, consumedAt: null },
    select: { data: true },
  });
  if (!row) return null;
  const data = registerFlowData.parse(JSON.parse(row.data));
  const person = await findRegistering(data);
  const known = person !== null && (await hasReference(personSubject(person.id)));
  const subject = known ? personSubject(person.id) : registrationSubject(flowId);
  return { data, subject, path: registerPath(region, flowId, data) };
}

/** Writes down that the face passed, in the transaction that confirms the ticket. */
export async function faceProved(tx: Tx, { flowId }: TicketOfFlow, now: Date): Promise<void> {
  for (let tries = 0; flowId && tries < TRIES; tries++) {
    const current = await currentRegistration(tx, flowId, now);
    if (!current) return;
    const to = { ...current.data, face: "PASSED" as const };
    if (await writeRegistration(tx, { id: flowId, from: current.text, to }, now)) return;
  }
}
