import "server-only";
import type { NoticeKind } from "@/lib/messages/notices";
import type { Tx } from "../db";

/** Something that happened to a person's account or authorisations, to be told to them. */
export type Notice = {
  personId: string;
  kind: NoticeKind;
  /** Values its text needs: names of enterprises, masked numbers, never anything secret. */
  params?: Record<string, string>;
};

/**
 * Puts a message into the person's message centre (消息中心, A5), in the caller's transaction. Returns its id for
 * `carryNotice`, which takes it to the person's phones and mailbox once the transaction is through.
 */
export async function notify(tx: Tx, notice: Notice, now: Date): Promise<string> {
  const { id } = await tx.message.create({
    data: {
      personId: notice.personId,
      kind: notice.kind,
      params: JSON.stringify(notice.params ?? {}),
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}
