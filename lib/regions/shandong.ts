import { AUTOMATIC_FILING } from "@/lib/regions/filing-approval";
import { STEP_UP_FUNCTIONS } from "@/lib/regions/step-up-functions";
import type { RegionProfile } from "@/lib/regions/types";

/** 山东省电子税务局. Source: 新版登录方式常见问题解答, June 2023. */
export const shandong: RegionProfile = {
  slug: "shandong",
  name: "山东",
  abbreviation: "鲁",
  bureauName: "国家税务总局山东省电子税务局",
  taxAppName: "山东税务APP",
  hotline: "12366",
  accent: "cypress",
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
  lockScope: "LEVEL_AND_BELOW",
  unlockWays: ["FORGOT_PASSWORD", "FACE"],
  initialPasswordRule: false,
  overseasRegistration: [
    "FOREIGN_PASSPORT",
    "FOREIGN_WORK_PERMIT_A",
    "FOREIGN_WORK_PERMIT_B",
    "FOREIGN_WORK_PERMIT_C",
    "OTHER",
  ],
  certificateLogin: false,
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
