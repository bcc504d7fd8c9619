/** Words of 忘记密码, 找回手机号码 and of reports without a login. */
export const RECOVERY_ENGLISH = {
  "通过短信或扫脸确认是您本人后设置新密码，账号锁定同时解除。":
    "Confirm by SMS or face that it is you, then set a new password. This also unlocks your account.",
  "通过短信和实名认证确认是您本人后设置新密码，账号锁定同时解除。":
    "Confirm by SMS and identity verification that it is you, then set a new password. This also unlocks your account.",
  确认账户: "Your account",
  "证件号码/手机号码": "Document number or mobile number",
  "更换了手机、号码被他人使用或手机号为空时，验证密码后绑定新的手机号码。":
    "If your number has changed, is used by somebody else or is missing, confirm your password and add a new mobile number.",
  验证密码: "Confirm your password",
  绑定新手机号码: "Add a new mobile number",
  "证件号码/用户名": "Document number or username",
  新手机号码: "New mobile number",

  "如是您本人操作，不需要做任何事，关闭本页即可。":
    "If this was you, there is nothing to do. You can close this page.",
  没有报告: "Nothing was reported",
  链接已失效: "This link is no longer valid",
  已受理您的报告: "We have received your report",
  "报告编号 {number}": "Report number {number}",
  "请记下编号。您在所有设备上的登录已结束。":
    "Make a note of the number. You have been signed out on all devices.",
  接下来请您: "What to do next",
  "重新登录，并按提示修改密码，不要使用其他网站用过的密码；":
    "Sign in again and change your password as asked. Do not use a password from another website.",
  "登录后核对手机号码、用户名和企业授权，删除不认识的手机号码；":
    "Check your mobile numbers, username and authorisations. Remove numbers you do not know.",
  "没有可用手机号码的，请使用“找回手机号码”，或持证件到办税服务厅办理；":
    "If you have no working number, use “Change a lost mobile number” or bring your document to a tax service hall.",
  "已造成损失，或不能登录的，请拨打{hotline}并提供报告编号。":
    "If you have suffered a loss or cannot sign in, call {hotline} and quote the report number.",
} as const;
