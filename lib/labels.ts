import type { CorrectionKind, CorrectionStatus } from "@/lib/domain/correction-rules";
import type { DocumentType } from "@/lib/domain/documents";
import type { FilingKind, FilingStatus } from "@/lib/domain/filing-rules";
import type { OfficerRole } from "@/lib/domain/officer-roles";
import type { ImportKind } from "@/lib/domain/registry-file";
import type { RelationStatus, Role } from "@/lib/domain/relation-rules";

/** What an enum value is called on a page. */
const ROLES: Record<Role, string> = {
  LEGAL_REPRESENTATIVE: "法定代表人",
  FINANCE_MANAGER: "财务负责人",
  TAX_HANDLER: "办税员",
  INVOICE_CLERK: "开票员",
  TAX_AGENT: "涉税代理人员",
};

const ENTRIES = {
  PERSON: "自然人业务",
  ENTERPRISE: "企业业务",
  AGENCY: "代理业务",
  SPECIFIC: "特定主体",
} as const;

const PROJECT_KINDS = {
  REPORT: "跨区域报验户",
  PROPERTY_SOURCE: "跨区域财产税源登记",
} as const;

const DOCUMENT_TYPES: Record<DocumentType, string> = {
  RESIDENT_ID: "居民身份证",
  HK_MO_TRAVEL_PERMIT: "港澳居民来往内地通行证",
  TW_TRAVEL_PERMIT: "台湾居民来往大陆通行证",
  CN_PASSPORT: "中国护照",
  FOREIGN_PERMANENT_RESIDENT: "外国人永久居留身份证（外国人永久居留证）",
  HK_MO_RESIDENCE_PERMIT: "中华人民共和国港澳居民居住证",
  TW_RESIDENCE_PERMIT: "中华人民共和国台湾居民居住证",
  FOREIGN_PASSPORT: "外国护照",
  FOREIGN_WORK_PERMIT_A: "中华人民共和国外国人工作许可证（A类）",
  FOREIGN_WORK_PERMIT_B: "中华人民共和国外国人工作许可证（B类）",
  FOREIGN_WORK_PERMIT_C: "中华人民共和国外国人工作许可证（C类）",
  OTHER: "其他个人证件",
};

/** 五员 by name; a handler who is not the main one is 子身份办税员. */
export function roleLabel(role: Role, primary = true): string {
  return role === "TAX_HANDLER" && !primary ? "子身份办税员" : ROLES[role];
}

/** 登录入口 by name. */
export function entryLabel(entry: keyof typeof ENTRIES): string {
  return ENTRIES[entry];
}

/** 特定主体类型 by name. */
export function projectKindLabel(kind: keyof typeof PROJECT_KINDS): string {
  return PROJECT_KINDS[kind];
}

/** The types of 特定主体, for a list to choose from. */
export const PROJECT_KIND_CHOICES = Object.entries(PROJECT_KINDS).map(([value, label]) => ({
  value,
  label,
}));

/** 证件类型 by name. */
export function documentTypeLabel(type: DocumentType): string {
  return DOCUMENT_TYPES[type];
}

/** 证件类型, for a list to choose from. */
export const DOCUMENT_TYPE_CHOICES = Object.entries(DOCUMENT_TYPES).map(([value, label]) => ({
  value,
  label,
}));

/** 个人实名等级 in words. */
export function realNameLevelLabel(level: number): string {
  if (level >= 4) return "四级（已通过人脸识别认证）";
  if (level === 3) return "三级（已采集，尚未通过人脸识别认证）";
  return level === 2 ? "二级（仅验证电子邮箱）" : "未实名";
}

const COLLECTION_CHANNELS = {
  HALL: "办税服务厅采集",
  APP: "手机APP采集",
  AUTHORITY: "身份核验机构",
} as const;

/** Where real-name information was collected (实名采集). */
export function collectionChannelLabel(channel: keyof typeof COLLECTION_CHANNELS): string {
  return COLLECTION_CHANNELS[channel];
}

const RELATION_STATUSES: Record<RelationStatus, string> = {
  REGISTERED: "待本人注册",
  PENDING_PERSON: "待本人确认",
  PENDING_ENTERPRISE: "待企业确认",
  ACTIVE: "有效",
  REJECTED: "已拒绝",
  WITHDRAWN: "已撤回",
  EXPIRED: "已到期",
  REMOVED: "已解除",
};

/** Where a 人企关联关系 stands, in words. */
export function relationStatusLabel(status: RelationStatus): string {
  return RELATION_STATUSES[status];
}

const RELATION_SOURCES = {
  REGISTRY: "税务登记",
  AUTHORIZATION: "企业添加",
  APPLICATION: "本人申请",
  ENTERPRISE_USER_REGISTRATION: "企业用户注册",
  LEGACY: "旧版添加",
} as const;

/** Where a 人企关联关系 comes from. */
export function relationSourceLabel(source: keyof typeof RELATION_SOURCES): string {
  return RELATION_SOURCES[source];
}

/** 身份 a handler or clerk is added as or applies for, for a list to choose from. */
export const HANDLER_ROLE_CHOICES = [
  { value: "TAX_HANDLER", label: "办税员" },
  { value: "SUB_TAX_HANDLER", label: "子身份办税员" },
  { value: "INVOICE_CLERK", label: "开票员" },
] as const;

