import { formatDay, formatMoment } from "@/lib/domain/china-time";
import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** Why something cannot be done to an authorisation, and where to go instead (E1, E2, A4, B9, B10, B13). */
export const RELATION_MESSAGES = {
  ONLY_MANAGERS: "只有法定代表人和财务负责人可以管理本企业的办税人员",
  PERSON_SIDE_ONLY: "该操作由办税人员本人在“企业授权管理”中办理",
  OWN_AUTHORIZATION: "不能办理自己的授权，请由另一位管理人员办理",
  LEGAL_REPRESENTATIVE_REGISTERED:
    "法定代表人以登记机关的数据为准，不能在此办理；需要变更的，请先向登记机关办理变更登记",
  FINANCE_MANAGER_STAYS:
    "财务负责人不能删除自己；请由法定代表人删除，或到主管税务机关办理财务负责人变更",
  FINANCE_MANAGER_CANNOT_REFUSE:
    "财务负责人由企业向税务机关报告，只能确认，不能拒绝；信息有误的，请联系企业办理变更税务登记",
  FINANCE_MANAGER_BY_LEGAL_REPRESENTATIVE: "财务负责人的授权由法定代表人办理",
  MANAGERS_HAVE_ALL_FUNCTIONS: "法定代表人和财务负责人拥有全部功能，不需要授权",
  ROLE_REGISTERED: "该身份由税务登记确定；需要变更的，请办理变更税务登记",
  AGENT_BY_AGREEMENT: "涉税代理人员由涉税专业服务协议确定，请由代理机构变更或终止协议",
  NOT_REGISTERED_YET: "该人员尚未注册，注册后由其本人确认",
  OTHER_SIDE_DECIDES: "该授权正在等待对方确认",
  STILL_WAITING: "该授权尚待确认",
  ALREADY_CONFIRMED: "该授权已经确认，请刷新页面查看",
  RELATION_ENDED: "该授权已经结束，请刷新页面查看",
  RELATION_NOT_ENDED: "只能清除已经结束的记录",
  ALREADY_FROZEN: "该人员已经冻结",
  NOT_FROZEN: "该人员没有被冻结",
  RELATION_CHANGED: "该授权刚刚发生了变化，请刷新页面后重试",
  AUTHORIZATION_NOT_FOUND: "没有找到该授权，或它不属于您和您当前办理的企业",
  FACE_BEFORE_ACCEPTING: "您已设置被添加前须扫脸，请先完成扫脸认证，再点击“确认”",
  FACE_BEFORE_CHANGING: "关闭该设置前，请先完成扫脸认证",

  HANDLER_NOT_REGISTERED: "该办税人员尚未注册，请先完成自然人用户注册",
  HANDLER_ATTEMPTS_EXCEEDED: ({ retryAt }: Params) =>
    `添加失败次数过多，请核对姓名和证件号码，于${formatMoment(new Date(String(retryAt)))}后重试`,
  APPLICATIONS_EXCEEDED: ({ retryAt }: Params) =>
    `申请次数过多，请于${formatMoment(new Date(String(retryAt)))}后重试`,
  REAL_NAME_REQUIRED: "您的账户尚未采集实名信息，请先到办税服务场所采集，再申请企业授权",
  RELATION_EXISTS: "该身份已经授权，不需要重复办理",
  RELATION_WAITS_ALREADY: "该身份已有一条待确认的授权，请在“待确认授权”中处理",
  PERIOD_REVERSED: "有效期止不能早于有效期起",
  SUCCESSOR_IS_SAME: "接替人不能是交接人本人",

  FUNCTIONS_REQUIRED: "请至少勾选一项功能",
  FUNCTION_UNKNOWN: "所选功能不存在，请刷新页面后重试",
  PERMISSION_IDENTITY_EXISTS: "已有同名的权限身份，请换一个名称",
  PERMISSION_IDENTITY_NOT_FOUND: "没有找到该权限身份，可能已被删除，请刷新页面",
  FUNCTION_ALREADY_GRANTED: "您已经可以使用该功能，请刷新页面",
} as const satisfies Record<string, string | ((params: Params) => string)>;

type NoticeParams = Readonly<Record<string, string>>;

const who = ({ person = "", role = "" }: NoticeParams) => `${person}（${role}）`;
const what = ({ enterprise = "", role = "" }: NoticeParams) => `“${enterprise}”的${role}`;

