/** What keeps an officer from reading records or publishing 通知公告. */
export const HALL_RECORD_MESSAGES = {
  ANNOUNCEMENT_NOT_FOUND: "没有找到这条通知公告，请返回列表重新选择",
  ANNOUNCEMENT_CHANGED: "这条通知公告刚刚被修改或撤回，请刷新页面后重试",
  PUBLISH_TIME_PAST: "发布时间已过，请改填以后的时间；立即发布请留空",
  EXPIRY_TOO_EARLY: "失效时间须晚于发布时间",
  EMPLOYEE_NUMBER_UNKNOWN: "没有找到该工号的税务人员，请核对",
  DAYS_REVERSED: "结束日期不能早于开始日期",
  SEARCH_ENDED: "查询已失效，请重新填写办理事由并查询",
  AUDIT_POSITION_UNKNOWN: "审计日志在校验期间发生变化，请重新校验",
} as const;
