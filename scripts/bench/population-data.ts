import { creditCodeCheck, mod11Check, organisationCheck } from "@/lib/domain/check-digits";

/** Bureau the synthetic people and enterprises are at. */
export const REGION = "shandong";
/** Password of each of them; they share one hash, or a million people would take hours. */
export const PASSWORD = "Bench#2026portal";
/** Relations of one enterprise: 法定代表人, 财务负责人, four 办税员. */
export const ROLES = [
  "LEGAL_REPRESENTATIVE",
  "FINANCE_MANAGER",
  "TAX_HANDLER",
  "TAX_HANDLER",
  "TAX_HANDLER",
  "TAX_HANDLER",
] as const;

const PLACE = "370102";
const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
const GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文";
const NUMBERS_PER_DAY = 999;
const FIRST_BIRTHDAY = Date.UTC(1960, 0, 1);
const DAY_MS = 86_400_000;
const ORGANISATION_DIGITS = 8;

const at = (text: string, index: number) => text.charAt(index % text.length);

/** Name of the person with this number. */
export function nameOf(number: number): string {
  const rest = Math.floor(number / SURNAMES.length);
  return at(SURNAMES, number) + at(GIVEN, rest) + at(GIVEN, Math.floor(rest / GIVEN.length));
}

/** A 居民身份证号码 with a right check digit; another one for each number up to some ten million. */
export function residentIdOf(number: number): string {
  const birthday = new Date(FIRST_BIRTHDAY + Math.floor(number / NUMBERS_PER_DAY) * DAY_MS);
  const day = birthday.toISOString().slice(0, 10).replaceAll("-", "");
  const sequence = String((number % NUMBERS_PER_DAY) + 1).padStart(3, "0");
  const body = `${PLACE}${day}${sequence}`;
  return body + mod11Check(body);
}

/** A mobile phone number of the person with this number. */
export function phoneOf(number: number): string {
  return `199${String(number).padStart(8, "0")}`;
}

/** A 统一社会信用代码 with right check characters. */
export function creditCodeOf(number: number): string {
  const organisation = number.toString(10).padStart(ORGANISATION_DIGITS, "0");
  const body = `91${PLACE}${organisation}${organisationCheck(organisation)}`;
  return body + creditCodeCheck(body);
}

export const personId = (number: number) => `bench-person-${number}`;
export const enterpriseId = (number: number) => `bench-enterprise-${number}`;
export const accountId = (number: number) => `bench-account-${number}`;
export const relationId = (number: number) => `bench-relation-${number}`;
/** Row of an agreement's staff: what an agent switches to. */
export const agreementStaffId = (agent: number, client: number) => `bench-staff-${agent}-${client}`;
