import type { ACCOUNT_MESSAGES } from "@/lib/messages/account";
import type { FIELD_MESSAGES, SENDING_MESSAGES } from "@/lib/messages/form";
import type { HISTORY_MESSAGES } from "@/lib/messages/history";
import type { PASSWORD_MESSAGES } from "@/lib/messages/password";
import type { PORTAL_MESSAGES } from "@/lib/messages/portal";
import type { REGISTER_MESSAGES } from "@/lib/messages/register";

/** The English sentence of every problem of an area: a code without one does not compile. */
type EnglishOf<Messages> = Readonly<Record<keyof Messages, string>>;

/** Said when a code has no English sentence. */
export const UNKNOWN_PROBLEM = {
  FALLBACK: "This could not be completed. Please try again later.",
} as const;

export const FIELD_PROBLEMS: EnglishOf<typeof FIELD_MESSAGES> = {
  REQUIRED: "Enter your {label:lower}",
  CHOICE_REQUIRED: "Choose the {label:lower}",
  TOO_LONG: "The {label:lower} is too long",
  NOT_TEXT: "The {label:lower} contains characters that cannot be read. Enter it again",
  INVALID: "Check the {label:lower}",
  CREDIT_CODE_INVALID:
    "The unified social credit code or taxpayer ID is not valid. Check each character",
  DOCUMENT_NUMBER_FORMAT:
    "The length or characters of the document number do not match the document type",
  DOCUMENT_NUMBER_PLACE: "The area code in the document number is not valid. Check each digit",
  DOCUMENT_NUMBER_DATE: "The date of birth in the document number is not valid. Check each digit",
  DOCUMENT_NUMBER_CHECK: "The document number is not valid. Check each character",
  PHONE_INVALID: "Check each digit of the {label:lower}",
  USERNAME_FORMAT:
    "A username has 6 to 20 letters or numbers and begins with a letter. It is case-sensitive",
  USERNAME_LIKE_NUMBER:
    "The username must not resemble a document number or mobile number. Choose another",
  USERNAME_TAKEN: "This username is already in use. Choose another",
  DAY_INVALID: "The {label:lower} is not a valid date",
  PERIOD_OVER: "The end date must not be before today",
  CODE_FORMAT: "Enter the 6-digit code from the message",
  AGREEMENT_REQUIRED: "Read and agree to the User Service Agreement and the Privacy Policy",
};

export const SENDING_PROBLEMS: EnglishOf<typeof SENDING_MESSAGES> = {
  NETWORK: "The connection is not stable and nothing was sent. Check your network and try again",
  HUMAN_CHECK_REQUIRED: "Tick “I am not a robot” first",
  HUMAN_CHECK_FAILED:
    "The robot check failed or has expired. It has been renewed for you: submit again",
  HUMAN_CHECK_UNAVAILABLE:
    "The robot check could not be completed. Check your network and try again",
  HUMAN_CHECK_INSECURE:
    "This connection is not secure, so the robot check cannot run. Use an address that begins with https",
  RATE_LIMITED: "You have tried too often. Please try again later",
  SIGNED_OUT: "You are signed out. Sign in again to continue",
  UNEXPECTED:
    "Something went wrong on our side. Try again later. If it still fails, call 12366 and quote {reference}",
};

export const PASSWORD_PROBLEMS: EnglishOf<typeof PASSWORD_MESSAGES> = {
  PASSWORD_LENGTH: "A password has 8 to 16 characters",
  PASSWORD_CHARACTERS: "A password consists of numbers, letters and . @ $ % * # _ + - ' & ^ only",
  PASSWORD_CLASSES: "A password needs two of the following: numbers, letters, special characters",
  PASSWORD_COMMON: "This password is too common and easy to guess. Choose another",
  PASSWORD_HAS_DOCUMENT_NUMBER: "The password must not contain your document number",
  PASSWORD_HAS_PHONE: "The password must not contain your mobile number",
  PASSWORD_HAS_USERNAME: "The password must not contain your username",
  PASSWORD_SAME: "The new password must differ from the old one",
  PASSWORDS_DIFFER: "The two passwords are not the same. Enter them again",
};

