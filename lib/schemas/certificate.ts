import { z } from "zod";
import {
  MAX_CERTIFICATE_BYTES,
  MAX_FILE_BYTES,
  MAX_INTERMEDIATES,
} from "@/lib/domain/certificate-challenge";
import { agreementField } from "./fields";

const region = z.string().max(32, "TOO_LONG");
const humanCheck = z
  .string("HUMAN_CHECK_REQUIRED")
  .min(1, "HUMAN_CHECK_REQUIRED")
  .max(8000, "TOO_LONG");

/** Longest passphrase, characters. */
const MAX_PASSPHRASE = 128;
/** A signature of the largest key accepted (RSA 8192), bytes. */
const MAX_SIGNATURE_BYTES = 1024;

/** Base64 of at most so many bytes. */
function base64(bytes: number) {
  return z
    .string("CERTIFICATE_UNREADABLE")
    .min(1, "CERTIFICATE_UNREADABLE")
    .max(Math.ceil(bytes / 3) * 4, "CERTIFICATE_UNREADABLE")
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, "CERTIFICATE_UNREADABLE");
}

/** 税务数字证书登录 as filled in. File and passphrase (证书口令) stay in the browser: what is sent is `certificateProof`. */
export const certificateForm = z.object({
  region,
  file: z
    .instanceof(Blob, { error: "REQUIRED" })
    .refine(({ size }) => size <= MAX_FILE_BYTES, "CERTIFICATE_FILE_TOO_LARGE"),
  passphrase: z.string("REQUIRED").min(1, "REQUIRED").max(MAX_PASSPHRASE, "TOO_LONG"),
  agreement: agreementField,
});

/** What the browser asks before it signs. */
export const challengeForm = z.object({ region });

/** The certificate, those above it, and the signature of its key over the challenge. */
export const certificateProof = z.object({
  region,
  challenge: z.string().max(200, "TOO_LONG"),
  certificate: base64(MAX_CERTIFICATE_BYTES),
  intermediates: z.array(base64(MAX_CERTIFICATE_BYTES)).max(MAX_INTERMEDIATES),
  signature: base64(MAX_SIGNATURE_BYTES),
  agreement: agreementField,
  humanCheck,
});

/** 「使用此证书登录」: the certificate was presented to the front server in TLS. */
export const presentedForm = z.object({ region, agreement: agreementField, humanCheck });

/** 「下一步」 with the person chosen (办税人员选择). */
export const choosePersonForm = z.object({
  region,
  flow: z.string().max(64, "TOO_LONG"),
  person: z.string("PERSON_REQUIRED").min(1, "PERSON_REQUIRED").max(64, "TOO_LONG"),
});