/** What people and managers are told of authorisations (A5): to the person by enterprise and role, to managers by person. */
export const RELATION_NOTICES = {
  AUTHORIZATION_OFFERED: {
    title: "企业为您授权",
    text: (params: NoticeParams) =>
      `您被添加为${what(params)}，请登录自然人业务，在账户中心“企业授权管理”中确认。如不是您本人知情的授权，请拒绝`,
  },
  AUTHORIZATION_RECALLED: {
    title: "企业已撤回授权",
    text: (params: NoticeParams) => `企业撤回了将您添加为${what(params)}的授权`,
  },
  AUTHORIZATION_CONFIRMED: {
    title: "办税人员已确认授权",
    text: (params: NoticeParams) => `${who(params)}已确认“${params.enterprise}”的授权`,
  },
  AUTHORIZATION_REFUSED: {
    title: "办税人员已拒绝授权",
    text: (params: NoticeParams) => `${who(params)}拒绝了“${params.enterprise}”的授权`,
  },
  APPLICATION_MADE: {
    title: "有人申请企业授权",
    text: (params: NoticeParams) =>
      `${who(params)}申请成为“${params.enterprise}”的办税人员，请在“人员权限管理”中确认`,
  },
  APPLICATION_WITHDRAWN: {
    title: "授权申请已撤回",
    text: (params: NoticeParams) => `${who(params)}撤回了对“${params.enterprise}”的授权申请`,
  },
  APPLICATION_AGREED: {
    title: "授权申请已同意",
    text: (params: NoticeParams) => `企业同意了您的申请，您已成为${what(params)}`,
  },
  APPLICATION_REFUSED: {
    title: "授权申请未获同意",
    text: (params: NoticeParams) => `企业没有同意您成为${what(params)}的申请`,
  },
  RELATION_REMOVED: {
    title: "企业授权已解除",
    text: (params: NoticeParams) => `您不再是${what(params)}，不能再以该身份办理业务`,
  },
  HANDLER_LEFT: {
    title: "办税人员已解除关联关系",
    text: (params: NoticeParams) => `${who(params)}已解除与“${params.enterprise}”的关联关系`,
  },
  RELATION_FROZEN: {
    title: "企业授权已冻结",
    text: (params: NoticeParams) => `您作为${what(params)}的授权已被冻结，解冻前不能办理业务`,
  },
  RELATION_UNFROZEN: {
    title: "企业授权已解冻",
    text: (params: NoticeParams) => `您作为${what(params)}的授权已解冻`,
  },
  FUNCTIONS_GRANTED: {
    title: "功能权限已变更",
    text: (params: NoticeParams) => `您作为${what(params)}可以使用的功能已变更，立即生效`,
  },
  PERIOD_CHANGED: {
    title: "授权有效期已变更",
    text: (params: NoticeParams) => `您作为${what(params)}的有效期已变更为${period(params)}`,
  },
  RELATION_EXPIRING: {
    title: "企业授权即将到期",
    text: (params: NoticeParams) =>
      `您作为${what(params)}的授权将于${formatDay(params.validTo ?? "")}到期，需要继续办理的，请联系企业延长`,
  },
  HANDLER_EXPIRING: {
    title: "办税人员授权即将到期",
    text: (params: NoticeParams) =>
      `${who(params)}对“${params.enterprise}”的授权将于${formatDay(params.validTo ?? "")}到期，可在“人员权限管理”中修改有效期`,
  },
  RELATION_EXPIRED: {
    title: "企业授权已到期",
    text: (params: NoticeParams) => `您作为${what(params)}的授权已到期，自动失效`,
  },
  HANDED_OVER: {
    title: "办税事项已交接",
    text: (params: NoticeParams) => `您作为${what(params)}的授权已由接替人接手，您的授权已解除`,
  },
  HANDOVER_STARTED: {
    title: "企业发起了办税交接",
    text: (params: NoticeParams) =>
      `企业已将您作为${what(params)}的事项交接给他人，对方确认后您的授权解除`,
  },
  FUNCTION_REQUESTED: {
    title: "办税人员申请功能授权",
    text: (params: NoticeParams) =>
      `${who(params)}申请使用“${params.enterprise}”的“${params.function}”功能，请在“人员权限管理”中办理`,
  },
} as const;

export type RelationNotice = keyof typeof RELATION_NOTICES;

function period({ validFrom = "", validTo = "" }: NoticeParams): string {
  return `${formatDay(validFrom)}至${validTo ? formatDay(validTo) : "长期"}`;
}
