/** What keeps a business system from being told who signs in (单点登录). */
export const OIDC_MESSAGES = {
  CONSENT_OVER: "授权页面已失效，请回到业务系统重新登录",
} as const;
