/** Words of 无法进入业务系统, which only the server says. */
export const SIGN_IN_PROBLEM_ENGLISH = {
  无法进入业务系统: "The business system cannot be opened",
  "该业务系统没有在本局登记，或者已经停用。请从电子税务局首页进入，或联系该系统的管理人员。":
    "This business system is not registered with the bureau, or has been disabled. Open it from the home page of the tax bureau, or contact whoever runs it.",
  "该业务系统的返回地址没有登记，为了您的账户安全，没有继续。请联系该系统的管理人员。":
    "The address this business system wants you to return to is not registered. To keep your account safe we stopped here. Please contact whoever runs the system.",
  "授权页面已失效，请回到业务系统重新登录。":
    "The consent page is no longer valid. Go back to the business system and sign in again.",
  "登录请求已失效，或不是从这个浏览器开始的。请回到业务系统重新登录。":
    "The sign-in request has expired, or was not begun in this browser. Go back to the business system and sign in again.",
  返回电子税务局: "Back to the tax bureau",
} as const;
