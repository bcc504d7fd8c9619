import type { DocumentType } from "@/lib/domain/documents";
import type { FilingApproval, FilingKind } from "@/lib/domain/filing-rules";
import type { LockScope, UnlockWay } from "@/lib/domain/lockout";

/** The five bureaus, and any that join. A slug is the first part of every URL of that bureau. */
export type RegionSlug = string;

/** A phone application a bureau accepts for scanning (扫码登录, 扫脸验证). */
export type ScanApp = "TAX" | "IIT" | "LICENSE";

/** Look and steps of a login page: the unified one (新版登录), or the bureau's own old one (旧版登录). */
export type EntryStyle = "UNIFIED" | "LIAONING" | "YUNNAN";

/** How a bureau proves who someone is (实名认证). */
export type RealNameProvider = "TAX_APP" | "IIT_APP" | "HALL" | "ALIPAY" | "WECHAT";

/**
 * Everything in which one bureau differs from another (N0.1, N0.3). Data only: pages and rules read it, nothing asks for a
 * region by name.
 */
export type RegionProfile = {
  slug: RegionSlug;
  /** Short name of the area, e.g. 西藏. */
  name: string;
  /** What begins the numbers it issues, e.g. 藏 in 藏跨报〔2026〕000000001234. */
  abbreviation: string;
  /** Full name shown to visitors, e.g. 国家税务总局西藏自治区电子税务局. */
  bureauName: string;
  taxAppName: string;
  hotline: string;
  /** Hue and scene of the bureau's own look. */
  accent: "glacier" | "cypress" | "sea" | "plain" | "tea";
  defaultEntryStyle: EntryStyle;
  /** Old and new entry side by side (双轨运行). */
  dualTrack: {
    /** Style of the other entry. */
    otherStyle: EntryStyle;
    /** Text of the link to it, e.g. 旧版登录. */
    otherLabel: "旧版登录" | "新版登录";
    /** The old entry offers 报验户 as an identity of 企业登录. */
    crossRegionIdentity: boolean;
    /** First day (YYYY-MM-DD, Asia/Shanghai) without the old entry; null while none is set. */
    endsOn: string | null;
    /** First day whose newly confirmed enterprises use the unified login only; null while none is set. */
    unifiedSince: string | null;
  };
  /** Applications whose code on the login page signs in. */
  scanLoginApps: readonly ScanApp[];
  /** Applications that verify a face as second factor. */
  faceApps: readonly ScanApp[];
  lockScope: LockScope;
  /** Ways out of a lock besides waiting for midnight. */
  unlockWays: readonly UnlockWay[];
  /** Accounts opened by the bureau start with the last six of the document number (青岛 8). */
  initialPasswordRule: boolean;
  /** 境外自然人注册 by e-mail (山东 7). */
  overseasRegistration: readonly DocumentType[] | null;
  certificateLogin: boolean;
  /**
   * 所属税务机关 to choose from at 「登记」; such a bureau registers 自然人 and 企业用户 apart, each by a real name (云南 2.4). Null: neither.
   */
  taxAuthorities: readonly string[] | null;
  /** What a registration asks for first: the document (西藏 二(一)), or the phone with its code (云南 2.4.1(3), 2.4.2(3)). */
  registrationBegins: "DOCUMENT" | "PHONE";
  /** 忘记密码 of a natural person: one proof, or the text message and a real name by `realNameProviders` (云南 4). */
  recoveryProofs: "ONE" | "CODE_AND_REAL_NAME";
  realNameProviders: readonly RealNameProvider[];
  /** Handlers and clerks have functions before anyone grants them some (E2): 办税员 我要办税 + 我要查询, 开票员 发票使用. */
  defaultGrants: boolean;
  /** Function codes that ask for real-name level 4 when used (关键业务, 风险实名). */
  stepUpFunctions: readonly string[];
  /** Whether a form (业务表单) takes effect when filed, or waits for the hall. */
  filingApproval: Readonly<Record<FilingKind, FilingApproval>>;
  /** The client recognises an agreement (代理机构认定管理) before its agents may act for it (辽宁 二(三)). */
  clientsRecogniseAgencies: boolean;
  /** Agreements carry 协议密码, asked for at the old agency entry (辽宁 二(三)). */
  agreementPasswords: boolean;
};
