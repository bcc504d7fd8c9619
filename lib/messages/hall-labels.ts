import type { AnnouncementState } from "@/lib/domain/announcement-rules";
import type { DeliveryState } from "@/lib/domain/delivery-rules";
import { BUSINESS_SYSTEMS, type BusinessSystem } from "@/lib/domain/function-tree-types";

const ANNOUNCEMENT_STATES: Record<AnnouncementState, string> = {
  DRAFT: "草稿",
  WAITING: "待发布",
  OUT: "已发布",
  OVER: "已过期",
  WITHDRAWN: "已撤回",
};

/** Where 通知公告 stands, in a word. */
export function announcementStateLabel(state: AnnouncementState): string {
  return ANNOUNCEMENT_STATES[state];
}

const DELIVERY_STATES: Record<DeliveryState, string> = {
  DELIVERED: "已送达",
  ACCEPTED: "已受理",
  DELAYED: "延迟",
  REFUSED: "被拒绝",
};

/** 投递状态 in a word (B16). */
export function deliveryStateLabel(state: DeliveryState): string {
  return DELIVERY_STATES[state];
}

/** 投递状态, for a list to choose from and for the parts of a chart. */
export const DELIVERY_STATE_CHOICES = Object.entries(DELIVERY_STATES).map(([value, label]) => ({
  value: value as DeliveryState,
  label,
}));

const PURPOSES: Readonly<Record<string, string>> = {
  LOGIN: "登录",
  REGISTER: "用户注册",
  FORGOT_PASSWORD: "找回密码",
  FIND_PHONE: "找回手机号码",
  ADD_PHONE: "添加手机号码",
  CLOSE_ACCOUNT: "用户注销",
  REAL_NAME: "实名认证",
  STEP_UP: "办理业务前验证",
  HALL_LOGIN: "税务人员登录",
  UNLOCK: "解锁",
  CHANGE_PASSWORD: "修改密码",
  NOTICE: "账户提醒",
};

/** What a message was sent for. */
export function messagePurposeLabel(purpose: string): string {
  return PURPOSES[purpose] ?? "其他";
}

/** The parts of the chart of logins by 登录入口. */
export const ENTRY_PARTS = [
  { kind: "PERSON", label: "自然人业务" },
  { kind: "ENTERPRISE", label: "企业业务" },
  { kind: "AGENCY", label: "代理业务" },
  { kind: "SPECIFIC", label: "特定主体" },
  { kind: "LEGACY", label: "旧版登录" },
] as const;

/** The parts of the chart of logins by second factor. */
export const FACTOR_PARTS = [
  { kind: "SMS", label: "短信" },
  { kind: "SCAN", label: "扫码" },
  { kind: "FACE", label: "人脸" },
  { kind: "EMAIL", label: "电子邮箱" },
  { kind: "PASSWORD", label: "个人密码（旧版）" },
  { kind: "HANDLER_PASSWORD", label: "个人登录密码（旧版）" },
] as const;

const CLIENT_KINDS = { FIRST_PARTY: "本局系统", THIRD_PARTY: "第三方系统" } as const;

/** Whether people are asked before a client is told anything. */
export function clientKindLabel(kind: keyof typeof CLIENT_KINDS): string {
  return CLIENT_KINDS[kind];
}

const CLIENT_METHODS = {
  CLIENT_SECRET_BASIC: "客户端密钥（client_secret_basic）",
  PRIVATE_KEY_JWT: "私钥签名（private_key_jwt）",
} as const;

/** How a client authenticates itself. */
export function clientMethodLabel(method: keyof typeof CLIENT_METHODS): string {
  return CLIENT_METHODS[method];
}

/** The business (业务系统) a client performs, by the code its row keeps. */
export function businessSystemLabel(code: string | null): string {
  const known = code !== null && Object.hasOwn(BUSINESS_SYSTEMS, code);
  return known ? BUSINESS_SYSTEMS[code as BusinessSystem] : "—";
}
