import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** What keeps something from being done in 企业人员维护 (OL5), and where to go instead. */
export const PERSONNEL_MESSAGES = {
  PERSONNEL_ELSEWHERE: "本局不使用企业人员维护，请在“人员权限管理”中办理",
  SMS_STEP_UP_REQUIRED: "您以密码方式登录，办理前请先完成短信验证",
  HANDLER_NOT_COLLECTED_HERE:
    "没有找到该人员。办税人员须是税务登记中的办税人员，并已完成实名信息采集，请核对姓名、证件类型和证件号码",
  HANDLER_SET_UP_ALREADY: "该人员已是本企业的办税人员，不需要重复添加；忘记密码的，可以重置",
  FACE_ASKED_BEFORE_ADDING:
    "该人员已设置被添加前须扫脸，请在新版登录的“人员权限管理”中添加，由其本人确认",
  PERMISSIONS_REQUIRED: "请至少勾选一项身份信息或管理权限，否则该人员没有可用的功能",
  MANAGER_KEEPS_OWN_PASSWORD: "法定代表人、财务负责人的个人登录密码由其本人或法定代表人管理",
  RESET_OWN_PASSWORD: "不能重置自己的密码，请使用“修改密码”",
  NOT_SET_UP_HERE: "该人员尚未添加，请先添加办税人员",
  PASSWORD_BOUND_ALREADY: "该人员已经绑定",
  PASSWORD_NOT_BOUND: "该人员没有绑定",
  BINDING_NEEDS_ACCOUNT: "不能绑定：该人员没有自然人账户，请其本人先完成用户注册",
  RESET_WHILE_BOUND: "已绑定，不能重置：登录使用其自然人密码，请其本人通过“忘记密码”找回，或先解绑",
  OLD_ENTERPRISE_PASSWORD_WRONG: ({ left = 0 }: Params) => `旧企业密码错误，今日还可尝试${left}次`,
  OLD_HANDLER_PASSWORD_WRONG: ({ left = 0 }: Params) =>
    `旧密码错误，今日还可尝试${left}次。请填写个人登录密码，不是企业密码`,
  HANDLER_PASSWORD_IS_BOUND: "您已绑定自然人密码，请在新版登录的账户中心修改个人用户密码",
  ENTERPRISE_PASSWORD_IS_OWN: "企业密码不能与您的个人登录密码相同",
} satisfies Record<string, string | ((params: Params) => string)>;

type NoticeParams = Readonly<Record<string, string>>;

const where = ({ enterprise = "", role = "" }: NoticeParams) => `“${enterprise}”的${role}`;

/** What people are told of 企业人员维护 (A5). */
export const PERSONNEL_NOTICES = {
  LEGACY_HANDLER_ADDED: {
    title: "企业在旧版登录中添加了您",
    text: (params: NoticeParams) =>
      `您被添加为${where(params)}，目前只能由旧版登录办税。首次以密码登录须改为您自己的个人登录密码。其他登录方式须由您在账户中心“企业授权管理”中确认；不知情的请拒绝`,
  },
  HANDLER_PASSWORD_RESET: {
    title: "个人登录密码已重置",
    text: (params: NoticeParams) =>
      `您作为${where(params)}的个人登录密码已由企业管理人员重置，${params.hours}小时内有效，首次使用须立即修改。不知情的请联系企业`,
  },
  HANDLER_PASSWORD_CHANGED: {
    title: "个人登录密码已修改",
    text: (params: NoticeParams) =>
      `您作为${where(params)}的个人登录密码已修改，以原密码登录的其他会话已结束`,
  },
  PASSWORD_BOUND: {
    title: "旧版登录已绑定自然人密码",
    text: (params: NoticeParams) =>
      `您作为${where(params)}在旧版登录时，今后使用您的自然人登录密码。企业不知道也看不到该密码`,
  },
  PASSWORD_UNBOUND: {
    title: "旧版登录已解除绑定",
    text: (params: NoticeParams) =>
      `您作为${where(params)}在旧版登录时，恢复使用原来的个人登录密码`,
  },
  ENTERPRISE_PASSWORD_REPLACED: {
    title: "企业密码已修改",
    text: (params: NoticeParams) =>
      `${params.enterprise}的企业密码已在企业人员维护中修改，以原企业密码登录的其他会话已结束`,
  },
} as const;
