import { z } from "zod";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { type RegisterStep, registerStepPath } from "@/lib/flows/register-pages";

/** What a registration (用户注册) knows. Every part is a fact written by the server; personal values are encrypted. */
export const registerFlowData = z.object({
  /** 境外自然人注册: a mailbox in place of the phone, and no face (R3). */
  overseas: z.boolean(),
  documentType: z.enum(DOCUMENT_TYPES),
  country: z.string(),
  documentNumberCipher: z.string(),
  documentNumberIndex: z.string(),
  name: z.string(),
  /** What 基本信息填写 gave, once the phone or mailbox is verified. */
  details: z
    .object({
      contactCipher: z.string(),
      contactIndex: z.string(),
      passwordHash: z.string(),
      username: z.string().nullable(),
    })
    .nullable(),
  /** 人脸识别认证: still to be done, done, or not asked for (collected at a hall, or by e-mail). */
  face: z.enum(["NEEDED", "PASSED", "SKIPPED"]),
  /** 企业用户注册: an enterprise is bound afterwards (云南 2.4.2). */
  enterpriseUser: z.boolean().default(false),
  /** Whoever has an account already and only binds an enterprise; their password was right. */
  holder: z.object({ personId: z.string(), accountId: z.string() }).nullable().default(null),
});

export type RegisterFlowData = z.infer<typeof registerFlowData>;

/** The same registration before it knows the person, where it begins with the phone (云南 2.4.1(3)). */
export const registerPhoneData = z.object({
  enterpriseUser: z.boolean(),
  phone: z.object({
    contactCipher: z.string(),
    contactIndex: z.string(),
    /** The code has proved it. */
    verified: z.boolean(),
  }),
});

export type RegisterPhoneData = z.infer<typeof registerPhoneData>;

/** Minutes from 身份信息校验 to the end of a registration that is not finished. */
export const REGISTER_FLOW_MINUTES = 30;

/** Where a registration stands: derived from what it knows, never stored. */
export function registerStep({ details, face }: RegisterFlowData): RegisterStep {
  if (!details) return "DETAILS";
  return face === "NEEDED" ? "FACE" : "CONFIRM";
}

/** Address of the page where a registration stands. */
export function registerPath(region: string, flow: string, data: RegisterFlowData): string {
  return registerStepPath(region, flow, registerStep(data));
}

/** The steps a visitor sees (R1, R6), in order. */
export function registerSteps(
  overseas: boolean,
  { enterpriseUser = false, begins = "DOCUMENT" as "DOCUMENT" | "PHONE" } = {},
): readonly string[] {
  if (overseas) return ["身份信息校验", "基本信息填写", "完成"];
  const first = begins === "PHONE" ? "手机验证" : "身份信息校验";
  const proof = begins === "PHONE" ? "实名认证" : "人脸识别认证";
  const binding = enterpriseUser ? ["绑定企业", "企业认证"] : [];
  return [first, "基本信息填写", proof, ...binding, "完成"];
}
