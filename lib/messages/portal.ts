/** How a session ended, and why a signed-in person cannot do something (L9, B14). */
export const PORTAL_MESSAGES = {
  SIGNED_OUT_BY_YOU: "您已安全退出",
  SESSION_ENDED: "由于长时间未操作或已达到登录时限，登录已结束，请重新登录",
  FOR_PERSONS: "该功能由自然人本人办理，企业身份不能使用",
  FOR_ENTERPRISES: "该功能需要以企业、委托企业或跨区域项目的身份办理",
  NOT_GRANTED: "您的当前身份还没有获得该功能的授权",
  PROJECTS_NOT_FOR_AGENTS: "代理业务只能在委托企业之间切换，不能切换项目",
  PINS_FULL: "最多置顶10个身份，请先取消其他置顶",
} as const;
