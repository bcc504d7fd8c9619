import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** What keeps somebody from registering, and what to do about it (R1–R3, A2). Texts the bureaus use stand word for word. */
export const REGISTER_MESSAGES = {
  REGISTRATION_EXPIRED: "本次注册已超时或已结束，请重新开始",
  DOCUMENT_REGISTERED: "该证件号码已注册",
  USER_REGISTERED: "该用户已注册",
  HOLDER_PASSWORD_WRONG: ({ left = 0 }: Params) =>
    `您已注册，请填写自然人注册时设置的密码，今日还可尝试${left}次`,
  HOLDER_PHONE_UNKNOWN: "该手机号码不是您账户的手机号码，请填写账户中的手机号码，或先找回手机号码",
  TAX_AUTHORITY_REQUIRED: "请选择所属税务机关",
  BINDING_EXPIRED: "本次企业用户注册已超时或已结束，请重新开始",
  USER_BOUND: "您已绑定该企业，可以直接登录",
  CERTIFIER_REQUIRED: "请选择企业认证人员",
  CERTIFIER_NONE: "税务登记中没有可以认证的法定代表人或财务负责人，请到办税服务厅办理",
  PHONE_NOT_COLLECTED: "未查询到您的手机号码，请稍后重试或携带相关证件前往办税大厅办理",
  IDENTITY_MISMATCH:
    "身份信息校验未通过，请核对证件类型、证件号码和姓名；确认无误的，请携带证件到办税服务厅办理",
  DOCUMENT_NOT_OFFERED: "此处不支持使用该证件注册，请选择其他证件类型",
  OVERSEAS_COLLECTED: "您已在办税服务厅采集实名信息，请使用“用户注册”，通过手机号码注册",
  PERSON_ENTRY_ONLY:
    "您的账户是以邮箱注册的境外自然人账户，仅限自然人业务；办理企业业务，请先到办税服务场所采集实名信息",

  COUNTRY_UNKNOWN: "没有找到该国家（地区），请填写中文名称或两位字母代码，如 美国 或 US",
  COUNTRY_IS_CHINA: "该证件由中国以外的国家（地区）人员持有，请填写证件上的国籍（地区）",
  NAME_INVALID: "姓名只能由文字和间隔号组成，请按证件填写",
  EMAIL_INVALID: "电子邮箱格式有误，请检查",
  EMAIL_IN_USE: "该电子邮箱已用于其他账户，请使用其他电子邮箱重新注册",
  CONTACT_INVALID: "请填写正确的号码或电子邮箱",

  REGISTER_CODE_WRONG: "验证码错误，请核对后重新填写",
  REGISTER_CODE_USED: "验证码已使用，请重新开始注册",
  REGISTER_CODE_TRIES_USED_UP: "验证码错误次数过多，已失效，请重新开始注册",
  PHONE_VERIFIED_BY_OTHER: "该手机号码刚刚由他人通过短信验证，不能用于本次注册，请重新开始注册",
} as const satisfies Record<string, string | ((params: Params) => string)>;
