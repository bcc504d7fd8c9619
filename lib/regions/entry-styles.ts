import type { EntryStyle, RegionProfile } from "@/lib/regions/types";

/** Words of an old entry (旧版登录); its steps are the same everywhere. */
export type LegacyStyle = {
  enterpriseTab: string;
  personTab: string;
  agencyTab: string;
  /** Heading of the choice of a person. */
  peopleHeading: string;
  smsTab: string;
  passwordTab: string;
  /** 企业人员维护 belongs to this style (辽宁 三). */
  personnel?: true;
};

/** The old styles there are, as data: another one is another row (辽宁 二). */
const LEGACY_STYLES: Partial<Record<EntryStyle, LegacyStyle>> = {
  LIAONING: {
    enterpriseTab: "企业登录",
    personTab: "自然人登录",
    agencyTab: "代理机构登录",
    peopleHeading: "选择办税人员",
    smsTab: "短信登录",
    passwordTab: "密码登录",
    personnel: true,
  },
};

type Profile = Pick<RegionProfile, "defaultEntryStyle" | "dualTrack">;

/** A bureau's old entry; null when it has none, or none that is built. */
export function legacyStyleOf({ defaultEntryStyle, dualTrack }: Profile): LegacyStyle | null {
  return LEGACY_STYLES[defaultEntryStyle] ?? LEGACY_STYLES[dualTrack.otherStyle] ?? null;
}

/** Whether the old entry is closed on a day (YYYY-MM-DD, Asia/Shanghai): `endsOn` is the first day without it (双轨运行). */
export function legacyEnded({ dualTrack }: Profile, day: string): boolean {
  return dualTrack.endsOn !== null && dualTrack.endsOn <= day;
}

/** Whether `/R/login` is the old entry: the bureau's own style while it lasts, the unified one otherwise (N0.3). */
export function opensWithLegacy(region: Profile, day: string): boolean {
  return LEGACY_STYLES[region.defaultEntryStyle] !== undefined && !legacyEnded(region, day);
}

/** Whether the unified login is what `/R/login` always shows, so that it can be a file. */
export function alwaysUnified({ defaultEntryStyle }: Profile): boolean {
  return LEGACY_STYLES[defaultEntryStyle] === undefined;
}

/** 新办纳税人请使用新版登录: whether an enterprise confirmed on this day came too late for the old entry (山东 10). */
export function isNewTaxpayer({ dualTrack }: Profile, confirmedOn: string | null): boolean {
  const { unifiedSince } = dualTrack;
  return unifiedSince !== null && confirmedOn !== null && confirmedOn >= unifiedSince;
}
