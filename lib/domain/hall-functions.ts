import type { OfficerRole } from "@/lib/domain/officer-roles";

/** A function of the tax hall (办税服务厅): its name in the navigation, its address, and who may use it. */
type HallFunction = {
  label: string;
  href: string;
  /** What one does there, in a line. */
  hint: string;
  roles: readonly OfficerRole[];
};

const COUNTER_WORK: readonly OfficerRole[] = ["COUNTER", "SUPERVISOR"];
const SUPERVISORS: readonly OfficerRole[] = ["SUPERVISOR"];
const READERS: readonly OfficerRole[] = ["SUPERVISOR", "AUDITOR"];
const ALL: readonly OfficerRole[] = ["COUNTER", "SUPERVISOR", "AUDITOR"];

/** Every function of the hall in groups, as the navigation shows them (T1). */
export const HALL_FUNCTIONS: readonly { title: string; items: readonly HallFunction[] }[] = [
  { title: "工作台", items: [{ label: "首页", href: "/hall", hint: "全部业务", roles: ALL }] },
  {
    title: "人员",
    items: [
      {
        label: "人员查询",
        href: "/hall/people",
        hint: "证件号码或手机号码",
        roles: COUNTER_WORK,
      },
      {
        label: "实名信息采集",
        href: "/hall/collection",
        hint: "核对证件，拍摄照片",
        roles: COUNTER_WORK,
      },
      {
        label: "开户",
        href: "/hall/account-opening",
        hint: "为已采集的人员开通账户",
        roles: COUNTER_WORK,
      },
      {
        label: "更正申请",
        href: "/hall/corrections",
        hint: "个人信息有误，核实后更正",
        roles: COUNTER_WORK,
      },
      {
        label: "解锁",
        href: "/hall/unlock",
        hint: "连续失败而锁定的账户",
        roles: COUNTER_WORK,
      },
    ],
  },
  {
    title: "企业",
    items: [
      {
        label: "企业查询",
        href: "/hall/enterprises",
        hint: "纳税人识别号或名称",
        roles: COUNTER_WORK,
      },
      {
        label: "税务登记",
        href: "/hall/registration",
        hint: "登记企业及其人员",
        roles: COUNTER_WORK,
      },
      {
        label: "信息确认",
        href: "/hall/confirmation",
        hint: "新办纳税人套餐",
        roles: COUNTER_WORK,
      },
      {
        label: "事项审批",
        href: "/hall/filings",
        hint: "审核、作废企业报送的事项",
        roles: COUNTER_WORK,
      },
      {
        label: "解除关联关系",
        href: "/hall/relations",
        hint: "解除、冻结人员与企业的关联",
        roles: COUNTER_WORK,
      },
      {
        label: "密码重置",
        href: "/hall/password-reset",
        hint: "企业密码，打印注册凭证",
        roles: COUNTER_WORK,
      },
    ],
  },
  {
    title: "管理",
    items: [
      {
        label: "数据导入",
        href: "/hall/imports",
        hint: "登记数据的导入与导出",
        roles: COUNTER_WORK,
      },
      {
        label: "复核",
        href: "/hall/four-eyes",
        hint: "须由两人办理的业务",
        roles: COUNTER_WORK,
      },
      {
        label: "税务人员",
        href: "/hall/officers",
        hint: "添加、停用、重置密码",
        roles: SUPERVISORS,
      },
      {
        label: "业务系统",
        href: "/hall/clients",
        hint: "通过本平台登录的系统",
        roles: SUPERVISORS,
      },
    ],
  },
  {
    title: "公告与记录",
    items: [
      {
        label: "通知公告",
        href: "/hall/announcements",
        hint: "起草、定时发布、撤回",
        roles: COUNTER_WORK,
      },
      {
        label: "短信投递",
        href: "/hall/messages",
        hint: "短信是否送达，按日和逐条",
        roles: ALL,
      },
      {
        label: "审计日志",
        href: "/hall/audit",
        hint: "查询、校验、导出",
        roles: READERS,
      },
    ],
  },
];

/** The navigation of an officer: what their role may use. */
export function hallNavigation(role: OfficerRole) {
  return HALL_FUNCTIONS.map(({ title, items }) => ({
    title,
    items: items.filter(({ roles }) => roles.includes(role)),
  })).filter(({ items }) => items.length > 0);
}

/** The function a page of the hall belongs to: its own, or else the nearest above it. */
export function hallFunctionAt(path: string): HallFunction | undefined {
  return HALL_FUNCTIONS.flatMap(({ items }) => items)
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
