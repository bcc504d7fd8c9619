import { formatDuration, formatMoment } from "@/lib/domain/china-time";
import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** 「还有…」 of a moment given as ISO texts `until` and `now`. */
function remaining(until: Params[string] | undefined, now: Params[string] | undefined): string {
  const end = new Date(String(until));
  const ms = end.getTime() - new Date(String(now)).getTime();
  return formatDuration(Math.max(0, ms));
}

const UNLOCK_WAYS: Readonly<Record<string, string>> = {
  FORGOT_PASSWORD: "“忘记密码”",
  FACE: "“刷脸解锁”",
};

/** The ways out of a lock that are open (B2), given as codes with spaces between. */
function unlockWays(ways: Params[string] | undefined): string {
  const names = String(ways ?? "")
    .split(" ")
    .flatMap((way) => UNLOCK_WAYS[way] ?? []);
  return names.length > 0 ? `，也可以通过${names.join("或")}立即解锁` : "";
}

/** What keeps a person from signing in, and what to do about it (L5–L8, K1, K2). Texts the bureaus use stand word for word. */
export const LOGIN_MESSAGES = {
  REGION_UNKNOWN: "没有找到该税务局，请返回首页重新选择",
  FLOW_EXPIRED: "本次登录已超时或已结束，请重新登录",
  TRY_AGAIN: "系统繁忙，请稍后重试",

  PERSON_NOT_REGISTERED: "该用户未注册，请在自然人业务入口进行用户注册",
  PHONE_UNKNOWN: "手机号码不存在，您可以尝试使用证件号码登录",
  DOCUMENT_AMBIGUOUS: "该号码对应多个证件，请选择您的证件类型和国籍（地区）",
  PASSWORD_WRONG: ({ left = 0 }: Params) => `账号或密码错误，今日还可尝试${left}次`,
  PASSWORD_CHANGED: "密码修改成功，请使用新密码重新登录",
  ACCOUNT_LOCKED: ({ until, now, ways }: Params) =>
    `连续失败次数过多，账号已锁定，${formatMoment(new Date(String(until)))} 自动解锁（还有${remaining(until, now)}）${unlockWays(ways)}`,

  ENTERPRISE_UNKNOWN: "未查询到该企业的登记信息",
  ENTERPRISE_UNCONFIRMED: "该企业尚未完成税务信息确认，请先办理新办纳税人套餐服务",
  ENTERPRISE_CLOSED: "该企业已注销，不能再以其身份办理业务",
  RELATION_NOT_FOUND: "未查询到您与该企业的关联关系",
  RELATION_WAITING: "未查询到您与该企业的关联关系：您的授权尚待确认",
  RELATION_NOT_ACTIVE: "您与该企业的关联关系已解除",
  RELATION_EXPIRED: "您与该企业的关联关系已到期",
  RELATION_NOT_YET_VALID: "您与该企业的关联关系尚未到生效日期",
  HANDLER_FROZEN: "办税人员已冻结",
  NOT_AN_AGENCY: "该单位未登记为涉税专业服务机构，请改用企业业务入口登录",
  STAFF_NOT_LISTED: "未查询到您与该企业的关联关系：您不在该机构报送的人员名单中",
  AGREEMENT_NOT_FOUND: "未报送《涉税专业服务协议要素信息采集表》",
  AGREEMENT_EXPIRED: "协议已到期自动终止",
  AGREEMENT_TERMINATED: "协议已终止",
  AGREEMENT_NOT_YET_VALID: "协议尚未到生效日期",
  AGREEMENT_WAITING: "协议尚待委托企业确认",
  PROJECT_NOT_FOUND: "未查询到您可以办理的跨区域涉税事项",
  PROJECT_EXPIRED: "该跨区域涉税事项已超过有效期",
  PROJECT_NOT_YET_VALID: "该跨区域涉税事项尚未到生效日期",
  IDENTITY_REQUIRED: "请选择要进入的身份",
  PROJECT_REQUIRED: "请选择跨区域涉税事项管理编号",
  IDENTITY_NOT_FOUND: "所选身份不可用，请重新选择",
  IDENTITY_SWITCHED: "当前身份已切换，请确认后重试",

  PHONE_EMPTY:
    "您的手机号为空，请您通过扫码验证方式登录系统，并在账户中心的手机号码修改菜单中添加默认手机号。",
  MESSAGES_TOO_FREQUENT: ({ retryAt, now }: Params) =>
    `短信验证码获取频繁，请稍后重试（还需等待${remaining(retryAt, now)}）`,
  MESSAGE_NOT_SENT: "验证码未能发送，未计入次数，请稍后重试",
  CODE_NOT_SENT: "请先点击“获取验证码”",
  CODE_WRONG: ({ left = 0 }: Params) => `验证码错误，今日还可尝试${left}次`,
  CODE_EXPIRED: "验证码已过期，请重新获取",
  CODE_USED: "验证码已使用，请重新开始",
  CODE_TRIES_USED_UP: "验证码错误次数过多，已失效，请重新开始",
} as const;
