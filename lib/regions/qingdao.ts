import { AUTOMATIC_FILING } from "@/lib/regions/filing-approval";
import { STEP_UP_FUNCTIONS } from "@/lib/regions/step-up-functions";
import type { RegionProfile } from "@/lib/regions/types";

/** 青岛市电子税务局. Source: 新版登录方式常见问题解答; where it breaks off (question 14) as 西藏. */
export const qingdao: RegionProfile = {
  slug: "qingdao",
  name: "青岛",
  abbreviation: "青岛",
  bureauName: "国家税务总局青岛市电子税务局",
  taxAppName: "青岛税务APP（手机税税通）",
  hotline: "12366",
  accent: "sea",
  defaultEntryStyle: "UNIFIED",
  dualTrack: {
    otherStyle: "LIAONING",
    otherLabel: "旧版登录",
    crossRegionIdentity: true,
    endsOn: null,
    unifiedSince: null,
  },
  scanLoginApps: ["TAX", "IIT", "LICENSE"],
  faceApps: ["TAX", "IIT"],
  lockScope: "ACCOUNT",
  unlockWays: ["FORGOT_PASSWORD"],
  initialPasswordRule: true,
  overseasRegistration: null,
  certificateLogin: true,
  recoveryProofs: "ONE",
  taxAuthorities: null,
  registrationBegins: "DOCUMENT",
  realNameProviders: ["TAX_APP"],
  defaultGrants: true,
  stepUpFunctions: STEP_UP_FUNCTIONS,
  filingApproval: AUTOMATIC_FILING,
  clientsRecogniseAgencies: false,
  agreementPasswords: false,
};
