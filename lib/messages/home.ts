import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** 我的待办 and 服务提醒 of the main page, and what keeps 常用功能 from being saved. */
export const HOME_MESSAGES = {
  TODO_AUTHORIZATION_OFFERED: ({ enterprise = "", role = "" }: Params) =>
    `“${enterprise}”授权您为${role}，待您确认`,
  TODO_AUTHORIZATION_APPLIED: ({ count = 1 }: Params) =>
    `${count}人申请成为本企业办税人员，待您确认`,
  TODO_FUNCTION_REQUESTED: ({ person = "", function: name = "" }: Params) =>
    `${person}申请功能“${name}”，待您授权`,
  TODO_RECOGNISE_AGENCY: ({ count = 1 }: Params) => `${count}份涉税专业服务协议待您认定代理机构`,
  TODO_DRAFTS: ({ count = 1 }: Params) => `${count}份业务表单尚未提交`,

  REMINDER_UNREAD_MESSAGES: ({ count = 1 }: Params) => `您有${count}条未读消息`,
  REMINDER_REAL_NAME: "您的个人实名等级不足四级，办理部分业务前需要扫脸认证",
  REMINDER_RELATION_ENDING: ({ enterprise = "", role = "", until = "" }: Params) =>
    `您在“${enterprise}”的${role}授权于${until}到期`,
  REMINDER_HANDLERS_ENDING: ({ count = 1 }: Params) =>
    `本企业${count}名办税人员的授权将在30天内到期`,
  REMINDER_AGREEMENTS_ENDING: ({ count = 1, until = "" }: Params) =>
    `${count}份涉税专业服务协议将在30天内到期，最早${until}`,
  REMINDER_FILING: ({ kind = "", number = "", status = "" }: Params) =>
    `${kind}（${number}）${status}`,

  FAVOURITES_FULL: "常用功能最多12个，请先移除一些再添加",
} as const satisfies Record<string, string | ((params: Params) => string)>;
