import type { ACCOUNT_ENGLISH } from "@/lib/english/account";
import { ACTIVITY_ENGLISH } from "@/lib/english/activity";
import {
  ACCOUNT_WORDS,
  COMMON_WORDS,
  LOGIN_WORDS,
  RECOVERY_WORDS,
  REGISTER_WORDS,
} from "@/lib/english/areas";
import type { COMMON_ENGLISH } from "@/lib/english/common";
import { FUNCTIONS_ENGLISH } from "@/lib/english/functions";
import { HOME_ENGLISH } from "@/lib/english/home";
import type { LOGIN_ENGLISH } from "@/lib/english/login";
import { NAMES_ENGLISH } from "@/lib/english/names";
import type { RECOVERY_ENGLISH } from "@/lib/english/recovery";
import type { REGISTER_ENGLISH } from "@/lib/english/register";
import { SERVICES_ENGLISH } from "@/lib/english/services";
import { SIGN_IN_PROBLEM_ENGLISH } from "@/lib/english/sign-in-problem";
import { TROUBLE_ENGLISH } from "@/lib/english/trouble";

/** A Chinese text of a page that has an English one. A text without one does not compile. */
export type SourceText =
  | keyof typeof COMMON_ENGLISH
  | keyof typeof TROUBLE_ENGLISH
  | keyof typeof SIGN_IN_PROBLEM_ENGLISH
  | keyof typeof LOGIN_ENGLISH
  | keyof typeof REGISTER_ENGLISH
  | keyof typeof RECOVERY_ENGLISH
  | keyof typeof ACCOUNT_ENGLISH
  | keyof typeof HOME_ENGLISH
  | keyof typeof SERVICES_ENGLISH
  | keyof typeof NAMES_ENGLISH;

/** All English words (英文), for the server: by Chinese text, and problems by code. */
export const ENGLISH: Readonly<Record<string, string>> = {
  ...ACTIVITY_ENGLISH,
  ...TROUBLE_ENGLISH,
  ...SIGN_IN_PROBLEM_ENGLISH,
  ...NAMES_ENGLISH,
  ...FUNCTIONS_ENGLISH,
  ...HOME_ENGLISH,
  ...SERVICES_ENGLISH,
  ...COMMON_WORDS,
  ...LOGIN_WORDS,
  ...REGISTER_WORDS,
  ...RECOVERY_WORDS,
  ...ACCOUNT_WORDS,
};
