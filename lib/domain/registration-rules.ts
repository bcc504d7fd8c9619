import type { DocumentType } from "@/lib/domain/documents";
import { toHalfWidth } from "@/lib/domain/normalize";

/** Documents whose holders come to a hall first (R2). Source: 西藏 二(一)5, 山东 7. */
const HALL_FIRST: ReadonlySet<DocumentType> = new Set([
  "FOREIGN_PASSPORT",
  "FOREIGN_WORK_PERMIT_A",
  "FOREIGN_WORK_PERMIT_B",
  "FOREIGN_WORK_PERMIT_C",
]);

/** Whether the holder of such a document registers only after a collection at a hall (办税服务厅采集实名信息). */
export function collectedFirst(type: DocumentType): boolean {
  return HALL_FIRST.has(type);
}

/** 实名等级 of somebody of whom nothing but a mailbox is proved (境外自然人). */
export const EMAIL_LEVEL = 2;
/** 实名等级 after a face, or a collection with a photograph. */
export const FACE_LEVEL = 4;

/**
 * Whether an account enters at 自然人业务 alone and has no part in any enterprise (R3): one of 境外自然人注册, until its holder is
 * collected at a hall. Source: 山东 7(3).
 */
export function personEntryOnly(realNameLevel: number): boolean {
  return realNameLevel === EMAIL_LEVEL;
}

/** A name as it stands in a document: letters of any script, marks, and what joins parts of a name. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\p{N} .'’·•・་-]*$/u;

/** A name as it is stored (姓名): without spaces around it, one between its parts. */
export function normalizeName(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** Checks a normalised name. */
export function checkName(value: string): "NAME_INVALID" | null {
  return NAME.test(value) ? null : "NAME_INVALID";
}

/** Whether two writings are one name: width, case, spaces and the dot between parts do not count (买买提·艾力, JOHN SMITH). */
export function sameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

function nameKey(name: string): string {
  return toHalfWidth(name)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
    .toLowerCase();
}

/** What the bureau knows of somebody who registers, from a collection or an earlier registration. */
export type KnownPerson = {
  realNameLevel: number;
  /** Collected at a hall (线下采集). */
  collectedAtHall: boolean;
  /** A face enrolled from a photograph taken at a hall. */
  photographedAtHall: boolean;
  /** Phones the bureau has of the person, as blind indexes. */
  phoneIndexes: readonly string[];
};

/**
 * Whether 人脸识别认证 is skipped (R1; 山东 3: 线下完成实名可自动跳过注册扫脸认证步骤): the person was collected at a hall with a
 * photograph. Where the bureau has a phone of the person, it has to be the one verified just now: a stranger who knows
 * name and number would otherwise come back as that person.
 */
export function skipsFace(known: KnownPerson | null, verifiedPhoneIndex: string): boolean {
  if (!known) return false;
  const photographed =
    known.photographedAtHall || (known.collectedAtHall && known.realNameLevel >= FACE_LEVEL);
  return photographed && (known.phoneIndexes.length === 0 || knowsPhone(known, verifiedPhoneIndex));
}

/** Whether a phone is one the bureau has of the person. */
export function knowsPhone(known: KnownPerson, phoneIndex: string): boolean {
  return known.phoneIndexes.includes(phoneIndex);
}
