import { AUTOMATIC_FILING } from "@/lib/regions/filing-approval";
import type { RegionProfile } from "@/lib/regions/types";

/** 西藏自治区电子税务局. Source: the bureau's questions and answers on its new login (新版登录问题). */
export const xizang: RegionProfile = {
  slug: "xizang",
  name: "西藏",
  abbreviation: "藏",
  bureauName: "国家税务总局西藏自治区电子税务局",
  taxAppName: "西藏税务APP",
  hotline: "12366",
  accent: "glacier",
  defaultEntryStyle: "UNIFIED",
  dualTrack: {
    otherStyle: "LIAONING",
    otherLabel: "旧版登录",
    crossRegionIdentity: true,
    endsOn: null,
    unifiedSince: null,
  },
  scanLoginApps: ["TAX", "IIT"],
  faceApps: ["TAX", "IIT"],
  lockScope: "ACCOUNT",
  unlockWays: ["FORGOT_PASSWORD"],
  initialPasswordRule: false,
  overseasRegistration: null,
  certificateLogin: false,
  recoveryProofs: "ONE",
  taxAuthorities: null,
  registrationBegins: "DOCUMENT",
  realNameProviders: ["TAX_APP", "IIT_APP"],
  defaultGrants: true,
  stepUpFunctions: [],
  filingApproval: AUTOMATIC_FILING,
  clientsRecogniseAgencies: false,
  agreementPasswords: false,
};
