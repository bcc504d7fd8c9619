import { AUTOMATIC_FILING } from "@/lib/regions/filing-approval";
import { STEP_UP_FUNCTIONS } from "@/lib/regions/step-up-functions";
import type { RegionProfile } from "@/lib/regions/types";

/** 辽宁省电子税务局. Source: 电子税务局快速操作指引. */
export const liaoning: RegionProfile = {
  slug: "liaoning",
  name: "辽宁",
  abbreviation: "辽",
  bureauName: "国家税务总局辽宁省电子税务局",
  taxAppName: "移动办税APP",
  hotline: "12366",
  accent: "plain",
  defaultEntryStyle: "LIAONING",
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
  certificateLogin: false,
  recoveryProofs: "ONE",
  taxAuthorities: null,
  registrationBegins: "DOCUMENT",
  realNameProviders: ["HALL", "TAX_APP"],
  defaultGrants: false,
  stepUpFunctions: STEP_UP_FUNCTIONS,
  filingApproval: AUTOMATIC_FILING,
  clientsRecogniseAgencies: true,
  agreementPasswords: true,
};
