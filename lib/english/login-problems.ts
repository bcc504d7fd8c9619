import type { FACE_MESSAGES } from "@/lib/messages/face";
import type { LOGIN_MESSAGES } from "@/lib/messages/login";
import type { SCAN_MESSAGES } from "@/lib/messages/scan";

type EnglishOf<Messages> = Readonly<Record<keyof Messages, string>>;

const LIGHT =
  "Find good light with no other face in view, look straight at the screen and try again";

export const LOGIN_PROBLEMS: EnglishOf<typeof LOGIN_MESSAGES> = {
  REGION_UNKNOWN: "This tax bureau was not found. Go back to the home page and choose again",
  FLOW_EXPIRED: "This sign-in has timed out or has ended. Sign in again",
  TRY_AGAIN: "The system is busy. Please try again later",

  PERSON_NOT_REGISTERED: "This user is not registered. Register under individual services",
  PHONE_UNKNOWN: "This mobile number is not known. You can try your document number",
  DOCUMENT_AMBIGUOUS:
    "More than one document has this number. Choose your document type and nationality or region",
  PASSWORD_WRONG: "The account or password is wrong. Attempts left today: {left}",
  PASSWORD_CHANGED: "Your password has been changed. Sign in with the new password",
  ACCOUNT_LOCKED:
    "Too many failed attempts: your account is locked. It unlocks on {until:moment}{ways:unlock}",

  ENTERPRISE_UNKNOWN: "This enterprise is not registered here",
  ENTERPRISE_UNCONFIRMED:
    "This enterprise has not confirmed its tax details. Complete the new taxpayer package first",
  ENTERPRISE_CLOSED: "This enterprise has been deregistered. Nobody can act for it",
  RELATION_NOT_FOUND: "You are not linked to this enterprise",
  RELATION_WAITING:
    "You are not linked to this enterprise: your authorisation is not confirmed yet",
  RELATION_NOT_ACTIVE: "Your link to this enterprise has been ended",
  RELATION_EXPIRED: "Your link to this enterprise has expired",
  RELATION_NOT_YET_VALID: "Your link to this enterprise is not in force yet",
  HANDLER_FROZEN: "You have been suspended as a tax handler",
  NOT_AN_AGENCY:
    "This organisation is not registered as an agency. Use enterprise services instead",
  STAFF_NOT_LISTED:
    "You are not linked to this enterprise: the agency’s list of staff does not name you",
  AGREEMENT_NOT_FOUND: "No agency agreement has been filed",
  AGREEMENT_EXPIRED: "The agreement has expired",
  AGREEMENT_TERMINATED: "The agreement has been ended",
  AGREEMENT_NOT_YET_VALID: "The agreement is not in force yet",
  AGREEMENT_WAITING: "The client enterprise has not confirmed the agreement yet",
  PROJECT_NOT_FOUND: "There is no cross-region matter you can handle",
  PROJECT_EXPIRED: "This cross-region matter is past its period",
  PROJECT_NOT_YET_VALID: "This cross-region matter is not in force yet",
  IDENTITY_REQUIRED: "Choose how to enter",
  PROJECT_REQUIRED: "Choose a cross-region matter number",
  IDENTITY_NOT_FOUND: "This identity cannot be used. Choose again",
  IDENTITY_SWITCHED: "Your identity has been switched. Check it and try again",

  PHONE_EMPTY:
    "You have no mobile number. Verify by scanning to sign in, then add a default mobile number under “Mobile numbers” in “My account”.",
  MESSAGES_TOO_FREQUENT: "You have asked for codes too often. Try again after {retryAt:moment}",
  MESSAGE_NOT_SENT: "The code could not be sent. This did not count as an attempt: try again later",
  CODE_NOT_SENT: "Press “Send code” first",
  CODE_WRONG: "The code is wrong. Attempts left today: {left}",
  CODE_EXPIRED: "The code has expired. Send another one",
  CODE_USED: "The code has been used. Start again",
  CODE_TRIES_USED_UP: "Too many wrong codes: this one has ended. Start again",
};

