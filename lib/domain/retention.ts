/** What is kept for a time only. */
export type Retained =
  | "FLOW"
  | "CODE"
  | "SCAN_TICKET"
  | "LIMIT"
  | "UNFINISHED_FACE"
  | "VOUCHER_PASSWORD"
  | "IMPORT_LINES"
  | "OUTBOX_TEXT"
  | "DRAFT"
  | "FACE_CHECK"
  | "LOGIN_SESSION"
  | "OUTBOUND_MESSAGE"
  | "MESSAGE"
  | "TODO"
  | "REMINDER";

/** How long something is kept (保存期限): days after `since`, and the reason. */
export type RetentionRule = { what: string; since: string; days: number; why: string };

/** 网络安全法 21(三): network logs are kept for not less than six months; no six months have more days than these. */
const SIX_MONTHS_DAYS = 184;
const TWO_YEARS_DAYS = 731;
const AFTER_USE = "of no use afterwards (个人信息保护法 19: the shortest time necessary)";
const NETWORK_LOG = "network log, six months at least (网络安全法 21(三))";

/**
 * 保存期限 of everything that is deleted by itself, and the only place that says so. What is not named here stays: identities and
 * relations, filings that were submitted, requests for correction, imports and their findings, incidents, and the audit trail (审计日志), which is never deleted.
 */
export const RETENTION: Readonly<Record<Retained, RetentionRule>> = {
  FLOW: { what: "Flows (流程)", since: "their end", days: 1, why: AFTER_USE },
  CODE: {
    what: "One-time codes and other proofs (验证)",
    since: "their end",
    days: 1,
    why: AFTER_USE,
  },
  SCAN_TICKET: { what: "Scan tickets (二维码凭据)", since: "their end", days: 1, why: AFTER_USE },
  LIMIT: {
    what: "Rate limits, solved human checks (限流计数、人机验证)",
    since: "the end of the window",
    days: 1,
    why: AFTER_USE,
  },
  UNFINISHED_FACE: {
    what: "Faces of registrations never finished (未完成注册的人脸)",
    since: "they were taken",
    days: 1,
    why: "sensitive, and its purpose is gone (个人信息保护法 28, 47)",
  },
  VOUCHER_PASSWORD: {
    what: "Sealed passwords of vouchers never printed (未打印的凭证密码), erased",
    since: "the end of printing",
    days: 1,
    why: AFTER_USE,
  },
  IMPORT_LINES: {
    what: "Files and lines of imports (数据导入) nobody goes on with",
    since: "the last step",
    days: 7,
    why: "a copy of what the registry has (个人信息保护法 19)",
  },
  OUTBOX_TEXT: {
    what: "Texts of messages in the embedded outbox (短信正文), erased",
    since: "sending",
    days: 30,
    why: "enough to look into a complaint (个人信息保护法 19)",
  },
  DRAFT: {
    what: "Drafts of filings (业务表单草稿)",
    since: "the last change",
    days: 90,
    why: "longer than any period for filing; never submitted",
  },
  FACE_CHECK: {
    what: "Face checks (人脸核验), without pictures",
    since: "their end",
    days: SIX_MONTHS_DAYS,
    why: NETWORK_LOG,
  },
  LOGIN_SESSION: {
    what: "Login sessions (登录会话)",
    since: "the last request",
    days: SIX_MONTHS_DAYS,
    why: NETWORK_LOG,
  },
  OUTBOUND_MESSAGE: {
    what: "Sent messages and receipts (短信、邮件发送记录)",
    since: "sending",
    days: SIX_MONTHS_DAYS,
    why: NETWORK_LOG,
  },
  MESSAGE: {
    what: "Messages of the message centre (站内消息), unless an incident refers to them",
    since: "they were written",
    days: TWO_YEARS_DAYS,
    why: "the person can look them up through the next annual settlement (汇算清缴)",
  },
  TODO: {
    what: "To-dos that are done (已办待办)",
    since: "they were done",
    days: TWO_YEARS_DAYS,
    why: "as messages",
  },
  REMINDER: {
    what: "Service reminders (服务提醒)",
    since: "they were written",
    days: TWO_YEARS_DAYS,
    why: "as messages",
  },
};

/** What began or ended before this instant is kept no longer. */
export function keptSince(kind: Retained, now: Date): Date {
  return new Date(now.getTime() - RETENTION[kind].days * 86_400_000);
}
