/** Words of 公众服务 and 通知公告, which their pages say on the server alone. */
export const SERVICES_ENGLISH = {
  "无需登录即可查看和办理。": "You can read and use these without signing in.",
  查询与办理: "Enquiries and services",
  账户服务: "Account services",
  "（只有中文）": " (in Chinese)",
  返回公众服务: "Back to public services",
  "{bureau}发布，无需登录即可查看。":
    "Published by {bureau}. You can read them without signing in.",
  "{moment} 发布": "Published {moment}",
  "公告按原文显示，只有中文。": "This announcement is shown as it was written, in Chinese.",
} as const;
