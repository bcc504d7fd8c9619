import { AUTOMATIC_FILING } from "@/lib/regions/filing-approval";
import { STEP_UP_FUNCTIONS } from "@/lib/regions/step-up-functions";
import type { RegionProfile } from "@/lib/regions/types";

/** 州市, in the order of their codes. */
const CITIES = [
  "昆明市",
  "曲靖市",
  "玉溪市",
  "保山市",
  "昭通市",
  "丽江市",
  "普洱市",
  "临沧市",
  "楚雄彝族自治州",
  "红河哈尼族彝族自治州",
  "文山壮族苗族自治州",
  "西双版纳傣族自治州",
  "大理白族自治州",
  "德宏傣族景颇族自治州",
  "怒江傈僳族自治州",
  "迪庆藏族自治州",
];

/** 云南省电子税务局. Source: 电子税务局优化企业用户登录方式操作指引. */
export const yunnan: RegionProfile = {
  slug: "yunnan",
  name: "云南",
  abbreviation: "云",
  bureauName: "国家税务总局云南省电子税务局",
  taxAppName: "云南税务APP",
  hotline: "12366",
  accent: "tea",
  defaultEntryStyle: "YUNNAN",
  dualTrack: {
    otherStyle: "UNIFIED",
    otherLabel: "新版登录",
    crossRegionIdentity: false,
    endsOn: null,
    unifiedSince: null,
  },
  scanLoginApps: [],
  faceApps: ["TAX"],
  lockScope: "ACCOUNT",
  unlockWays: ["FORGOT_PASSWORD"],
  initialPasswordRule: false,
  overseasRegistration: null,
  certificateLogin: true,
  recoveryProofs: "CODE_AND_REAL_NAME",
  taxAuthorities: CITIES.map((city) => `国家税务总局${city}税务局`),
  registrationBegins: "PHONE",
  realNameProviders: ["ALIPAY", "WECHAT"],
  defaultGrants: true,
  stepUpFunctions: STEP_UP_FUNCTIONS,
  filingApproval: AUTOMATIC_FILING,
  clientsRecogniseAgencies: false,
  agreementPasswords: false,
};
