import "server-only";
import type { MessageGateway } from "./message";
import { outbox } from "./outbox";

/** The gateway this deployment sends through. */
export function messageGateway(): MessageGateway {
  return outbox;
}
