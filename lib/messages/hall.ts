/** What officers (税务人员) are told in the tax hall (T1). */
export const HALL_MESSAGES = {
  OFFICER_PASSWORD_WRONG: "工号或密码错误",
  OFFICER_PASSWORD_SET: "密码已设置，请登录",
  OFFICER_ROLE_REQUIRED: "您的岗位不能办理该业务",
  EMPLOYEE_NUMBER_FORMAT: "工号为3至20位字母或数字",
  REASON_TOO_SHORT: "请写明办理事由，至少4个字",
  SETUP_LINK_INVALID: "链接已失效或与工号不符，请联系主管重新发送",
  OFFICER_EXISTS: "该工号或手机号码已由其他税务人员使用",
  OFFICER_NOT_FOUND: "没有可以办理的税务人员，请刷新后核对其状态",
  OWN_OFFICER: "不能变更本人的工号，请由其他主管办理",
  FOUR_EYES_OWN_REQUEST: "不能复核本人提交的申请，请由其他主管复核",
  FOUR_EYES_DECIDED: "该申请已复核、已撤回或已过期",
} as const;
