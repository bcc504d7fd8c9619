/** 二维码凭据: seconds a code lives (Q4). */
export const TICKET_SECONDS = 120;
/** Seconds a phone that has matched the number has for the face check. */
export const FACE_SECONDS = 180;
/** Seconds a code of an outside provider lives (支付宝/微信实名认证): it does not tell when it was scanned. */
export const PROVIDER_SECONDS = TICKET_SECONDS + FACE_SECONDS;
/** Seconds the web has to take up what the phone confirmed. */
export const TAKE_UP_SECONDS = 60;

/** What the database keeps of a ticket's way; that it is too old is derived. */
export type TicketStatus = "CREATED" | "SCANNED" | "CONFIRMED" | "CANCELLED";

/** What a page shows (Q4): 等待扫描, 已扫描, 已确认, 已取消, 已过期. */
export type TicketState = TicketStatus | "EXPIRED";

/** The state of a ticket now. A confirmed or cancelled one stays what it is; only an open one expires. */
export function ticketState(
  ticket: { status: TicketStatus; expiresAt: Date },
  now: Date,
): TicketState {
  const open = ticket.status === "CREATED" || ticket.status === "SCANNED";
  return open && ticket.expiresAt <= now ? "EXPIRED" : ticket.status;
}

/** Whether nothing more will happen to it. */
export function isFinal(state: TicketState): boolean {
  return state === "CONFIRMED" || state === "CANCELLED" || state === "EXPIRED";
}

/**
 * The two-digit numbers the phone offers, 10 to 99 and all different: the one shown on the web and two others (验证数字,
 * B6). `seed` holds random bytes of this ticket, so that every look at it offers the same three in the same order.
 */
export function numberChoices(matching: number, seed: Uint8Array): number[] {
  const choices = [matching];
  for (let index = 0; choices.length < 3; index++) {
    const candidate = 10 + (((seed[index % seed.length] ?? 0) + index * 7) % 90);
    if (!choices.includes(candidate)) choices.push(candidate);
  }
  const place = (seed.at(-1) ?? 0) % 3;
  choices.shift();
  choices.splice(place, 0, matching);
  return choices;
}
