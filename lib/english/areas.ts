import { ACCOUNT_ENGLISH } from "@/lib/english/account";
import { COMMON_ENGLISH } from "@/lib/english/common";
import { HOME_FORM_ENGLISH, HOME_PROBLEMS } from "@/lib/english/home";
import { LOGIN_ENGLISH } from "@/lib/english/login";
import { FACE_PROBLEMS, LOGIN_PROBLEMS, SCAN_PROBLEMS } from "@/lib/english/login-problems";
import { NAMES_ENGLISH } from "@/lib/english/names";
import {
  ACCOUNT_PROBLEMS,
  FIELD_PROBLEMS,
  HISTORY_PROBLEMS,
  PASSWORD_PROBLEMS,
  PORTAL_PROBLEMS,
  REGISTER_PROBLEMS,
  SENDING_PROBLEMS,
  UNKNOWN_PROBLEM,
} from "@/lib/english/problems";
import { RECOVERY_ENGLISH } from "@/lib/english/recovery";
import { REGISTER_ENGLISH } from "@/lib/english/register";
import { TAX_AUTHORITIES_ENGLISH } from "@/lib/english/tax-authorities";

/** What a group of pages sends to the browser in English, besides what all pages do (界面语言, B18). */

/** Every page. */
export const COMMON_WORDS = {
  ...COMMON_ENGLISH,
  ...UNKNOWN_PROBLEM,
  ...FIELD_PROBLEMS,
  ...SENDING_PROBLEMS,
};

/** Codes and scans, which nearly every public form may have to do with. */
const VERIFICATION_WORDS = { ...LOGIN_PROBLEMS, ...SCAN_PROBLEMS, ...FACE_PROBLEMS };

export const LOGIN_WORDS = {
  ...LOGIN_ENGLISH,
  ...NAMES_ENGLISH,
  ...VERIFICATION_WORDS,
  ...PASSWORD_PROBLEMS,
  ...REGISTER_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...PORTAL_PROBLEMS,
};

export const REGISTER_WORDS = {
  ...REGISTER_ENGLISH,
  ...TAX_AUTHORITIES_ENGLISH,
  ...NAMES_ENGLISH,
  ...VERIFICATION_WORDS,
  ...PASSWORD_PROBLEMS,
  ...REGISTER_PROBLEMS,
};

export const RECOVERY_WORDS = {
  ...RECOVERY_ENGLISH,
  ...NAMES_ENGLISH,
  ...VERIFICATION_WORDS,
  ...PASSWORD_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...HISTORY_PROBLEMS,
};

export const ACCOUNT_WORDS = {
  ...ACCOUNT_ENGLISH,
  ...HOME_FORM_ENGLISH,
  ...HOME_PROBLEMS,
  ...PORTAL_PROBLEMS,
  ...VERIFICATION_WORDS,
  ...PASSWORD_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...HISTORY_PROBLEMS,
};