const FILING_KINDS: Record<FilingKind, string> = {
  NEW_TAXPAYER: "新办纳税人套餐",
  HANDLER_CHANGE: "变更税务登记-办税人员信息",
  AGENCY_INFORMATION: "《涉税专业服务机构（人员）基本信息采集表》",
  AGREEMENT: "《涉税专业服务协议要素信息采集表》",
  AGREEMENT_CHANGE: "涉税专业服务协议信息变更及终止",
  CROSS_REGION_REPORT: "跨区域涉税事项报告表",
  PROPERTY_SOURCE: "跨区域财产税源登记",
};

/** A form (业务表单) by name. */
export function filingKindLabel(kind: FilingKind): string {
  return FILING_KINDS[kind];
}

const FILING_STATUSES: Record<FilingStatus, string> = {
  DRAFT: "草稿",
  PENDING: "待审核",
  EFFECTIVE: "已生效",
  REJECTED: "已退回",
  WITHDRAWN: "已撤回",
  VOID: "已作废",
};

/** Where a filing stands, in a word. */
export function filingStatusLabel(status: FilingStatus): string {
  return FILING_STATUSES[status];
}

const AGREEMENT_STATUSES = {
  PENDING_CLIENT: "待认定",
  ACTIVE: "有效",
  EXPIRED: "已到期自动终止",
  TERMINATED: "已终止",
  VOID: "已作废",
} as const;

/** Where an agreement (涉税专业服务协议) stands, in a word. */
export function agreementStatusLabel(status: keyof typeof AGREEMENT_STATUSES): string {
  return AGREEMENT_STATUSES[status];
}

const OFFICER_ROLES: Record<OfficerRole, string> = {
  COUNTER: "办税窗口",
  SUPERVISOR: "主管",
  AUDITOR: "审计",
};

/** 税务人员 by what they do. */
export function officerRoleLabel(role: OfficerRole): string {
  return OFFICER_ROLES[role];
}

/** Roles of officers, for a list to choose from. */
export const OFFICER_ROLE_CHOICES = Object.entries(OFFICER_ROLES).map(([value, label]) => ({
  value,
  label,
}));

const FOUR_EYES_KINDS = {
  UNLOCK: "法定代表人账户解锁",
  IMPORT: "数据导入",
  SUPERVISOR: "增加主管",
} as const;

/** What is asked for in 复核. */
export function fourEyesKindLabel(kind: keyof typeof FOUR_EYES_KINDS): string {
  return FOUR_EYES_KINDS[kind];
}

const IMPORT_KINDS: Record<ImportKind, string> = {
  ENTERPRISES: "企业登记信息",
  PEOPLE: "人员信息",
  RELATIONS: "人企关联关系",
};

/** What a file of 数据导入 holds. */
export function importKindLabel(kind: ImportKind): string {
  return IMPORT_KINDS[kind];
}

/** Kinds of files, for a list to choose from. */
export const IMPORT_KIND_CHOICES = Object.entries(IMPORT_KINDS).map(([value, label]) => ({
  value,
  label,
}));

const IMPORT_STATUSES = {
  WAITING_FILE: "待上传文件",
  CHECKING: "校验中",
  INVALID: "有错误",
  READY: "校验通过",
  APPROVED: "生效中",
  APPLIED: "已生效",
  CANCELLED: "已放弃",
} as const;

/** Where 数据导入 stands. */
export function importStatusLabel(status: keyof typeof IMPORT_STATUSES): string {
  return IMPORT_STATUSES[status];
}

const FOUR_EYES_STATUSES = {
  PENDING: "待复核",
  APPROVED: "已同意",
  REFUSED: "不同意",
  WITHDRAWN: "已撤回",
  EXPIRED: "已过期",
} as const;

/** Where a request for 复核 stands. */
export function fourEyesStatusLabel(status: keyof typeof FOUR_EYES_STATUSES): string {
  return FOUR_EYES_STATUSES[status];
}

const CORRECTION_KIND_LABELS = {
  NAME: "姓名",
  DOCUMENT_NUMBER: "证件号码",
  OTHER: "其他信息",
} as const satisfies Record<CorrectionKind, string>;

/** 更正内容 of 更正申请. */
export function correctionKindLabel<Kind extends CorrectionKind>(kind: Kind) {
  return CORRECTION_KIND_LABELS[kind];
}

const CORRECTION_STATUS_LABELS = {
  PENDING: "办理中",
  CORRECTED: "已更正",
  REFUSED: "不予更正",
  WITHDRAWN: "已撤回",
} as const satisfies Record<CorrectionStatus, string>;

/** Where 更正申请 stands. */
export function correctionStatusLabel(status: CorrectionStatus) {
  return CORRECTION_STATUS_LABELS[status];
}

const ENTERPRISE_STATUSES = {
  UNCONFIRMED: "待信息确认",
  ACTIVE: "正常",
  CLOSED: "已注销",
} as const;

/** Where an enterprise stands. */
export function enterpriseStatusLabel(status: keyof typeof ENTERPRISE_STATUSES): string {
  return ENTERPRISE_STATUSES[status];
}

const ENTERPRISE_KINDS = {
  ENTERPRISE: "企业",
  AGENCY: "涉税专业服务机构",
  SOCIAL_INSURANCE_ONLY: "纯社保户",
} as const;

/** 纳税人类型, for a list to choose from. */
export const ENTERPRISE_KIND_CHOICES = Object.entries(ENTERPRISE_KINDS).map(([value, label]) => ({
  value,
  label,
}));

/** 纳税人类型 by name. */
export function enterpriseKindLabel(kind: keyof typeof ENTERPRISE_KINDS): string {
  return ENTERPRISE_KINDS[kind];
}
