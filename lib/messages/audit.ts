/** What each recorded action (审计日志) is called on a page of the person or enterprise it concerns. */
const ACTIONS: Readonly<Record<string, string>> = {
  LOGIN: "登录",
  LOGIN_PASSWORD: "登录密码验证",
  LOGOUT: "退出登录",
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
  CONFIRM_RELATION: "确认企业授权",
  REPORT_INCIDENT: "报告“不是我本人操作”",
  DOWNLOAD_PERSONAL_DATA: "下载个人信息",
};

/** A recorded action by name; 其他操作 for one that has none yet. */
export function auditActionLabel(action: string): string {
  return Object.hasOwn(ACTIONS, action) ? (ACTIONS[action] ?? "") : "其他操作";
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
