import { formatMoment } from "@/lib/domain/china-time";
import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** What keeps a person from entering at an old entry (旧版登录), word for word where the bureau has words (辽宁 二, 三, 七). */
export const LEGACY_MESSAGES = {
  LEGACY_ENDED: "旧版登录已停止使用，请使用新版登录",
  NEW_TAXPAYER_UNIFIED: "新办纳税人请使用新版登录",
  UNIFIED_ONLY: "旧版登录只能办理所登录企业的业务，请使用新版登录办理",
  LEGACY_PHONE_INVALID: "手机号码格式不正确，请检查",
  LEGACY_LOCKED: ({ what = "密码", until }: Params) =>
    `${what}连续错误次数过多，已锁定，${formatMoment(new Date(String(until)))} 自动解锁`,
  ENTERPRISE_PASSWORD_WRONG: ({ left = 0 }: Params) =>
    `纳税人识别号或密码错误，今日还可尝试${left}次`,
  HANDLER_REQUIRED: "请选择办税人员",
  REGISTRY_PERSON_MISSING:
    "当前办税人与税务登记办税人信息不符，请通过变更税务登记维护办税人，并重新同步办税人信息。",
  HANDLER_LOCKED: "您选择的办税人已经被锁定，请选择其他办税人",
  HANDLER_NOT_COLLECTED: "该人员尚未进行实名信息采集，没有手机号码，不能登录",
  HANDLER_NOT_SET_UP: "该办税人员尚未由法定代表人或财务负责人添加，不能登录",
  REGISTRY_MOBILE_DIFFERS: "税务登记中的移动电话号码与实名采集的移动电话号码不一致",
  REGISTRY_LANDLINE_ONLY:
    "无法发送验证码：税务登记中没有移动电话，手机号码可能录入在固定电话项目内",
  REGISTRY_PHONE_EMPTY: "无法发送验证码：税务登记和实名信息中都没有该人员的手机号码",
  HANDLER_PASSWORD_NOT_SET: "尚未设置密码",
  HANDLER_PASSWORD_EXPIRED: "重置后的密码已过期",
  HANDLER_PASSWORD_WRONG: ({ left = 0 }: Params) =>
    `密码有误，今日还可尝试${left}次。请输入个人登录密码，不是企业密码`,
  BOUND_PASSWORD_WRONG: ({ left = 0 }: Params) =>
    `密码有误，今日还可尝试${left}次。该人员已绑定，请输入自然人登录密码，不是企业密码`,
  PASSWORD_IS_ENTERPRISE: "个人登录密码不能与企业密码相同",
  QUICK_NOT_SET_UP: "快捷登录适用于已完成普通登录设置的企业，首次登录请使用普通登录",
  QUICK_PERSON_UNKNOWN: "所选身份与手机号码不符，或该人员尚未添加为办税人员",
  SOCIAL_INSURANCE_ORDINARY: "纯社保户只能使用普通登录",
  CODE_NOT_SENT_QUICK: "请先点击“发送验证码”",
  CLIENT_REQUIRED: "请选择要代办的企业",
  AGREEMENT_PASSWORD_WRONG: ({ left = 0 }: Params) => `协议密码错误，今日还可尝试${left}次`,
  AGREEMENT_PASSWORD_NOT_SET: "该协议尚未设置协议密码，请联系委托企业设置",
  RECEIVER_REQUIRED: "请选择短信验证码接收人",
  RECOVERY_CODE_WRONG: "验证码错误，请核对后重新填写",
  RECEIVER_NONE: "税务登记中没有可以接收验证码的法定代表人或财务负责人，请到办税服务厅办理",
  ENTERPRISE_PASSWORD_CHANGED: "企业密码已重新设置，请使用新密码登录",
} satisfies Record<string, string | ((params: Params) => string)>;
