import type { RegionProfile, ScanApp } from "@/lib/regions/types";

/** A phone application of the companion APP: those a bureau scans with, and those that only prove who someone is. */
export type PhoneApp = ScanApp | "ALIPAY" | "WECHAT";

const SLUGS: Record<PhoneApp, string> = {
  TAX: "tax",
  IIT: "iit",
  LICENSE: "license",
  ALIPAY: "alipay",
  WECHAT: "wechat",
};

const NAMES: Record<Exclude<PhoneApp, "TAX">, string> = {
  IIT: "个人所得税APP",
  LICENSE: "电子营业执照",
  ALIPAY: "支付宝",
  WECHAT: "微信",
};

export const PHONE_APPS = Object.keys(SLUGS) as readonly PhoneApp[];

/** First part of an application's addresses: `/app/{slug}`. */
export function appSlug(app: PhoneApp): string {
  return SLUGS[app];
}

/** The application of an address, undefined when there is none. */
export function findApp(slug: string): PhoneApp | undefined {
  return PHONE_APPS.find((app) => SLUGS[app] === slug);
}

/** What people call it; the tax APP has a name of its own in every bureau. */
export function appName(app: PhoneApp, region: Pick<RegionProfile, "taxAppName">): string {
  return app === "TAX" ? region.taxAppName : NAMES[app];
}

/** Whether one signs in to it; 支付宝 and 微信 stand in for their own sign-in and only look at the face. */
export function hasLogin(app: PhoneApp): app is ScanApp {
  return app !== "ALIPAY" && app !== "WECHAT";
}

/** Entries of its login: 个人所得税APP knows natural persons only, 电子营业执照 enterprises only (山东 14, 青岛 11). */
export function appEntries(app: PhoneApp): readonly ("ENTERPRISE" | "PERSON")[] {
  if (app === "TAX") return ["ENTERPRISE", "PERSON"];
  return app === "IIT" ? ["PERSON"] : ["ENTERPRISE"];
}

/** 扫脸验证: only 个人所得税APP has to be signed in first (西藏 一4, 山东 14). */
export function faceNeedsLogin(app: PhoneApp): boolean {
  return app === "IIT";
}

/** Applications that raise the real-name level in a bureau (实名等级, 西藏 二(一)3, 山东 3, 云南 2.4). */
export function realNameApps({
  realNameProviders,
}: Pick<RegionProfile, "realNameProviders">): readonly PhoneApp[] {
  const apps = { TAX_APP: "TAX", IIT_APP: "IIT", ALIPAY: "ALIPAY", WECHAT: "WECHAT" } as const;
  return realNameProviders.flatMap((provider) => (provider === "HALL" ? [] : [apps[provider]]));
}

/** The applications a bureau verifies faces with, and what people call them (扫码验证). */
export function faceAppsOf(region: RegionProfile): { app: PhoneApp; name: string }[] {
  return region.faceApps.map((app) => ({ app, name: appName(app, region) }));
}

/** Applications before whose camera somebody who registers proves their face: those that need no login (用户注册, R1). */
export function registrationApps(
  region: Pick<RegionProfile, "realNameProviders">,
): readonly PhoneApp[] {
  return realNameApps(region).filter((app) => !faceNeedsLogin(app));
}
