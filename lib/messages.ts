import type { Problem } from "@/lib/domain/result";
import { ACCOUNT_MESSAGES } from "@/lib/messages/account";
import { CERTIFICATE_MESSAGES } from "@/lib/messages/certificate";
import { FACE_MESSAGES } from "@/lib/messages/face";
import { FILING_MESSAGES } from "@/lib/messages/filings";
import {
  FALLBACK,
  FIELD_MESSAGES,
  type MessageText,
  SENDING_MESSAGES,
  textOf,
} from "@/lib/messages/form";
import { GRANTS_MESSAGES } from "@/lib/messages/grants";
import { HALL_MESSAGES } from "@/lib/messages/hall";
import { HALL_RECORD_MESSAGES } from "@/lib/messages/hall-records";
import { HISTORY_MESSAGES } from "@/lib/messages/history";
import { HOME_MESSAGES } from "@/lib/messages/home";
import { IMPORT_MESSAGES } from "@/lib/messages/imports";
import { LEGACY_MESSAGES } from "@/lib/messages/legacy";
import { LOGIN_MESSAGES } from "@/lib/messages/login";
import { OIDC_MESSAGES } from "@/lib/messages/oidc";
import { OIDC_CLIENT_MESSAGES } from "@/lib/messages/oidc-clients";
import { PASSWORD_MESSAGES } from "@/lib/messages/password";
import { PERSONNEL_MESSAGES } from "@/lib/messages/personnel";
import { PORTAL_MESSAGES } from "@/lib/messages/portal";
import { REGISTER_MESSAGES } from "@/lib/messages/register";
import { RELATION_MESSAGES } from "@/lib/messages/relations";
import { SCAN_MESSAGES } from "@/lib/messages/scan";

const MESSAGES: Readonly<Record<string, MessageText>> = {
  ...FIELD_MESSAGES,
  ...SENDING_MESSAGES,
  ...LOGIN_MESSAGES,
  ...OIDC_MESSAGES,
  ...ACCOUNT_MESSAGES,
  ...CERTIFICATE_MESSAGES,
  ...IMPORT_MESSAGES,
  ...LEGACY_MESSAGES,
  ...FACE_MESSAGES,
  ...FILING_MESSAGES,
  ...HALL_RECORD_MESSAGES,
  ...HALL_MESSAGES,
  ...GRANTS_MESSAGES,
  ...HISTORY_MESSAGES,
  ...HOME_MESSAGES,
  ...OIDC_CLIENT_MESSAGES,
  ...PASSWORD_MESSAGES,
  ...PERSONNEL_MESSAGES,
  ...PORTAL_MESSAGES,
  ...REGISTER_MESSAGES,
  ...RELATION_MESSAGES,
  ...SCAN_MESSAGES,
};

/** The sentence shown for a problem, in Chinese. Unknown codes get a general sentence. */
export function messageOf(problem: Problem): string {
  return textOf(MESSAGES, problem) ?? FALLBACK;
}
