/** What keeps a person from reporting an alert or ending a login of theirs (A1, B4). */
export const HISTORY_MESSAGES = {
  MESSAGE_NOT_FOUND: "没有找到这条消息，请返回消息中心重新选择",
  REPORT_LINK_INVALID: "链接无效或已过期，请登录后在消息中心报告，或拨打12366",
  ALREADY_REPORTED: "您已经报告过，无需再次报告",
  SESSION_NOT_FOUND: "该登录已经结束",
  SYSTEM_NOT_SIGNED_IN: "该业务系统的登录已经结束",
} as const;
