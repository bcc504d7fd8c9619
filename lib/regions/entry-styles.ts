import { legacyRelationProblem, type PeopleRule } from "@/lib/domain/legacy-rules";
import type { EntryStyle, RegionProfile } from "@/lib/regions/types";

/** Ways into the enterprise entry of an old style: by 企业密码, in one form, by a certificate, or to a cross-region project. */
export type EnterpriseWay = "ORDINARY" | "QUICK" | "CERTIFICATE" | "TAX_DEVICE" | "CROSS_REGION";

/** Words of an old entry (旧版登录) and whom it offers; its steps are the same everywhere. */
export type LegacyStyle = {
  enterpriseTab: string;
  personTab: string;
  /** Null: agencies use the unified login. */
  agencyTab: string | null;
  /** The ways in, by their names, and how one is chosen among them. */
  ways: readonly { way: EnterpriseWay; label: string }[];
  waysShownAs: "RADIOS" | "TABS";
  /** Fields of the enterprise. */
  taxpayerId: string;
  password: string;
  /** Link to the registration. */
  register: string;
  /** Heading of the choice of a person. */
  peopleHeading: string;
  /** The ways to prove the chosen person, in their order. */
  proofs: readonly { proof: "SMS" | "PASSWORD"; label: string }[];
  personPassword: string;
  personPasswordHint: string;
  people: PeopleRule;
  /** 企业人员维护 belongs to this style (辽宁 三). */
  personnel?: true;
  /** 授权信息 belongs to this style (云南 3). */
  grants?: true;
};

/** The old styles there are, as data: another one is another row. Sources: 辽宁 二; 云南 1. */
const LEGACY_STYLES: Partial<Record<EntryStyle, LegacyStyle>> = {
  LIAONING: {
    enterpriseTab: "企业登录",
    personTab: "自然人登录",
    agencyTab: "代理机构登录",
    ways: [
      { way: "ORDINARY", label: "普通登录" },
      { way: "QUICK", label: "快捷登录" },
    ],
    waysShownAs: "RADIOS",
    taxpayerId: "纳税人识别号",
    password: "企业密码",
    register: "用户注册",
    peopleHeading: "选择办税人员",
    proofs: [
      { proof: "SMS", label: "短信登录" },
      { proof: "PASSWORD", label: "密码登录" },
    ],
    personPassword: "个人登录密码",
    personPasswordHint: "初次登录时设置的个人密码，不是企业密码；已绑定的，为自然人登录密码",
    people: "SET_UP",
    personnel: true,
  },
  YUNNAN: {
    enterpriseTab: "企业用户",
    personTab: "自然人",
    agencyTab: null,
    ways: [
      { way: "ORDINARY", label: "用户名登录" },
      { way: "CERTIFICATE", label: "CA登录" },
      { way: "TAX_DEVICE", label: "税控设备登录" },
      { way: "CROSS_REGION", label: "报验户登录" },
    ],
    waysShownAs: "TABS",
    taxpayerId: "社会信用代码或识别号",
    password: "密码",
    register: "注册",
    peopleHeading: "办税人员选择",
    proofs: [
      { proof: "PASSWORD", label: "密码验证" },
      { proof: "SMS", label: "短信验证" },
    ],
    personPassword: "密码",
    personPasswordHint:
      "自然人用户登录密码，不是企业密码；由企业添加的，为企业设置或您修改后的密码",
    people: "LISTED",
    grants: true,
  },
};

/** 报验户 as an identity of the old entries that have no tab for it (西藏 三(二)4: 之前从企业业务入口登录并选择跨区域报验户身份). */
const CROSS_REGION_IDENTITY = { way: "CROSS_REGION", label: "报验户登录" } as const;

type Profile = Pick<RegionProfile, "defaultEntryStyle" | "dualTrack">;

/** A bureau's old entry; null when it has none. */
export function legacyStyleOf({ defaultEntryStyle, dualTrack }: Profile): LegacyStyle | null {
  const style = LEGACY_STYLES[defaultEntryStyle] ?? LEGACY_STYLES[dualTrack.otherStyle] ?? null;
  if (!style || !dualTrack.crossRegionIdentity) return style;
  return { ...style, ways: [...style.ways, CROSS_REGION_IDENTITY] };
}

/** Whether an old style has a way in. */
export function offersWay({ ways }: LegacyStyle, way: EnterpriseWay): boolean {
  return ways.some((each) => each.way === way);
}

/** The rule of `legacyRelationProblem` as a bureau's old entry has it. */
export function legacyRelationRule(region: Profile | undefined) {
  const rule = (region && legacyStyleOf(region)?.people) ?? "SET_UP";
  return (facts: Parameters<typeof legacyRelationProblem>[0], today: string) =>
    legacyRelationProblem(facts, today, rule);
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
