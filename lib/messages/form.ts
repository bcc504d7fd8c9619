import { formatMoment } from "@/lib/domain/china-time";
import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;
export type MessageText = string | ((params: Params) => string);

/** Said when a code has no text of its own; a visitor never sees a code. */
export const FALLBACK = "操作未完成，请稍后重试";

/** What is wrong with one field. `label` is the field's own label, filled in by the form. */
export const FIELD_MESSAGES = {
  REQUIRED: ({ label = "此项" }) => `请填写${label}`,
  CHOICE_REQUIRED: ({ label = "一项" }) => `请选择${label}`,
  TOO_LONG: ({ label = "内容", max }) =>
    max === undefined ? `${label}太长，请检查后重新填写` : `${label}不能超过${max}个字符`,
  NOT_TEXT: ({ label = "此项" }) => `${label}含有无法识别的字符，请重新填写`,
  INVALID: ({ label = "此项" }) => `${label}填写有误，请检查`,
  CREDIT_CODE_INVALID: "统一社会信用代码/纳税人识别号有误，请逐位核对",
  DOCUMENT_NUMBER_FORMAT: "证件号码的位数或字符与证件类型不符，请检查",
  DOCUMENT_NUMBER_PLACE: "证件号码中的地区代码有误，请逐位核对",
  DOCUMENT_NUMBER_DATE: "证件号码中的出生日期有误，请逐位核对",
  DOCUMENT_NUMBER_CHECK: "证件号码有误，请逐位核对",
  PHONE_INVALID: ({ label = "手机号码" }) => `${label}有误，请逐位核对`,
  USERNAME_FORMAT: "用户名为6至20位数字或字母组合，第一位必须为字母，区分大小写",
  USERNAME_LIKE_NUMBER: "用户名不能与证件号码或手机号码相似，请换一个",
  USERNAME_TAKEN: "该用户名已被使用，请换一个",
  DAY_INVALID: ({ label = "日期" }) => `${label}不是有效的日期`,
  PERIOD_OVER: "有效期止不能早于今天",
  CODE_FORMAT: "请填写短信中的6位数字验证码",
  AGREEMENT_REQUIRED: "请先阅读并同意用户服务协议、隐私政策",
} satisfies Record<string, MessageText>;

/** What keeps a form from being sent at all. */
export const SENDING_MESSAGES = {
  NETWORK: "网络连接不稳定，内容尚未提交，请检查网络后重试",
  HUMAN_CHECK_REQUIRED: "请先勾选人机验证",
  HUMAN_CHECK_FAILED: "人机验证未通过或已过期，已为您重新验证，请再次提交",
  HUMAN_CHECK_UNAVAILABLE: "人机验证未能完成，请检查网络后重试",
  HUMAN_CHECK_INSECURE:
    "当前连接不是安全连接（https），无法完成人机验证，请改用以 https 开头的网址",
  RATE_LIMITED: ({ retryAt }) =>
    retryAt === undefined
      ? "操作过于频繁，请稍后重试"
      : `操作过于频繁，请于${formatMoment(new Date(retryAt))}后重试`,
  SIGNED_OUT: "登录已结束，请重新登录后再操作",
  UNEXPECTED: ({ reference = "" }) =>
    `系统暂时无法处理，请稍后重试；仍有问题请拨打12366并提供编号${reference}`,
} satisfies Record<string, MessageText>;

/** The sentence of a problem by texts; null when they have none for its code. */
export function textOf(
  texts: Readonly<Record<string, MessageText>>,
  { code, params }: Problem,
): string | null {
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  if (text === undefined) return null;
  return typeof text === "string" ? text : text(params ?? {});
}
