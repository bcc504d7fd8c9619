import "server-only";
import { randomInt } from "node:crypto";
import { checkPassword } from "@/lib/domain/password-rule";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { endOldStyleSessions, tellManagers } from "../legacy/recovered-password";
import { clearSecret, enterpriseSecret } from "../legacy/secret-attempts";
import { hashPassword } from "../password";
import { protect, reveal } from "../protect";
import { carryAll } from "../relations/tell";
import { servedEnterprise } from "./enterprise-case";
import { officerEvent } from "./look-up";
import type { OfficerContext } from "./officer-action";
import type { CurrentOfficer } from "./officer-store";

const PASSWORD_LENGTH = 12;
/** Without letters and digits that are read as another. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/** Minutes a voucher may be printed after it was issued. */
const PRINT_MINUTES = 15;

/** A random password by the rule (K3). */
function newPassword(): string {
  for (;;) {
    const characters = Array.from(
      { length: PASSWORD_LENGTH },
      () => ALPHABET[randomInt(ALPHABET.length)] ?? "",
    );
    const password = characters.join("");
    if (checkPassword(password).length === 0) return password;
  }
}

/**
 * 「密码重置」 of 企业密码 at the counter: a password nobody has chosen takes the place of the old one, and is waiting to be printed,
 * sealed, in 《电子税务局办税用户注册凭证》 (T1). It has to be changed at its first use. Old sessions and locks end; 法定代表人 and 财务负责人
 * are told. Problems: those of `servedEnterprise`, `ENTERPRISE_UNKNOWN`.
 */
export async function issueVoucher(
  { enterprise: enterpriseId, reason }: { enterprise: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result<{ to: string }>> {
  const served = await servedEnterprise(officer, enterpriseId, now);
  if (!served.ok) return served;
  const { officerId, region } = officer;
  const password = newPassword();
  const enterprisePasswordHash = await hashPassword(password);
  const issued = await transaction(async (tx) => {
    const own = { id: enterpriseId, region, status: { not: "CLOSED" as const } };
    const { count } = await tx.enterprise.updateMany({
      where: own,
      data: { enterprisePasswordHash, enterprisePasswordState: "RESET_REQUIRED" },
    });
    if (count !== 1) return null;
    const enterprise = await tx.enterprise.findUniqueOrThrow({
      where: { id: enterpriseId },
      select: { name: true, creditCode: true },
    });
    // A voucher before this one that was never printed opens nothing any more.
    await tx.enterpriseVoucher.updateMany({
      where: { enterpriseId, printedAt: null },
      data: { secretCipher: null, expiresAt: now },
    });
    const { id } = await tx.enterpriseVoucher.create({
      data: {
        number: voucherNumber(now),
        enterpriseId,
        region,
        issuedById: officerId,
        issuedAt: now,
        expiresAt: new Date(now.getTime() + PRINT_MINUTES * 60_000),
        secretCipher: protect("EnterpriseVoucher.secret", password),
      },
      select: { id: true },
    });
    await clearSecret(tx, enterpriseSecret(region, enterprise.creditCode));
    await endOldStyleSessions(tx, enterpriseId, now);
    const told = { enterpriseId, enterprise: enterprise.name };
    const messages = await tellManagers(tx, told, "ENTERPRISE_PASSWORD_ISSUED", now);
    const event = officerEvent("ISSUE_VOUCHER", officer, reason, now);
    const subject = { enterpriseId, subjectKind: "EnterpriseVoucher", subjectId: id };
    await appendAudit(tx, { ...event, ...subject });
    return { id, messages };
  });
  if (!issued) return failure("ENTERPRISE_UNKNOWN");
  await carryAll(issued.messages, region, now);
  return success({ to: `/hall/password-reset/${issued.id}` });
}

/** 凭证编号: the day, and eight random digits that tell nothing. */
function voucherNumber(now: Date): string {
  const day = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  return `PZ${day.replaceAll("-", "")}${String(randomInt(10 ** 8)).padStart(8, "0")}`;
}

/** A voucher of the officer's own bureau as its page shows it: all but what is sealed. */
export async function voucherView({ region, officerId }: CurrentOfficer, id: string, now: Date) {
  if (id.length > 64) return null;
  const row = await db.enterpriseVoucher.findFirst({
    where: { id, region },
    select: {
      id: true,
      number: true,
      issuedAt: true,
      expiresAt: true,
      printedAt: true,
      issuedById: true,
      issuedBy: { select: { name: true } },
      enterprise: { select: { name: true, creditCode: true, taxAuthority: true } },
    },
  });
  if (!row) return null;
  const { issuedById, issuedBy, expiresAt, ...voucher } = row;
  const printable = row.printedAt === null && expiresAt > now && issuedById === officerId;
  return { ...voucher, issuedBy: issuedBy.name, printable };
}

/**
 * 「打印凭证」: hands the sealed password to the print, exactly once, to the officer who issued it; it is erased by that.
 * Problem: `VOUCHER_NOT_PRINTABLE` (printed, too old, another officer's).
 */
export async function printVoucher(
  { voucher: id }: { voucher: string },
  { officer, now }: OfficerContext,
): Promise<Result<{ secret: string }>> {
  const own = { id, region: officer.region, issuedById: officer.officerId };
  return transaction(async (tx) => {
    const row = await tx.enterpriseVoucher.findFirst({
      where: own,
      select: { secretCipher: true, enterpriseId: true },
    });
    const { count } = await tx.enterpriseVoucher.updateMany({
      where: { ...own, printedAt: null, expiresAt: { gt: now }, secretCipher: { not: null } },
      data: { printedAt: now, secretCipher: null },
    });
    if (count !== 1 || !row?.secretCipher) return failure("VOUCHER_NOT_PRINTABLE");
    const event = officerEvent("PRINT_VOUCHER", officer, "打印凭证", now);
    const { enterpriseId } = row;
    await appendAudit(tx, {
      ...event,
      enterpriseId,
      subjectKind: "EnterpriseVoucher",
      subjectId: id,
    });
    return success({ secret: reveal("EnterpriseVoucher.secret", row.secretCipher) });
  });
}
