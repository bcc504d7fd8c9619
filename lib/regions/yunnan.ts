import { AUTOMATIC_FILING } from "@/lib/regions/filing-approval";
import { STEP_UP_FUNCTIONS } from "@/lib/regions/step-up-functions";
import type { RegionProfile } from "@/lib/regions/types";

/** Tax bureaus of the 州市, in the order of their codes. */
const TAX_AUTHORITIES = [
  "国家税务总局昆明市税务局",
  "国家税务总局曲靖市税务局",
  "国家税务总局玉溪市税务局",
  "国家税务总局保山市税务局",
  "国家税务总局昭通市税务局",
  "国家税务总局丽江市税务局",
  "国家税务总局普洱市税务局",
  "国家税务总局临沧市税务局",
  "国家税务总局楚雄彝族自治州税务局",
  "国家税务总局红河哈尼族彝族自治州税务局",
  "国家税务总局文山壮族苗族自治州税务局",
  "国家税务总局西双版纳傣族自治州税务局",
  "国家税务总局大理白族自治州税务局",
  "国家税务总局德宏傣族景颇族自治州税务局",
  "国家税务总局怒江傈僳族自治州税务局",
  "国家税务总局迪庆藏族自治州税务局",
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
  taxAuthorities: TAX_AUTHORITIES,
  registrationBegins: "PHONE",
  realNameProviders: ["ALIPAY", "WECHAT"],
  defaultGrants: true,
  stepUpFunctions: STEP_UP_FUNCTIONS,
  filingApproval: AUTOMATIC_FILING,
  clientsRecogniseAgencies: false,
  agreementPasswords: false,
};
