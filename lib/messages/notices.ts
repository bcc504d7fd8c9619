import { PERSONNEL_NOTICES } from "@/lib/messages/personnel";
import { RELATION_NOTICES } from "@/lib/messages/relations";

type Params = Readonly<Record<string, string>>;
type Text = string | ((params: Params) => string);
type NoticeText = {
  title: string;
  text: Text;
  /** May be somebody else's doing: carries 「不是我本人操作」 (B4). */
  alert?: true;
};

/** What a person is told of their account and authorisations (A5): title and sentence of each kind of message. */
const NOTICES = {
  PASSWORD_CHANGED: {
    title: "密码已修改",
    text: "您的个人用户密码已修改，其他设备上的登录已结束",
    alert: true,
  },
  PASSWORD_RECOVERED: {
    title: "密码已重置",
    text: "您的个人用户密码已通过“忘记密码”重置，所有登录已结束",
    alert: true,
  },
  PHONE_ADDED: {
    title: "已添加手机号码",
    text: ({ phone = "" }) => `您的账户添加了手机号码${phone}`,
    alert: true,
  },
  PHONE_REMOVED: {
    title: "已删除手机号码",
    text: ({ phone = "" }) => `您的账户删除了手机号码${phone}`,
    alert: true,
  },
  PHONE_DEFAULT_CHANGED: {
    title: "默认手机号码已变更",
    text: ({ phone = "" }) => `您的默认手机号码已变更为${phone}`,
    alert: true,
  },
  PHONE_FOUND: {
    title: "已通过找回手机号码绑定新号码",
    text: ({ phone = "" }) => `您的账户通过“找回手机号码”绑定了手机号码${phone}`,
    alert: true,
  },
  PHONE_TAKEN_OVER: {
    title: "手机号码已由他人验证使用",
    text: ({ phone = "" }) =>
      `手机号码${phone}已由他人通过短信验证，不再属于您的账户。一个手机号码只能绑定一个人`,
    alert: true,
  },
  USERNAME_SET: {
    title: "用户名已设置",
    text: "您的账户设置了用户名，可用于登录",
    alert: true,
  },
  USERNAME_CHANGED: { title: "用户名已修改", text: "您的用户名已修改", alert: true },
  ACCOUNT_REGISTERED: { title: "注册成功", text: "您已注册全国电子税务局账户" },
  ENTERPRISE_PASSWORD_RECOVERED: {
    title: "企业密码已重置",
    text: ({ enterprise = "" }) =>
      `${enterprise}的企业密码已通过“忘记密码”重置，以企业密码登录的会话已结束`,
  },
  ENTERPRISE_PASSWORD_ISSUED: {
    title: "企业密码已由办税服务厅重置",
    text: ({ enterprise = "" }) =>
      `${enterprise}的企业密码已在办税服务厅重置，新密码在《电子税务局办税用户注册凭证》中，首次使用须修改`,
  },
  ENTERPRISE_PASSWORD_CHANGED: {
    title: "企业密码已修改",
    text: ({ enterprise = "" }) => `${enterprise}已修改办税服务厅发放的企业密码`,
  },
  ACCOUNT_UNLOCKED: {
    title: "账户已在办税服务厅解锁",
    text: "您的账户已在办税服务厅解锁，可以重新登录",
    alert: true,
  },
  SESSIONS_ENDED: {
    title: "登录已由办税服务厅结束",
    text: "您在所有电脑和手机上的登录已由办税服务厅结束，办理业务请重新登录",
    alert: true,
  },
  ACCOUNT_OPENED: {
    title: "账户已在办税服务厅开通",
    text: "您的全国电子税务局账户已开通。请在登录页通过“忘记密码”以短信验证设置您的个人用户密码",
  },
  ACCOUNT_OPENED_INITIAL: {
    title: "账户已在办税服务厅开通",
    text: "您的全国电子税务局账户已开通，初始密码为证件号码后六位（字母大写），首次登录须修改",
  },
  FILING_EFFECTIVE: {
    title: "申报事项已审核通过",
    text: ({ form = "", number = "" }) => `${form}（${number}）已由税务机关审核通过，即时生效`,
  },
  FILING_REJECTED: {
    title: "申报事项已退回",
    text: ({ form = "", number = "" }) => `${form}（${number}）已由税务机关退回，原因见该事项`,
  },
  FILING_VOID: {
    title: "申报事项已作废",
    text: ({ form = "", number = "" }) => `${form}（${number}）已由税务机关作废，原因见该事项`,
  },
  LEGAL_REPRESENTATIVE_REGISTERED: {
    title: "您已登记为法定代表人",
    text: ({ enterprise = "" }) => `您已登记为${enterprise}的法定代表人，可以该身份办理业务`,
  },
  ACCOUNT_CLOSED: {
    title: "账户已注销",
    text: "您的账户已注销，与企业的关联关系未解除",
    alert: true,
  },
  CORRECTION_REQUESTED: {
    title: "已提交更正申请",
    text: "您的账户提交了个人信息更正申请，办税服务厅核实后答复",
    alert: true,
  },
  CORRECTION_MADE: {
    title: "更正申请已办结",
    text: "您的个人信息更正申请已办结，信息已更正，答复见账户中心的“个人信息查询”",
    alert: true,
  },
  CORRECTION_REFUSED: {
    title: "更正申请未予更正",
    text: "您的个人信息更正申请未予更正，原因见账户中心的“个人信息查询”",
  },
  REAL_NAME_LEVEL_RAISED: {
    title: "实名等级已提升",
    text: "您已通过人脸识别认证，个人实名等级提升至四级",
    alert: true,
  },
  ACCOUNT_LOCKED: {
    title: "账户已锁定",
    text: "您的账户因连续失败5次已锁定，次日零时自动解锁。如不是您本人操作，建议修改密码",
  },
  ACCOUNT_UNLOCKED_BY_FACE: {
    title: "账户已通过扫脸解锁",
    text: "您的账户已通过扫脸认证解锁，可以重新登录",
    alert: true,
  },
  FACE_BEFORE_ADDING_ON: {
    title: "已设置被添加前须扫脸",
    text: "企业添加您为办税人员后，须扫脸认证才能确认",
  },
  FACE_BEFORE_ADDING_OFF: {
    title: "已取消被添加前须扫脸",
    text: "企业添加您为办税人员后，不再须扫脸认证即可确认",
    alert: true,
  },
  FACE_ENROLLED: { title: "人脸信息已采集", text: "您的账户采集了人脸信息", alert: true },
  FACE_DELETED: { title: "人脸信息已删除", text: "您的账户的人脸信息已删除", alert: true },
  NEW_DEVICE: {
    title: "新设备登录提醒",
    text: ({ devices = "", more = "" }) =>
      `您的账户在以前没有使用过的设备上登录：${devices}${more && `，另有${more}台新设备`}`,
    alert: true,
  },
  INCIDENT_OPENED: {
    title: "已受理“不是我本人操作”",
    text: ({ number = "" }) =>
      `您已报告“不是我本人操作”，报告编号${number}。所有登录已结束，下次登录须修改密码`,
  },
  ...RELATION_NOTICES,
  ...PERSONNEL_NOTICES,
  HANDLER_REGISTERED: {
    title: "有企业登记您为办税人员",
    text: ({ enterprise = "", role = "办税员" }) =>
      `${enterprise}将您登记为${role}。如属实，请以自然人业务登录，在【账户中心】-【企业授权管理】-【待确认授权】确认`,
  },
  HANDLER_DEREGISTERED: {
    title: "您的办税人员登记已移除",
    text: ({ enterprise = "" }) => `${enterprise}已从税务登记中移除您的办税人员信息`,
  },
} as const satisfies Record<string, NoticeText>;

export type NoticeKind = keyof typeof NOTICES;

/** The kinds whose message carries 「不是我本人操作」 (B4). */
export const ALERT_KINDS: readonly string[] = Object.entries<NoticeText>(NOTICES)
  .filter(([, { alert }]) => alert)
  .map(([kind]) => kind);

/** The title of a message. */
export function noticeTitle(kind: string): string {
  return isNoticeKind(kind) ? NOTICES[kind].title : "消息";
}

/** The sentence of a message. */
export function noticeText(kind: string, params: Params): string {
  if (!isNoticeKind(kind)) return "";
  const text: Text = NOTICES[kind].text;
  return typeof text === "string" ? text : text(params);
}

function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(NOTICES, kind);
}
