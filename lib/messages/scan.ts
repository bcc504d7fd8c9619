import type { Problem } from "@/lib/domain/result";

type Params = NonNullable<Problem["params"]>;

/** What keeps a scanned code from being used, and how a scan ended (Q2–Q4, B6). */
export const SCAN_MESSAGES = {
  TICKET_UNKNOWN: "没有找到这个二维码，请重新扫描网页上的二维码",
  TICKET_EXPIRED: "二维码已过期，请在网页上刷新后重新扫描",
  TICKET_CANCELLED: "本次操作已取消，如需继续请重新扫描",
  TICKET_USED: "二维码已使用，请重新扫描网页上的新二维码",
  TICKET_TAKEN: "二维码已被另一部手机扫描，请在网页上刷新后重新扫描",
  TICKET_WRONG_NUMBER: "所选数字与网页不一致，为保护您的账户，本次操作已取消",
  TICKET_OTHER_PERSON: "当前APP登录的不是网页上的本人，请由本人登录APP后重新扫描",
  TICKET_OTHER_BUREAU: ({ bureau = "" }: Params) =>
    `这是${bureau}的二维码，请在APP中切换到该地区并登录后重新扫描`,
  PROVIDER_CONSENT: "请先同意提供姓名和证件号码，再进行实名认证",
  PROVIDER_DOCUMENT: "该方式不支持您的证件类型，请选择其他方式，或携带身份证件到办税服务厅办理",
  APP_NOT_OFFERED: "该地区不支持使用这个APP扫描",
  IIT_NOT_REAL_NAMED:
    "使用个人所得税APP扫码登录，需先在电子税务局和个人所得税APP都完成注册和实名认证",
  NOT_LICENSE_HOLDER: "您不是该企业电子营业执照的持照人",
  LICENSE_HOLDER_ONLY: "电子营业执照由法定代表人或其委托的财务负责人使用",
  ENTRY_NOT_OFFERED: "该APP不支持这个登录入口",
  UNLOCKED: "账号已解锁，请重新登录",
  PICTURE_TOO_LARGE: "照片太大，请重新拍摄或选择较小的照片",
  ALREADY_COLLECTED: "您已采集人脸实名信息，无需重复采集",
  CAMERA_UNAVAILABLE: "无法使用摄像头，请在手机设置中允许本页面使用摄像头后重试",
} as const;
