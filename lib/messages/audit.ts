/** What each recorded action (审计日志) is called on a page of the person or enterprise it concerns. */
const ACTIONS: Readonly<Record<string, string>> = {
  LOGIN: "登录",
  LOGIN_PASSWORD: "登录密码验证",
  LOGIN_CERTIFICATE: "证书登录验证",
  LOGOUT: "退出登录",
  CONSENT_TO_CLIENT: "同意外部系统使用个人信息",
  ROTATE_OIDC_KEY: "更换单点登录签名密钥",
  REGISTER: "用户注册",
  REGISTER_PASSWORD: "企业用户注册的密码验证",
  BIND_ENTERPRISE: "企业用户注册绑定企业",
  SWITCH_IDENTITY: "身份切换",
  END_SESSION: "退出其他设备上的登录",
  END_OTHER_SESSIONS: "退出其他所有登录",
  SCAN: "扫码",
  UNLOCK: "刷脸解锁",
  FACE_CHECK: "人脸核验",
  ENROL_FACE: "采集人脸信息",
  DELETE_FACE: "删除人脸信息",
  RAISE_REAL_NAME_LEVEL: "提升实名等级",
  CHANGE_INITIAL_PASSWORD: "修改须更换的密码",
  CHANGE_PASSWORD: "修改密码",
  RECOVER_PASSWORD: "通过“忘记密码”重置密码",
  SET_USERNAME: "设置用户名",
  CHANGE_USERNAME: "修改用户名",
  ADD_PHONE: "添加手机号码",
  REMOVE_PHONE: "删除手机号码",
  SET_DEFAULT_PHONE: "设置默认手机号码",
  FIND_PHONE: "找回手机号码",
  FIND_PHONE_PASSWORD: "找回手机号码的密码验证",
  CLOSE_ACCOUNT: "用户注销",
  APPLY_FOR_AUTHORIZATION: "申请企业授权",
  ADD_HANDLER: "添加办税人员",
  WITHDRAW_AUTHORIZATION: "撤回企业授权",
  CONFIRM_RELATION: "确认企业授权",
  REJECT_AUTHORIZATION: "拒绝企业授权",
  REMOVE_OWN_RELATION: "解除与企业的关联关系",
  REMOVE_RELATION: "删除办税人员",
  FREEZE_RELATION: "冻结办税人员",
  UNFREEZE_RELATION: "解冻办税人员",
  GRANT_FUNCTIONS: "变更功能授权",
  CHANGE_RELATION_PERIOD: "变更授权有效期",
  HAND_OVER_RELATION: "发起办税交接",
  CLEAR_RELATION_RECORD: "清除授权记录",
  EXPIRE_RELATION: "企业授权到期",
  SAVE_PERMISSION_IDENTITY: "保存权限身份",
  DELETE_PERMISSION_IDENTITY: "删除权限身份",
  REQUEST_FUNCTION: "申请功能授权",
  SET_FACE_BEFORE_ADDING: "设置被添加前须扫脸",
  REPORT_INCIDENT: "报告“不是我本人操作”",
  LEGACY_LOGIN: "旧版登录",
  LEGACY_ENTERPRISE_PASSWORD: "旧版登录：企业密码",
  LEGACY_HANDLER_PASSWORD: "旧版登录：个人登录密码",
  LEGACY_AGREEMENT_PASSWORD: "旧版登录：协议密码",
  LEGACY_SYNCHRONIZE: "同步办税人",
  LEGACY_SET_HANDLER_PASSWORD: "设置个人登录密码",
  BIND_PASSWORD: "绑定自然人密码",
  UNBIND_PASSWORD: "解绑自然人密码",
  RESET_HANDLER_PASSWORD: "重置个人登录密码",
  CHANGE_HANDLER_PASSWORD: "修改个人登录密码",
  CHANGE_ENTERPRISE_PASSWORD: "修改企业密码",
  RECOVER_ENTERPRISE_PASSWORD: "找回企业密码",
  SOCIAL_INSURANCE_HANDOVER: "转入社会保险费征收系统",
  STEP_UP: "办理业务前短信验证",
  FILE_NEW_TAXPAYER: "确认新办纳税人套餐",
  FILE_HANDLER_CHANGE: "变更税务登记办税人员信息",
  FILE_AGENCY_INFORMATION: "报送涉税专业服务机构（人员）基本信息",
  FILE_AGREEMENT: "报送涉税专业服务协议要素信息",
  FILE_AGREEMENT_CHANGE: "变更或终止涉税专业服务协议",
  FILE_CROSS_REGION_REPORT: "报告跨区域涉税事项",
  FILE_PROPERTY_SOURCE: "登记跨区域财产税源",
  WITHDRAW_FILING: "撤回申报事项",
  RECOGNISE_AGENCY: "认定代理机构",
  WITHDRAW_RECOGNITION: "取消认定代理机构",
  DOWNLOAD_PERSONAL_DATA: "下载个人信息",
  REQUEST_CORRECTION: "提交更正申请",
  WITHDRAW_CORRECTION: "撤回更正申请",
  DECIDE_CORRECTION: "办理更正申请",
  VERIFY_CODE: "验证码验证",
  LOCK_ACCOUNT: "账户锁定",
  SEARCH_AUDIT_TRAIL: "查阅审计日志",
  EXPORT_AUDIT_TRAIL: "导出审计日志",
  VERIFY_AUDIT_TRAIL: "校验审计日志",
  SAVE_ANNOUNCEMENT: "编辑通知公告",
  PUBLISH_ANNOUNCEMENT: "发布通知公告",
  WITHDRAW_ANNOUNCEMENT: "撤回通知公告",
  BEGIN_IMPORT: "新建数据导入",
  CANCEL_IMPORT: "放弃数据导入",
  APPLY_IMPORT: "数据导入生效",
  ROTATE_KEYS: "密钥轮换",
  ROTATE_INDEX_KEY: "更换索引密钥",
  PURGE: "清理到期数据",
  EXPORT_REGISTRY: "导出登记数据",
  OFFICER_LOGIN: "税务人员登录",
  OFFICER_LOGIN_PASSWORD: "税务人员登录密码验证",
  OFFICER_LOGOUT: "税务人员退出登录",
  SET_OFFICER_PASSWORD: "税务人员设置密码",
  ADD_OFFICER: "添加税务人员",
  DISABLE_OFFICER: "停用税务人员",
  ENABLE_OFFICER: "启用税务人员",
  RESET_OFFICER: "重置税务人员密码",
  SET_OFFICER_DOCUMENT: "登记税务人员证件号码",
  ADD_OIDC_CLIENT: "登记业务系统客户端",
  CHANGE_OIDC_CLIENT: "修改业务系统客户端",
  DISABLE_OIDC_CLIENT: "停用业务系统客户端",
  ENABLE_OIDC_CLIENT: "启用业务系统客户端",
  RENEW_OIDC_SECRET: "更换业务系统客户端密钥",
  REFUSE_OIDC_CLIENT: "业务系统客户端认证多次失败",
  REQUEST_FOUR_EYES: "提交复核申请",
  APPROVE_FOUR_EYES: "复核同意",
  REFUSE_FOUR_EYES: "复核不同意",
  WITHDRAW_FOUR_EYES: "撤回复核申请",
  LOOK_UP_PERSON: "税务人员查询人员",
  LOOK_UP_ENTERPRISE: "税务人员查询企业",
  COLLECT_REAL_NAME: "办税服务厅采集实名信息",
  OPEN_ACCOUNT: "办税服务厅开户",
  UNLOCK_ACCOUNT: "办税服务厅解锁账户",
  REGISTER_ENTERPRISE: "办税服务厅税务登记",
  REGISTER_PERSON: "办税服务厅登记人员",
  CONFIRM_ENTERPRISE: "办税服务厅信息确认",
  APPROVE_FILING: "审核通过申报事项",
  REJECT_FILING: "退回申报事项",
  VOID_FILING: "作废申报事项",
  ISSUE_VOUCHER: "办税服务厅重置企业密码",
  PRINT_VOUCHER: "打印注册凭证",
  OWN_CASE: "税务人员办理本人业务",
  CHANGE_ISSUED_PASSWORD: "首次使用时修改企业密码",
};

