import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { LOGIN_FLOW_MINUTES, type LoginFlowData, loginStep } from "@/lib/flows/login";
import { findRegion } from "@/lib/regions/list";
import { clearFailures, lockOf } from "../accounts/lockout";
import { passwordMark } from "../accounts/password-mark";
import { db, transaction } from "../db";
import { boundBrowserHash, createFlow } from "../flow-store";
import { finishLogin } from "../login/finish";
import { type LoginFlow, readLoginFlow } from "../login/login-flow";
import { registrationOfTicket } from "../registration/register-face";
import type { RequestContext } from "../request";
import { proveFaceOfFlow } from "./account-codes";
import { handedOver } from "./confirm-login";
import { confirmedTicket, consumeTicket, type Ticket } from "./tickets";

/**
 * Uses up, in the browser that showed the code, what the phone confirmed: signs in, proves the second factor of a login under
 * way, or proves a face in the running session. Exactly once.
 */
export async function takeUpTicket(
  { ticket: id }: { ticket: string },
  { now }: RequestContext,
): Promise<Result<{ to: string | null }>> {
  const binding = await boundBrowserHash();
  const ticket = await confirmedTicket(id, binding);
  if (!ticket) return failure("TICKET_USED");
  const { purpose } = ticket;
  if (purpose === "REGISTER") return registrationGoesOn(ticket, binding, now);
  if (!ticket.personId) return failure("TICKET_USED");
  switch (purpose) {
    case "LOGIN":
      return ticket.flowId ? proveFace(ticket, binding, now) : signInByScan(ticket, binding, now);
    case "UNLOCK":
      return unlocked(ticket, binding, now);
    case "FORGOT_PASSWORD":
    case "CHANGE_PASSWORD":
    case "CLOSE_ACCOUNT":
      return proveFaceOfFlow({ ...ticket, purpose }, binding, now);
    default:
      return proveInSession(ticket, binding, now);
  }
}

/** 扫码登录: a login flow whose both factors the APP has proved (Q2). */
async function signInByScan(ticket: Ticket, binding: string, now: Date) {
  const profile = findRegion(ticket.region);
  const account = await db.account.findFirst({
    where: { personId: ticket.personId ?? "", status: "ACTIVE" },
    select: { id: true, passwordHash: true, passwordState: true, personId: true },
  });
  if (!profile || !account || !ticket.identity) return failure("TICKET_USED");
  const lock = await lockOf(account.id, "FACE", profile, now);
  if (lock) return lock;
  const { entry, enterpriseId, identity, proofs, session } = handedOver.parse(
    JSON.parse(ticket.identity),
  );
  const data: LoginFlowData = {
    personId: account.personId,
    accountId: account.id,
    identifierKind: "DOCUMENT",
    phoneId: null,
    enterpriseId,
    projectKind: null,
    mustChangePassword: account.passwordState !== "CHOSEN",
    secondFactor: "SCAN",
    app: null,
    scanned: {
      proofs: entry === "SPECIFIC" ? withFace(proofs) : proofs,
      identity,
      session,
    },
    passwordMark: passwordMark(account),
  };
  const { region } = ticket;
  // Worth nothing until the ticket is used up for it.
  const flow = await createFlow({
    kind: "LOGIN",
    region,
    entry,
    data,
    now,
    ttlMinutes: LOGIN_FLOW_MINUTES,
  });
  const taken = await transaction((tx) =>
    consumeTicket(tx, { id: ticket.id, binding, flowId: flow.id }, now),
  );
  if (!taken) return failure("TICKET_USED");
  const expiresAt = new Date(now.getTime() + LOGIN_FLOW_MINUTES * 60_000);
  return finishLogin({ id: flow.id, region, entry, data, expiresAt, profile }, null, now);
}

/** 扫脸验证 as second factor of the login that showed the code (L3). */
async function proveFace(ticket: Ticket, binding: string, now: Date) {
  const flow = await readLoginFlow(ticket.region, ticket.flowId, now);
  if (!flow.ok) return flow;
  const { id, data } = flow.value;
  if (loginStep(data) !== "VERIFY" || data.personId !== ticket.personId) {
    return failure("FLOW_EXPIRED");
  }
  const proved: LoginFlow = { ...flow.value, data: { ...data, secondFactor: "FACE" } };
  const taken = await transaction(async (tx) => {
    if (!(await consumeTicket(tx, { id: ticket.id, binding }, now))) return false;
    await clearFailures(tx, data.accountId, "FACE");
    await tx.verification.create({
      data: {
        flowId: id,
        purpose: "LOGIN",
        method: "FACE",
        personId: data.personId,
        verifiedAt: now,
        expiresAt: flow.value.expiresAt,
      },
      select: { id: true },
    });
    await tx.flow.updateMany({
      where: { id, consumedAt: null },
      data: { data: JSON.stringify(proved.data) },
    });
    return true;
  });
  return taken ? finishLogin(proved, null, now) : failure("TICKET_USED");
}

/** 刷脸解锁: the locks were opened when the face passed; the person goes back to the login. */
async function unlocked(ticket: Ticket, binding: string, now: Date) {
  const taken = await transaction(async (tx) => {
    if (!(await consumeTicket(tx, { id: ticket.id, binding }, now))) return false;
    await tx.flow.updateMany({
      where: { id: ticket.flowId ?? "", consumedAt: null },
      data: { consumedAt: now },
    });
    return true;
  });
  return taken
    ? success({ to: `/${ticket.region}/login?reason=UNLOCKED` })
    : failure("TICKET_USED");
}

/** 用户注册: the face was written down when it passed; the browser that showed the code only goes on. */
async function registrationGoesOn(ticket: Ticket, binding: string, now: Date) {
  const taken = await transaction((tx) => consumeTicket(tx, { id: ticket.id, binding }, now));
  const registration = await registrationOfTicket(ticket);
  return taken && registration ? success({ to: registration.path }) : failure("TICKET_USED");
}

/** The session that showed the code has now proved a face, too (B17). */
async function proveInSession(ticket: Ticket, binding: string, now: Date) {
  const taken = await transaction(async (tx) => {
    if (!(await consumeTicket(tx, { id: ticket.id, binding }, now))) return false;
    const session = await tx.loginSession.findFirst({
      where: { id: ticket.sessionId ?? "", personId: ticket.personId, revokedAt: null },
      select: { id: true, proofs: true },
    });
    if (!session) return false;
    const { id, proofs } = session;
    // As it was read, or a proof taken away at this moment would come back (B15).
    const { count } = await tx.loginSession.updateMany({
      where: { id, revokedAt: null, proofs },
      data: { proofs: withFace(proofs) },
    });
    return count === 1;
  });
  return taken ? success({ to: null }) : failure("TICKET_USED");
}

function withFace(proofs: string): string {
  return proofs.split(" ").includes("FACE") ? proofs : `${proofs} FACE`;
}
