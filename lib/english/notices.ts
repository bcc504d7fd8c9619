import { englishDay } from "@/lib/domain/china-time";
import { fillText } from "@/lib/english/fill";
import { NAMES_ENGLISH } from "@/lib/english/names";
import type { NoticeKind } from "@/lib/messages/notices";

/** Messages of 消息中心 in English: title and sentence of each kind. A kind without them does not compile. */
const NOTICES: Readonly<Record<NoticeKind, { title: string; text: string }>> = {
  PASSWORD_CHANGED: {
    title: "Password changed",
    text: "Your password was changed. You have been signed out on other devices",
  },
  PASSWORD_RECOVERED: {
    title: "Password reset",
    text: "Your password was reset through “Forgot password”. You have been signed out everywhere",
  },
  PHONE_ADDED: {
    title: "Mobile number added",
    text: "The mobile number {phone} was added to your account",
  },
  PHONE_REMOVED: {
    title: "Mobile number removed",
    text: "The mobile number {phone} was removed from your account",
  },
  PHONE_DEFAULT_CHANGED: {
    title: "Default mobile number changed",
    text: "Your default mobile number is now {phone}",
  },
  PHONE_FOUND: {
    title: "Lost mobile number changed",
    text: "The mobile number {phone} was added to your account through “Change a lost mobile number”",
  },
  PHONE_TAKEN_OVER: {
    title: "Mobile number verified by somebody else",
    text: "Somebody else has verified the mobile number {phone} by SMS. It no longer belongs to your account: a number can belong to one person only",
  },
  USERNAME_SET: { title: "Username set", text: "A username was set. You can use it to sign in" },
  USERNAME_CHANGED: { title: "Username changed", text: "Your username was changed" },
  ACCOUNT_REGISTERED: {
    title: "Registration complete",
    text: "You have registered an account for the electronic tax bureaus of all regions",
  },
  ENTERPRISE_PASSWORD_RECOVERED: {
    title: "Enterprise password reset",
    text: "The enterprise password of {enterprise} was reset through “Forgot password”. Sessions opened with it have ended",
  },
  ACCOUNT_CLOSED: {
    title: "Account closed",
    text: "Your account is closed. Your links to enterprises have not been ended",
  },
  ENTERPRISE_PASSWORD_ISSUED: {
    title: "Enterprise password reset at a tax service hall",
    text: "The enterprise password of {enterprise} was reset at a tax service hall. The new one is on the voucher of registration and must be changed at its first use",
  },
  ENTERPRISE_PASSWORD_CHANGED: {
    title: "Enterprise password changed",
    text: "{enterprise} has changed the enterprise password issued at a tax service hall",
  },
  ACCOUNT_UNLOCKED: {
    title: "Account unlocked at a tax service hall",
    text: "Your account was unlocked at a tax service hall. You can sign in again",
  },
  SESSIONS_ENDED: {
    title: "Signed out by a tax service hall",
    text: "A tax service hall has signed you out on all computers and phones. Sign in again to go on",
  },
  ACCOUNT_OPENED: {
    title: "Account opened at a tax service hall",
    text: "Your account for the electronic tax bureaus of all regions is open. Set your password by SMS through “Forgot password” on the sign-in page",
  },
  ACCOUNT_OPENED_INITIAL: {
    title: "Account opened at a tax service hall",
    text: "Your account for the electronic tax bureaus of all regions is open. Your initial password is the last six characters of your document number (letters in capitals) and must be changed when you first sign in",
  },
  FILING_EFFECTIVE: {
    title: "Filing approved",
    text: "The tax authority has approved your filing {number}. It is in force now",
  },
  FILING_REJECTED: {
    title: "Filing returned",
    text: "The tax authority has returned your filing {number}. The reason is given with it",
  },
  FILING_VOID: {
    title: "Filing cancelled",
    text: "The tax authority has cancelled your filing {number}. The reason is given with it",
  },
  LEGAL_REPRESENTATIVE_REGISTERED: {
    title: "You are registered as legal representative",
    text: "You are registered as the legal representative of {enterprise} and can act for it in this role",
  },
  CORRECTION_REQUESTED: {
    title: "Correction requested",
    text: "A correction of your personal data was requested. A tax service hall will check it and answer",
  },
  CORRECTION_MADE: {
    title: "Correction made",
    text: "Your personal data has been corrected as requested. The answer is under “Your data” in “My account”",
  },
  CORRECTION_REFUSED: {
    title: "Correction refused",
    text: "Your personal data was not corrected. The reason is under “Your data” in “My account”",
  },
  REAL_NAME_LEVEL_RAISED: {
    title: "Identity level raised",
    text: "You have passed a face check. Your identity level is now 4",
  },
  ACCOUNT_LOCKED: {
    title: "Account locked",
    text: "Your account was locked after five failures in a row. It is unlocked at midnight, Beijing time. If this was not you, change your password",
  },
  ACCOUNT_UNLOCKED_BY_FACE: {
    title: "Account unlocked by face",
    text: "Your account was unlocked by a face check. You can sign in again",
  },
  FACE_BEFORE_ADDING_ON: {
    title: "Face check before being added is on",
    text: "When an enterprise adds you as a tax handler, you confirm it with a face check",
  },
  FACE_BEFORE_ADDING_OFF: {
    title: "Face check before being added is off",
    text: "When an enterprise adds you as a tax handler, you confirm it without a face check",
  },
  FACE_ENROLLED: { title: "Face data recorded", text: "Your face was recorded for your account" },
  FACE_DELETED: { title: "Face data deleted", text: "The face data of your account was deleted" },
  NEW_DEVICE: {
    title: "Sign-in on a new device",
    text: "Somebody signed in to your account on a device not used before: {devices}",
  },
  INCIDENT_OPENED: {
    title: "“This was not me” received",
    text: "You reported “This was not me”. Report number {number}. You have been signed out everywhere and must change your password at your next sign-in",
  },
  AUTHORIZATION_OFFERED: {
    title: "An enterprise offers you an authorisation",
    text: "{enterprise} has added you: {role}. Sign in to individual services and confirm it under “Enterprise authorisations” in “My account”. If you know nothing of it, refuse it",
  },
  AUTHORIZATION_RECALLED: {
    title: "Authorisation withdrawn by the enterprise",
    text: "{enterprise} has withdrawn the authorisation it offered you: {role}",
  },
  AUTHORIZATION_CONFIRMED: {
    title: "Authorisation confirmed",
    text: "{person} ({role}) has confirmed the authorisation of {enterprise}",
  },
  AUTHORIZATION_REFUSED: {
    title: "Authorisation refused",
    text: "{person} ({role}) has refused the authorisation of {enterprise}",
  },
  APPLICATION_MADE: {
    title: "Application for an authorisation",
    text: "{person} ({role}) has applied to act for {enterprise}. Decide under “Staff and permissions”",
  },
  APPLICATION_WITHDRAWN: {
    title: "Application withdrawn",
    text: "{person} ({role}) has withdrawn the application to {enterprise}",
  },
  APPLICATION_AGREED: {
    title: "Application agreed to",
    text: "{enterprise} has agreed to your application: {role}",
  },
  APPLICATION_REFUSED: {
    title: "Application refused",
    text: "{enterprise} has not agreed to your application: {role}",
  },
  RELATION_REMOVED: {
    title: "Authorisation ended",
    text: "You can no longer act for {enterprise}: {role}",
  },
  HANDLER_LEFT: {
    title: "A tax handler has left",
    text: "{person} ({role}) has ended the link to {enterprise}",
  },
  ENTERPRISE_BOUND: {
    title: "Linked to an enterprise",
    text: "You are now linked to {enterprise}: {role}",
  },
  USER_UNBOUND: {
    title: "Link to an enterprise ended",
    text: "{enterprise} has withdrawn all your functions ({role}). This has ended your link: you can no longer act for it",
  },
  RELATION_FROZEN: {
    title: "Authorisation suspended",
    text: "Your authorisation of {enterprise} is suspended: {role}. You cannot act for it until this is lifted",
  },
  RELATION_UNFROZEN: {
    title: "Suspension lifted",
    text: "Your authorisation of {enterprise} is in force again: {role}",
  },
  FUNCTIONS_GRANTED: {
    title: "Permitted functions changed",
    text: "The functions you can use for {enterprise} have changed: {role}. This is in force now",
  },
  PERIOD_CHANGED: {
    title: "Period of an authorisation changed",
    text: "The period of your authorisation of {enterprise} has changed: {role}, {validFrom} to {validTo}",
  },
  RELATION_EXPIRING: {
    title: "Authorisation about to expire",
    text: "Your authorisation of {enterprise} expires on {validTo}: {role}. Ask the enterprise to extend it if you need it",
  },
  HANDLER_EXPIRING: {
    title: "Authorisation of a tax handler about to expire",
    text: "The authorisation of {person} ({role}) for {enterprise} expires on {validTo}. You can change it under “Staff and permissions”",
  },
  RELATION_EXPIRED: {
    title: "Authorisation expired",
    text: "Your authorisation of {enterprise} has expired: {role}",
  },
  HANDED_OVER: {
    title: "Tax matters handed over",
    text: "Your successor has taken over from you at {enterprise}: {role}. Your authorisation has ended",
  },
  HANDOVER_STARTED: {
    title: "Handover started",
    text: "{enterprise} has handed your tasks to somebody else: {role}. Your authorisation ends when they confirm",
  },
  FUNCTION_REQUESTED: {
    title: "A tax handler asks for a function",
    text: "{person} ({role}) asks for the function “{function}” of {enterprise}. Decide under “Staff and permissions”",
  },
  LEGACY_HANDLER_ADDED: {
    title: "An enterprise has added you at the previous sign-in",
    text: "{enterprise} has added you: {role}. For now you can act for it through the previous sign-in only. At your first sign-in with a password you must change it to one of your own. Confirm other ways of signing in under “Enterprise authorisations” in “My account”. If you know nothing of it, refuse it",
  },
  HANDLER_PASSWORD_RESET: {
    title: "Personal sign-in password reset",
    text: "A manager of {enterprise} has reset your personal sign-in password ({role}). It is valid for {hours} hours and must be changed at its first use. If you know nothing of it, contact the enterprise",
  },
  HANDLER_PASSWORD_CHANGED: {
    title: "Personal sign-in password changed",
    text: "Your personal sign-in password for {enterprise} was changed ({role}). Other sessions opened with the old one have ended",
  },
  PASSWORD_BOUND: {
    title: "Previous sign-in now uses your own password",
    text: "At the previous sign-in for {enterprise} ({role}) you now use the password of your own account. The enterprise does not know it and cannot see it",
  },
  PASSWORD_UNBOUND: {
    title: "Previous sign-in no longer uses your own password",
    text: "At the previous sign-in for {enterprise} ({role}) you use your earlier personal sign-in password again",
  },
  ENTERPRISE_PASSWORD_REPLACED: {
    title: "Enterprise password changed",
    text: "The enterprise password of {enterprise} was changed under “Enterprise staff”. Other sessions opened with the old one have ended",
  },
  HANDLER_REGISTERED: {
    title: "An enterprise has registered you as a tax handler",
    text: "{enterprise} has registered you: {role}. If this is right, confirm it under “Enterprise authorisations” in “My account”",
  },
  HANDLER_DEREGISTERED: {
    title: "Your registration as a tax handler was removed",
    text: "{enterprise} has removed you from its tax registration",
  },
};

type Params = Readonly<Record<string, string>>;

const NAMES: Readonly<Record<string, string>> = NAMES_ENGLISH;

/** Title and sentence of a message in English; null for a kind that has none. Names of people and enterprises stay as they are. */
export function englishNotice(
  kind: string,
  params: Params,
): { title: string; text: string } | null {
  if (!Object.hasOwn(NOTICES, kind)) return null;
  const { title, text } = NOTICES[kind as NoticeKind];
  const role = params.role ?? "办税员";
  const day = (text: string | undefined) => (text ? englishDay(text) : "no end date");
  return {
    title,
    text: fillText(text, {
      ...params,
      validFrom: day(params.validFrom),
      validTo: day(params.validTo),
      role: NAMES[role] ?? role,
    }),
  };
}
