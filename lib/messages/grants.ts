/** What keeps a manager from adding users or granting them functions (授权信息, 云南 3). */
export const GRANTS_MESSAGES = {
  GRANTS_ELSEWHERE: "本地电子税务局没有“授权信息”，请在账户中心“人员权限管理”中办理",
  GRANTS_SMS_FIRST: "您以两个密码登录，办理授权前请先完成短信验证",
  USER_NOT_COLLECTED:
    "没有找到该人员，或该人员尚未采集实名信息。请核对姓名和证件号码，并请其先完成实名采集",
  USER_ASKS_FOR_FACE: "该人员要求添加前本人扫脸，请由其本人办理“企业用户注册”",
  USER_EXISTS: "该人员已经是本企业的用户，可以直接授权",
} as const satisfies Record<string, string>;
