/** What the provider has said of a message (OutboundMessage). */
type KeptStatus = "ACCEPTED" | "REFUSED" | "DELAYED" | "DELIVERED";

/** 投递状态 (B16): taken by the provider, refused by it or by the operator, not confirmed in time, or on the phone. */
export type DeliveryState = KeptStatus;

/** A text message that was taken and of which nothing was heard for so long is delayed: its code is of little use by then. */
const DELAYED_AFTER_MINUTES = 5;

/** Accepted messages sent before this instant are delayed. */
export function delayedBefore(now: Date): Date {
  return new Date(now.getTime() - DELAYED_AFTER_MINUTES * 60_000);
}

/** Where a message stands by `now`. */
export function deliveryState(
  { status, createdAt }: { status: KeptStatus; createdAt: Date },
  now: Date,
): DeliveryState {
  return status === "ACCEPTED" && createdAt <= delayedBefore(now) ? "DELAYED" : status;
}
