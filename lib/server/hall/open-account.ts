import "server-only";
import { maskPhone } from "@/lib/domain/masking";
import { initialPassword } from "@/lib/domain/password-rule";
import { FACE_LEVEL } from "@/lib/domain/registration-rules";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import {
  HALL_OPENING_MINUTES,
  type HallOpeningData,
  hallOpeningData,
} from "@/lib/flows/hall-opening";
import { findRegion } from "@/lib/regions/list";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { consumeFlow, createFlow, readFlow } from "../flow-store";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { hashPassword } from "../password";
import { ownPhone } from "../phones/own-phone";
import { blindIndex, reveal } from "../protect";
import { bindWaitingRelations } from "../registration/bind-relations";
import { openAccount } from "../registration/open-account";
import { newToken } from "../tokens";
import { codeProblem, sendCode, tryCode } from "../verification/codes";
import { officerEvent } from "./look-up";
import type { OfficerContext } from "./officer-action";
import type { CurrentOfficer } from "./officer-store";
import { isOwnPerson, refuseOwn } from "./own-account";
import { servedPerson } from "./person-case";

/** Rolls the transaction back and becomes the answer. */
class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused");
  }
}

/** Why no account can be opened for a person: collected at a hall first (实名信息采集), and not open already. */
async function openingProblem(officer: CurrentOfficer, personId: string, now: Date) {
  const served = await servedPerson(officer, personId, now);
  if (!served.ok) return served;
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      realNameLevel: true,
      account: { select: { status: true } },
      collections: { where: { channel: "HALL" }, select: { id: true } },
    },
  });
  if (person.account?.status === "ACTIVE") return failure("DOCUMENT_REGISTERED");
  const collected = person.collections.length > 0 && person.realNameLevel >= FACE_LEVEL;
  return collected ? null : failure("COLLECT_FIRST");
}

/**
 * 「获取验证码」 of 开户: a text message to the phone the person brings, typed by the person at the counter. The phone becomes theirs
 * only by it (P2). Each phone is a flow of its own. Problems: those of `openingProblem`, `OWN_ACCOUNT`, those of `sendCode`.
 */
export async function sendOpeningCode(
  { person: personId, phone }: { person: string; phone: string },
  { officer, now }: OfficerContext,
): Promise<Result<{ flow: string; resendSeconds: number }>> {
  const problem = await openingProblem(officer, personId, now);
  if (problem) return problem;
  const phoneIndex = blindIndex("phone", phone);
  if (await isOwnPerson(officer, { phoneIndex })) {
    return refuseOwn("OWN_ACCOUNT", officer, { personId }, now);
  }
  const { officerId, region } = officer;
  const { id } = await createFlow<HallOpeningData>({
    kind: "REGISTER",
    region,
    entry: null,
    data: { officerId, openingFor: personId },
    now,
    ttlMinutes: HALL_OPENING_MINUTES,
  });
  const sent = await sendCode({
    flowId: id,
    purpose: "REGISTER",
    personId,
    target: { method: "SMS", address: phone },
    bureauName: findRegion(region)?.bureauName ?? "",
    now,
  });
  return sent.ok ? success({ flow: id, resendSeconds: RESEND_SECONDS }) : sent;
}

/**
 * 「开户」 at the counter, once the phone is verified: account, phone and the relations that waited (R7) together. Where the bureau
 * has the rule (青岛 8) the initial password is the last six of the document number, to be changed at the first login (K4);
 * elsewhere nobody knows the password: the person sets one by text message (忘记密码, F1). The officer sees none (B13).
 * Problems: those of `openingProblem`, of `codeProblem` and `CODE_WRONG` at `code`, `FLOW_EXPIRED`.
 */
export async function openAtCounter(
  form: { person: string; flow: string; code: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result<{ to: string }>> {
  const { person: personId, reason } = form;
  const { officerId, region } = officer;
  const problem = await openingProblem(officer, personId, now);
  if (problem) return problem;
  const expected = { kind: "REGISTER", region, schema: hallOpeningData, now } as const;
  const flow = await readFlow(form.flow, expected);
  if (!flow.ok) return flow;
  const { officerId: begunBy, openingFor } = flow.value.data;
  if (begunBy !== officerId || openingFor !== personId) return failure("FLOW_EXPIRED");
  const key = { flowId: flow.value.id, purpose: "REGISTER", method: "SMS" } as const;
  const unusable = await codeProblem(key, now);
  if (unusable) return failure(unusable, { field: "code" });
  if ((await transaction((tx) => tryCode(tx, key, form.code, now))) !== "VERIFIED") {
    return failure("OPENING_CODE_WRONG", { field: "code" });
  }
  const initial = findRegion(region)?.initialPasswordRule ?? false;
  const passwordHash = await hashPassword(initial ? await initialOf(personId) : newToken());
  const opening = { personId, flowId: key.flowId, passwordHash, initial, reason };
  try {
    const notices = await transaction((tx) => open(tx, opening, officer, now));
    for (const notice of notices) await carryNotice(notice, { region, now });
    return success({ to: `/hall/people/${personId}` });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    throw error;
  }
}

type Opening = {
  personId: string;
  flowId: string;
  passwordHash: string;
  initial: boolean;
  reason: string;
};

async function open(
  tx: Tx,
  { personId, flowId, passwordHash, initial, reason }: Opening,
  officer: CurrentOfficer,
  now: Date,
): Promise<string[]> {
  const proof = await tx.verification.findUniqueOrThrow({
    where: { flowId_purpose_method: { flowId, purpose: "REGISTER", method: "SMS" } },
    select: { targetCipher: true },
  });
  if (!(await consumeFlow(tx, flowId, now))) throw new Refused([{ code: "FLOW_EXPIRED" }]);
  const state = initial ? ("INITIAL" as const) : ("RESET_REQUIRED" as const);
  const nothing = { username: null, email: null, taxAuthority: null };
  const account = { personId, passwordHash, ...nothing };
  if (!(await openAccount(tx, account, now))) {
    throw new Refused([{ code: "DOCUMENT_REGISTERED" }]);
  }
  await tx.account.updateMany({ where: { personId }, data: { passwordState: state } });
  const number = reveal("Verification.target", proof.targetCipher ?? "");
  const owned = await ownPhone(tx, { personId, number, makeDefault: true }, now);
  const relations = await bindWaitingRelations(tx, personId, now);
  const kind = initial ? "ACCOUNT_OPENED_INITIAL" : "ACCOUNT_OPENED";
  const notices = [await notify(tx, { personId, kind }, now)];
  if (owned.formerOwnerId) {
    const params = { phone: maskPhone(number) };
    const former = { personId: owned.formerOwnerId, kind: "PHONE_TAKEN_OVER" as const, params };
    notices.push(await notify(tx, former, now));
  }
  const event = officerEvent("OPEN_ACCOUNT", officer, reason, now);
  await appendAudit(tx, { ...event, personId, detail: { initial, relations } });
  return notices;
}

async function initialOf(personId: string): Promise<string> {
  const { documentNumberCipher } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { documentNumberCipher: true },
  });
  return initialPassword(reveal("Person.documentNumber", documentNumberCipher));
}
