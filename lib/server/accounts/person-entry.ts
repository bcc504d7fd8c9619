import "server-only";
import { personEntryOnly } from "@/lib/domain/registration-rules";
import type { Tx } from "../db";

/** Whether a person's account enters at 自然人业务 alone and takes part in no enterprise (境外自然人, R3). */
export async function keepsToPersonEntry(tx: Tx, personId: string): Promise<boolean> {
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { realNameLevel: true },
  });
  return person !== null && personEntryOnly(person.realNameLevel);
}