/** A recorded action by name; 其他操作 for one that has none yet. */
export function auditActionLabel(action: string): string {
  return Object.hasOwn(ACTIONS, action) ? (ACTIONS[action] ?? "") : "其他操作";
}

/** Every action that has a name, for a list to choose from. */
export const AUDIT_ACTION_CHOICES = Object.entries(ACTIONS).map(([value, label]) => ({
  value,
  label,
}));

const CHAIN_BREAKS = {
  CHANGED: "内容与写入时不符",
  MISSING: "缺失",
  LINK: "与前一条不衔接，其中一条被改动、删除或调换",
  CUT_OFF: "与记录的末条不符，日志末尾被截断或改动",
  SURPLUS: "不在哈希链中，是另外写入的",
} as const;

/** What is wrong with an event of the audit trail, in words (校验审计日志). */
export function auditBreakText(kind: keyof typeof CHAIN_BREAKS, sequence: number): string {
  return `第${sequence}条${CHAIN_BREAKS[kind]}`;
}

/** How it ended. */
export function auditOutcomeLabel(outcome: string): string {
  return outcome === "OK" ? "成功" : "未通过";
}

/** Who did it, as the person it concerns is told: names of others are not theirs to see. */
export function auditActorLabel(actorKind: string, own: boolean): string {
  if (own) return "本人";
  if (actorKind === "OFFICER") return "税务人员";
  return actorKind === "SYSTEM" ? "系统" : "其他人员";
}
