import { z } from "zod";
import { OLD_STYLE_PROOF } from "@/lib/domain/session-proofs";

/** How the chosen person was proved: by text message, by 个人登录密码, or by the personal password bound to it (绑定). */
const handlerProof = z.enum(["SMS", "HANDLER_PASSWORD", "PASSWORD"]);

export type HandlerProof = z.infer<typeof handlerProof>;

/** A login at an old entry (旧版登录) once the enterprise's password was right. */
const login = z.object({
  task: z.literal("LOGIN"),
  enterpriseId: z.string(),
  /** 首次普通登录: people are not set up yet. */
  first: z.boolean(),
  /** 「同步办税人」 was pressed, or is not needed. */
  synchronized: z.boolean(),
  /** Who asked for 密码登录 without having a password sets one after the text message (辽宁 七2). */
  wantsPassword: z.boolean(),
  /** 快捷登录: nothing but the message sent to this person (a relation) is waited for. */
  quick: z.string().nullable(),
  /** A relation of the enterprise, or a staff row of the agency. */
  handler: z.object({ id: z.string(), personId: z.string(), proof: handlerProof }).nullable(),
  mustSetPassword: z.boolean(),
  /** 代理机构登录: staff row of the agreement whose 协议密码 was right. */
  client: z.string().nullable(),
});

/** 纯社保户: its password was right, and it goes straight to the social insurance system. */
const socialInsurance = z.object({ task: z.literal("SOCIAL_INSURANCE"), enterpriseId: z.string() });

/** 企业密码 forgotten (F4): who receives the text message, and what is proved. */
const recovery = z.object({
  task: z.literal("RECOVERY"),
  enterpriseId: z.string(),
  relationId: z.string().nullable(),
  personId: z.string().nullable(),
  proved: z.enum(["NOTHING", "SMS", "FACE"]),
});

/** SMS step-up of a session that was opened without one (O1). */
const stepUp = z.object({ task: z.literal("STEP_UP"), sessionId: z.string() });

/** An 企业密码 issued by a voucher (注册凭证) was right: it is changed before anybody gets in with it. */
const changeIssued = z.object({ task: z.literal("CHANGE_ISSUED"), enterpriseId: z.string() });

/** What a flow of the old entry knows. Every part is a fact written by the server after it was proved. */
export const legacyFlowData = z.discriminatedUnion("task", [
  login,
  socialInsurance,
  recovery,
  stepUp,
  changeIssued,
]);

export type LegacyTask = z.infer<typeof legacyFlowData>["task"];
export type LegacyFlowData<Task extends LegacyTask = LegacyTask> = Extract<
  z.infer<typeof legacyFlowData>,
  { task: Task }
>;

/** Minutes from the first proof to the end. */
export const LEGACY_FLOW_MINUTES = 15;

type Entry = "ENTERPRISE" | "AGENCY";

/** Where a login at an old entry stands: derived from what is proved, never stored. */
export function legacyStep(
  data: LegacyFlowData<"LOGIN">,
  entry: Entry,
): "PEOPLE" | "SET_PASSWORD" | "CLIENT" | "OPEN" {
  if (!data.handler) return "PEOPLE";
  if (data.mustSetPassword) return "SET_PASSWORD";
  return entry === "AGENCY" && !data.client ? "CLIENT" : "OPEN";
}

/** Address of the page where a login at an old entry stands; one that is finished leads home. */
export function legacyPath(
  region: string,
  flow: string,
  data: LegacyFlowData<"LOGIN">,
  entry: Entry,
): string {
  const pages = { PEOPLE: "people", SET_PASSWORD: "set-password", CLIENT: "client", OPEN: null };
  const page = pages[legacyStep(data, entry)];
  return page ? `/${region}/login/legacy/${page}?flow=${flow}` : `/${region}/home`;
}

/** What a session keeps of how its login was proved, e.g. `ENTERPRISE_PASSWORD SMS`. */
export function legacyProofs({ handler, client }: LegacyFlowData<"LOGIN">): string {
  return [OLD_STYLE_PROOF, handler?.proof, client && "AGREEMENT_PASSWORD"]
    .filter(Boolean)
    .join(" ");
}

/** Where the recovery of 企业密码 stands. */
export function recoveryStep({
  proved,
}: LegacyFlowData<"RECOVERY">): "RECEIVER" | "FACE" | "NEW_PASSWORD" {
  return ({ NOTHING: "RECEIVER", SMS: "FACE", FACE: "NEW_PASSWORD" } as const)[proved];
}