export const SCAN_PROBLEMS: EnglishOf<typeof SCAN_MESSAGES> = {
  TICKET_UNKNOWN: "This QR code was not found. Scan the code on the web page again",
  TICKET_EXPIRED: "The QR code has expired. Refresh it on the web page and scan again",
  TICKET_CANCELLED: "This was cancelled. Scan again to continue",
  TICKET_USED: "The QR code has been used. Scan a new code on the web page",
  TICKET_TAKEN: "Another phone has scanned this QR code. Refresh it on the web page and scan again",
  TICKET_WRONG_NUMBER:
    "The number chosen was not the one on the web page. To protect your account, this was cancelled",
  TICKET_OTHER_PERSON:
    "Somebody else is signed in to the app. Sign in to the app yourself and scan again",
  TICKET_OTHER_BUREAU:
    "This QR code belongs to another bureau. Switch to its region in the app, sign in and scan again",
  PROVIDER_CONSENT: "Agree to pass on your name and document number first",
  PROVIDER_DOCUMENT:
    "Your document type is not accepted here. Choose another way, or bring your document to a tax service hall",
  APP_NOT_OFFERED: "This region does not accept scans with this app",
  IIT_NOT_REAL_NAMED:
    "To sign in with the Individual Income Tax app, first register and verify your identity both there and in the electronic tax bureau",
  NOT_LICENSE_HOLDER: "You do not hold the electronic business licence of this enterprise",
  LICENSE_HOLDER_ONLY:
    "The electronic business licence is used by the legal representative, or a finance manager so authorised",
  ENTRY_NOT_OFFERED: "This app does not support this entry",
  UNLOCKED: "Your account is unlocked. Sign in again",
  PICTURE_TOO_LARGE: "The photograph is too large. Take another or choose a smaller one",
  ALREADY_COLLECTED: "Your face has been recorded already",
  CAMERA_UNAVAILABLE:
    "The camera cannot be used. Allow this page to use it in your phone’s settings and try again",
};

export const FACE_PROBLEMS: EnglishOf<typeof FACE_MESSAGES> = {
  FACE_SERVICE_BUSY: "The identity service is busy. Please try again later",
  FACE_NO_REFERENCE: "We have no record of your face. Have it recorded at a tax service hall",
  FACE_CHECK_ENDED: "This face check has ended. Start again",
  FACE_FRAMES_INVALID: "The pictures could not be read. Verify your face again",
  FACE_NO_FACE: `Your face was not seen. ${LIGHT}`,
  FACE_TWO_FACES: `Another face is in view. ${LIGHT}`,
  FACE_TOO_DARK: `It is too dark. ${LIGHT}`,
  FACE_TOO_SMALL: "Your face is too far from the camera. Come closer and try again",
  FACE_TOO_FEW_FRAMES:
    "Too few pictures show your face from the front. Keep it in the frame and follow the instructions",
  FACE_TIMED_OUT: "The face check has timed out. Start again and follow each instruction in time",
  FACE_PROMPT_NOT_FOLLOWED: "The movements did not match the instructions. Make them clearly",
  FACE_STILL_PICTURE: "No movement was seen. Look at the camera yourself and move clearly",
  FACE_PERSON_CHANGED: "The person changed during the check. One person has to do all of it",
  FACE_REPLAYED: "These pictures were used before. Look at the camera yourself and try again",
  FACE_NOT_SAME_PERSON:
    "Your face did not match. Make sure that it is you and clearly visible. If it still fails, have your identity recorded at a tax service hall",
  FACE_PERSON_UNKNOWN:
    "Nobody holds this document. Check document number, type and nationality or region",
  FACE_CONSENT_REQUIRED: "Recording your face needs your separate consent",
  FACE_PHOTO_INVALID: "The photograph cannot be read. Use a JPG or PNG of at most 5 MB",
  FACE_PHOTO_NO_FACE: "No face was found in the photograph. Use a clear picture from the front",
  FACE_PHOTO_TWO_FACES: "The photograph shows several faces. Use one of yourself only",
  FACE_PHOTO_TOO_SMALL: "The face in the photograph is too small. Use a larger, clearer one",
  FACE_PHOTO_NOT_FRONTAL: "The photograph is not from the front. Use one facing the camera",
};
