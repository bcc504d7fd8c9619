import "server-only";
import { z } from "zod";
import { isManager } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { findRegion } from "@/lib/regions/list";
import type { CurrentSession } from "../session-store";
import type { Ticket } from "./tickets";

/** What a signed-in APP hands over to the web (扫码登录): its state, and how it was proved itself. */
export const handedOver = z.object({
  entry: z.enum(["PERSON", "ENTERPRISE", "SPECIFIC"]),
  enterpriseId: z.string().nullable(),
  /** Null: chosen on the web (roles of L6, projects of L8). */
  identity: z.string().nullable(),
  proofs: z.string(),
  /** The APP's session: once it is ended the web is not signed in by it any more. */
  session: z.string(),
});

type HandedOver = z.infer<typeof handedOver>;

/** Real-name level 个人所得税APP asks for: collected, with or without face. */
const IIT_LEVEL = 3;

/**
 * What this APP's session would sign the web in as: the tax APP its own state, 个人所得税APP always the natural person,
 * 电子营业执照 always its enterprise, whose roles are chosen on the web (Q2). Refused when the APP may not.
 */
export function handOver(ticket: Ticket, session: CurrentSession): Result<HandedOver> {
  const proved = { proofs: session.proofs.join(" "), session: session.id };
  const person = { entry: "PERSON" as const, enterpriseId: null, identity: "person", ...proved };
  if (ticket.app === "IIT") {
    if (session.realNameLevel < IIT_LEVEL) return failure("IIT_NOT_REAL_NAMED");
    return success(person);
  }
  if (session.region !== ticket.region) {
    const bureau = findRegion(ticket.region)?.bureauName ?? "";
    return failure("TICKET_OTHER_BUREAU", { params: { bureau } });
  }
  if (session.problem) return failure(session.problem);
  if (ticket.entry === "SPECIFIC") {
    return success({ entry: "SPECIFIC" as const, enterpriseId: null, identity: null, ...proved });
  }
  const { acting } = session;
  if (ticket.app === "LICENSE") {
    if (acting.kind !== "ENTERPRISE" || !isManager(acting.role))
      return failure("NOT_LICENSE_HOLDER");
    const enterpriseId = acting.enterprise.id;
    return success({ entry: "ENTERPRISE" as const, enterpriseId, identity: null, ...proved });
  }
  if (acting.kind === "PERSON") return success(person);
  if (acting.kind !== "ENTERPRISE") return failure("IDENTITY_NOT_FOUND");
  return success({
    entry: "ENTERPRISE" as const,
    enterpriseId: acting.enterprise.id,
    identity: `relation:${acting.relationId}`,
    ...proved,
  });
}
