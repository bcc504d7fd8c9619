import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** What keeps a person from recovering or changing what belongs to their own account, and how it ended (F1, F2, P1–P3, A1–A3). */
export const ACCOUNT_MESSAGES = {
  STEPS_EXPIRED: "本次操作已超时或已结束，请重新开始",
  PASSWORD_RECOVERED: "密码已重置，请使用新密码登录",
  OLD_PASSWORD_WRONG: ({ left = 0 }: Params) => `旧密码错误，今日还可尝试${left}次`,
  PASSWORD_NOT_CHOSEN:
    "您的密码是初始密码或已要求修改，不能用来找回手机号码，请先通过“忘记密码”设置新密码",

  PHONE_ALREADY_YOURS: "该手机号码已经是您的手机号码，无需再次添加",
  PHONE_NOT_FOUND: "没有找到该手机号码，可能已被删除或已由他人验证使用，请刷新页面后重试",
  PHONE_LAST: "这是您的最后一个手机号码，请刷新页面并确认删除后的影响",
  PHONE_FOUND: "新手机号码已绑定，请使用新手机号码登录",
  FIND_PHONE_BY_EMAIL:
    "您的账户通过电子邮箱验证身份，请登录后在账户中心的手机号码修改菜单中添加手机号码",
  SECOND_FACTOR_LOST:
    "您的手机号码已被删除或由他人验证使用，为保护您的账户，请重新登录或扫脸认证后再操作",

  USERNAME_CHANGED_THIS_YEAR: ({ year = "" }: Params) =>
    `用户名一年可修改一次，您今年已修改过，${year}年1月1日起可以再次修改`,

  CORRECTION_WAITING: "您已有一份同类的更正申请正在办理，请等待答复，或撤回后重新提交",
  CORRECTION_SAME: "与现在保存的信息一致，无需更正",
  CORRECTION_OVER: "没有找到可以办理的更正申请，可能已撤回或已办结，请刷新后重试",

  CLOSING_NOT_UNDERSTOOD: "请先阅读注销后果并勾选“我已知悉注销后果”",
  ACCOUNT_CLOSED: "您的账户已注销。如需继续使用，请重新进行用户注册",
} satisfies Record<string, string | ((params: Params) => string)>;
