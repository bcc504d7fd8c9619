"use server";

import {
  certificateProof,
  challengeForm,
  choosePersonForm,
  presentedForm,
} from "@/lib/schemas/certificate";
import { action } from "@/lib/server/action";
import { choosePerson } from "@/lib/server/certificates/people";
import {
  beginCertificateSignIn,
  submitCertificate,
  submitPresentedCertificate,
} from "@/lib/server/certificates/sign-in";

const anyone = "ANYONE" as const;

const begin = action({ input: challengeForm, allow: anyone }, beginCertificateSignIn);
const submit = action({ input: certificateProof, allow: anyone }, submitCertificate);
const presented = action({ input: presentedForm, allow: anyone }, submitPresentedCertificate);
const choose = action({ input: choosePersonForm, allow: anyone }, choosePerson);

/** What the key of the certificate is to sign. */
export async function beginCertificateAction(input: unknown) {
  return begin(input);
}

/** 「登录」 with a certificate file: the signature, never the file. */
export async function submitCertificateAction(input: unknown) {
  return submit(input);
}

/** 「使用此证书登录」. */
export async function submitPresentedAction(input: unknown) {
  return presented(input);
}

/** 「下一步」 of 办税人员选择. */
export async function choosePersonAction(input: unknown) {
  return choose(input);
}
