import "server-only";
import { maskPhone } from "@/lib/domain/masking";
import type { OfficerRole } from "@/lib/domain/officer-roles";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, isUniqueViolation, type Tx, transaction } from "../db";
import { clearSecret } from "../legacy/secret-attempts";
import { blindIndex, protect, reveal } from "../protect";
import { revokeSessions } from "../session-store";
import { requestFourEyes } from "./four-eyes-request";
import type { OfficerContext } from "./officer-action";
import { codeSecret, passwordSecret } from "./officer-secrets";
import type { CurrentOfficer } from "./officer-store";
import { issueSetupLink, sendSetupLink } from "./setup-link";

/** Columns of a new officer; without a password until they set one by the link. */
export type NewOfficer = {
  employeeNumber: string;
  name: string;
  region: string;
  phone: string;
  /** 居民身份证号码, of which only a blind index is kept; null: not told. */
  documentNumber: string | null;
  role: OfficerRole;
  addedById: string | null;
  /** Waits for 复核. */
  disabledAt: Date | null;
};

/** Writes a new officer; null when the number, the phone or the document is another officer's: four eyes are of two people. */
export async function createOfficer(tx: Tx, officer: NewOfficer): Promise<string | null> {
  const { phone, documentNumber, ...columns } = officer;
  const phoneIndex = blindIndex("phone", phone);
  const documentNumberIndex = documentNumber && blindIndex("documentNumber", documentNumber);
  const { employeeNumber } = officer;
  const taken = await tx.officer.count({
    where: {
      OR: [
        { employeeNumber },
        { phoneIndex },
        ...(documentNumberIndex ? [{ documentNumberIndex }] : []),
      ],
    },
  });
  if (taken > 0) return null;
  const { id } = await tx.officer.create({
    data: {
      ...columns,
      documentNumberIndex,
      phoneIndex,
      phoneCipher: protect("Officer.phone", phone),
    },
    select: { id: true },
  });
  return id;
}

/** The officers of a supervisor's own bureau. */
export async function listOfficers({ region }: CurrentOfficer) {
  const rows = await db.officer.findMany({
    where: { region },
    orderBy: { employeeNumber: "asc" },
    take: 200,
    select: {
      id: true,
      employeeNumber: true,
      name: true,
      role: true,
      phoneCipher: true,
      disabledAt: true,
      passwordHash: true,
    },
  });
  return rows.map(({ phoneCipher, passwordHash, disabledAt, ...row }) => ({
    ...row,
    phone: maskPhone(reveal("Officer.phone", phoneCipher)),
    disabled: disabledAt !== null,
    passwordSet: passwordHash !== null,
  }));
}

/**
 * 「添加税务人员」 of the supervisor's own bureau: the link to set a password goes to the new officer's phone. A further supervisor
 * stays disabled until another one has agreed (复核), or one could decide what they asked for under a second name.
 * Problems: `OFFICER_EXISTS`, `MESSAGE_NOT_SENT` (added; 重置密码 sends again).
 */
export async function addOfficer(
  form: Pick<NewOfficer, "employeeNumber" | "name" | "phone" | "documentNumber" | "role"> & {
    reason: string;
  },
  { officer, now }: OfficerContext,
): Promise<Result<{ waiting: boolean }>> {
  const { reason, ...person } = form;
  const { region } = officer;
  const waiting = form.role === "SUPERVISOR";
  try {
    const added = await transaction(async (tx) => {
      const columns = { ...person, region, addedById: officer.officerId };
      const id = await createOfficer(tx, { ...columns, disabledAt: waiting ? now : null });
      if (!id) return null;
      const link = waiting ? null : await issueSetupLink(tx, id, now);
      if (waiting) {
        const subject = { kind: "SUPERVISOR", subjectKind: "Officer", subjectId: id } as const;
        await requestFourEyes(tx, { ...subject, payload: {}, reason }, officer, now);
      }
      await appendAudit(tx, event("ADD_OFFICER", officer, id, reason, now, { role: form.role }));
      return { id, link };
    });
    if (!added) return failure("OFFICER_EXISTS", { field: "employeeNumber" });
    if (added.link && !(await sendSetupLink(added.id, added.link, now))) {
      return failure("MESSAGE_NOT_SENT");
    }
    return success({ waiting });
  } catch (error) {
    if (isUniqueViolation(error)) return failure("OFFICER_EXISTS", { field: "employeeNumber" });
    throw error;
  }
}

/**
 * 「停用」, 「启用」, 「重置密码」 of another officer of the own bureau. Who is disabled or reset is out at once; a reset leaves no
 * password and sends a link, so that nobody else ever chooses or sees one (B13). A disabled supervisor comes back by 复核 only.
 * Problems: `OWN_OFFICER`, `OFFICER_NOT_FOUND`, `MESSAGE_NOT_SENT`.
 */
export async function changeOfficer(
  form: { officer: string; change: "DISABLE" | "ENABLE" | "RESET"; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result<{ waiting: boolean }>> {
  const { officer: id, change, reason } = form;
  if (id === officer.officerId) return failure("OWN_OFFICER");
  const own = { id, region: officer.region };
  const done = await transaction(async (tx) => {
    const row = await tx.officer.findFirst({
      where: own,
      select: { employeeNumber: true, role: true },
    });
    const disabledAt = change === "ENABLE" ? { not: null } : null;
    if (!row || (await tx.officer.count({ where: { ...own, disabledAt } })) === 0) return null;
    const waiting = change === "ENABLE" && row.role === "SUPERVISOR";
    if (waiting) {
      const subject = { kind: "SUPERVISOR", subjectKind: "Officer", subjectId: id } as const;
      await requestFourEyes(tx, { ...subject, payload: {}, reason }, officer, now);
    } else {
      await tx.officer.update({ where: { id }, data: CHANGES[change](now), select: { id: true } });
    }
    if (change !== "ENABLE") await revokeSessions(tx, { officerId: id }, `OFFICER_${change}`, now);
    if (change === "RESET") await clearSecret(tx, passwordSecret(row.employeeNumber));
    if (change === "RESET") await clearSecret(tx, codeSecret(id));
    const link = change === "RESET" ? await issueSetupLink(tx, id, now) : null;
    // What waits has not happened: the approval records it.
    if (!waiting) await appendAudit(tx, event(`${change}_OFFICER`, officer, id, reason, now, {}));
    return { waiting, link };
  });
  if (!done) return failure("OFFICER_NOT_FOUND");
  if (done.link && !(await sendSetupLink(id, done.link, now))) return failure("MESSAGE_NOT_SENT");
  return success({ waiting: done.waiting });
}

const CHANGES = {
  DISABLE: (now: Date) => ({ disabledAt: now, setupHash: null }),
  ENABLE: () => ({ disabledAt: null }),
  RESET: () => ({ passwordHash: null }),
};

function event(
  action: string,
  officer: CurrentOfficer,
  subjectId: string,
  reason: string,
  at: Date,
  detail: Record<string, string>,
) {
  return {
    at,
    action,
    outcome: "OK" as const,
    region: officer.region,
    actorKind: "OFFICER" as const,
    actorId: officer.officerId,
    subjectKind: "Officer",
    subjectId,
    detail,
    reason,
  };
}