export const REGISTER_PROBLEMS: EnglishOf<typeof REGISTER_MESSAGES> = {
  REGISTRATION_EXPIRED: "This registration has timed out or has ended. Start again",
  DOCUMENT_REGISTERED: "This document is already registered",
  USER_REGISTERED: "This user is already registered",
  HOLDER_PASSWORD_WRONG:
    "You are registered already: enter the password you set then. Attempts left today: {left}",
  HOLDER_PHONE_UNKNOWN:
    "This is not a mobile number of your account. Enter one that is, or change a lost mobile number first",
  TAX_AUTHORITY_REQUIRED: "Choose your tax authority",
  BINDING_EXPIRED: "This registration has timed out or has ended. Start again",
  USER_BOUND: "You are linked to this enterprise already and can sign in",
  CERTIFIER_REQUIRED: "Choose who confirms it for the enterprise",
  CERTIFIER_NONE:
    "The tax registration names no legal representative or finance manager who could confirm it. Go to a tax service hall",
  PHONE_NOT_COLLECTED:
    "We have no record of this mobile number. Try again later, or bring your document to a tax service hall",
  IDENTITY_MISMATCH:
    "We could not confirm your identity. Check document type, document number and name. If they are right, bring your document to a tax service hall",
  DOCUMENT_NOT_OFFERED: "You cannot register with this document here. Choose another document type",
  OVERSEAS_COLLECTED:
    "Your identity was recorded at a tax service hall. Use “Register” with your mobile number",
  PERSON_ENTRY_ONLY:
    "Your account was registered by email from abroad and is for individual services only. To act for an enterprise, have your identity recorded at a tax service hall",
  COUNTRY_UNKNOWN:
    "We do not know this country or region. Enter its English name or two-letter code, for example United States or US",
  COUNTRY_IS_CHINA:
    "This document is held by people from outside China. Enter the nationality shown on it",
  NAME_INVALID:
    "A name consists of letters and the marks between them. Enter it as on the document",
  EMAIL_INVALID: "The email address is not in the correct format",
  EMAIL_IN_USE:
    "This email address belongs to another account. Register again with another address",
  CONTACT_INVALID: "Enter a valid number or email address",
  REGISTER_CODE_WRONG: "The code is wrong. Check it and enter it again",
  REGISTER_CODE_USED: "The code has been used. Start registration again",
  REGISTER_CODE_TRIES_USED_UP: "Too many wrong codes: this one has ended. Start registration again",
  PHONE_VERIFIED_BY_OTHER:
    "Somebody else has just verified this mobile number. It cannot be used: start registration again",
};

export const ACCOUNT_PROBLEMS: EnglishOf<typeof ACCOUNT_MESSAGES> = {
  STEPS_EXPIRED: "This has timed out or has ended. Start again",
  PASSWORD_RECOVERED: "Your password has been reset. Sign in with the new password",
  OLD_PASSWORD_WRONG: "The old password is wrong. Attempts left today: {left}",
  PASSWORD_NOT_CHOSEN:
    "Your password is an initial one or must be changed, so it cannot be used here. Set a new one through “Forgot password” first",
  PHONE_ALREADY_YOURS: "This mobile number is yours already",
  PHONE_NOT_FOUND:
    "This mobile number was not found. It may have been removed or verified by somebody else. Reload the page and try again",
  PHONE_LAST: "This is your last mobile number. Reload the page and confirm what follows",
  PHONE_FOUND: "The new mobile number has been added. Use it to sign in",
  FIND_PHONE_BY_EMAIL:
    "Your account is verified by email. Sign in and add a mobile number under “Mobile numbers” in “My account”",
  SECOND_FACTOR_LOST:
    "A mobile number of yours was removed, or somebody else has verified it. To protect your account, sign in again or verify your face first",
  USERNAME_CHANGED_THIS_YEAR:
    "A username can be changed once a year. You have changed yours this year and can do so again from 1 January {year}",
  CORRECTION_WAITING:
    "A request of this kind is already in progress. Wait for the answer, or withdraw it first",
  CORRECTION_SAME: "This is what we hold already. There is nothing to correct",
  CORRECTION_OVER:
    "This request could not be found. It may have been withdrawn or answered. Reload the page",
  CLOSING_NOT_UNDERSTOOD:
    "Read what follows and tick “I understand what closing my account means” first",
  ACCOUNT_CLOSED: "Your account is closed. To use the service again, register again",
};

export const HISTORY_PROBLEMS: EnglishOf<typeof HISTORY_MESSAGES> = {
  MESSAGE_NOT_FOUND: "This message was not found. Go back to “Messages” and choose again",
  REPORT_LINK_INVALID:
    "This link is not valid or has expired. Sign in and report it under “Messages”, or call 12366",
  ALREADY_REPORTED: "You have reported this already",
  SESSION_NOT_FOUND: "This device is signed out already",
  SYSTEM_NOT_SIGNED_IN: "This system is signed out already",
};

export const PORTAL_PROBLEMS: EnglishOf<typeof PORTAL_MESSAGES> = {
  SIGNED_OUT_BY_YOU: "You have signed out",
  SESSION_ENDED:
    "You were signed out because you were inactive or signed in for too long. Sign in again",
  FOR_PERSONS: "This function is for individuals and cannot be used as an enterprise",
  FOR_ENTERPRISES: "This function needs an enterprise, a client enterprise or a project",
  NOT_GRANTED: "Your current identity has not been given this function",
  PROJECTS_NOT_FOR_AGENTS: "Agents can switch between client enterprises, not to projects",
  PINS_FULL: "You can pin at most 10 identities. Unpin another one first",
};
