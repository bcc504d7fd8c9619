import { AUTOMATIC_FILING } from "@/lib/regions/filing-approval";
import { STEP_UP_FUNCTIONS } from "@/lib/regions/step-up-functions";
import type { RegionProfile } from "@/lib/regions/types";

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
  realNameProviders: ["ALIPAY", "WECHAT"],
  defaultGrants: true,
  stepUpFunctions: STEP_UP_FUNCTIONS,
  filingApproval: AUTOMATIC_FILING,
  clientsRecogniseAgencies: false,
  agreementPasswords: false,
};
