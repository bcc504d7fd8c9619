import "server-only";
import { isFinal, type TicketState, ticketState } from "@/lib/domain/scan-ticket";
import { db } from "../db";
import { browserHash } from "../flow-store";
import { settleByProvider } from "./provider-step";

/** The state of a code for the browser that shows it; null for every other browser. */
export async function stateForBrowser(id: string, now: Date): Promise<TicketState | null> {
  const binding = await browserHash();
  return binding ? stateBoundTo(binding, id, now) : null;
}

/** The same for a binding read before, while the answer streams. What an outside provider has decided takes effect here. */
export async function stateBoundTo(
  binding: string,
  id: string,
  now: Date,
): Promise<TicketState | null> {
  const look = () =>
    db.scanTicket.findFirst({
      where: { id, browserHash: binding },
      select: { status: true, expiresAt: true, providerReference: true },
    });
  const row = await look();
  if (!row?.providerReference || isFinal(ticketState(row, now)))
    return row && ticketState(row, now);
  await settleByProvider(id, now);
  const settled = await look();
  return settled && ticketState(settled, now);
}
