import { toHalfWidth } from "@/lib/domain/normalize";

/** What a file of registry data (数据导入, T2) may hold. */
export const IMPORT_KINDS = ["ENTERPRISES", "PEOPLE", "RELATIONS"] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What the progress of a run is told as once nobody works on it any more. */
export const IMPORT_OVER = "OVER";

/** A column of such a file: its title in the first line, and an example for the template. */
export type FileColumn = { key: string; title: string; example: string };

const DOCUMENT_COLUMNS: readonly FileColumn[] = [
  { key: "documentType", title: "证件类型", example: "居民身份证" },
  { key: "country", title: "国籍（地区）", example: "" },
  { key: "documentNumber", title: "证件号码", example: "370100199001010019" },
];

/** The columns of each kind of file. Their order in a file does not matter. */
export const FILE_COLUMNS: Readonly<Record<ImportKind, readonly FileColumn[]>> = {
  ENTERPRISES: [
    { key: "creditCode", title: "统一社会信用代码/纳税人识别号", example: "91370100MA3C00000X" },
    { key: "name", title: "企业名称", example: "示例贸易有限公司" },
    { key: "kind", title: "主体类型", example: "企业" },
    { key: "taxAuthority", title: "主管税务机关", example: "国家税务总局示例市税务局" },
    { key: "status", title: "登记状态", example: "正常" },
  ],
  PEOPLE: [
    { key: "name", title: "姓名", example: "示例" },
    ...DOCUMENT_COLUMNS,
    { key: "mobile", title: "移动电话", example: "15400000000" },
    { key: "landline", title: "固定电话", example: "" },
  ],
  RELATIONS: [
    { key: "creditCode", title: "统一社会信用代码/纳税人识别号", example: "91370100MA3C00000X" },
    { key: "name", title: "姓名", example: "示例" },
    ...DOCUMENT_COLUMNS,
    { key: "role", title: "身份", example: "法定代表人" },
    { key: "department", title: "数据来源", example: "市场监管" },
    { key: "validFrom", title: "有效期起", example: "" },
    { key: "validTo", title: "有效期止", example: "" },
  ],
};

/** 主体类型 as a file says it. */
export const KIND_WORDS = {
  企业: "ENTERPRISE",
  涉税专业服务机构: "AGENCY",
  纯社保户: "SOCIAL_INSURANCE_ONLY",
} as const;

/** 登记状态 as a file says it. */
export const STATUS_WORDS = {
  正常: "ACTIVE",
  待信息确认: "UNCONFIRMED",
  注销: "CLOSED",
} as const;

/** 身份 as a file says it. 涉税代理人员 come by their agreements, never by a file. */
export const ROLE_WORDS = {
  法定代表人: { role: "LEGAL_REPRESENTATIVE", primary: true },
  财务负责人: { role: "FINANCE_MANAGER", primary: true },
  办税员: { role: "TAX_HANDLER", primary: true },
  子身份办税员: { role: "TAX_HANDLER", primary: false },
  开票员: { role: "INVOICE_CLERK", primary: true },
} as const;

/** 数据来源 of a 法定代表人 (西藏 三(三)5). */
export const DEPARTMENT_WORDS = {
  市场监管: "MARKET_REGULATION",
  民政: "CIVIL_AFFAIRS",
  社保: "SOCIAL_SECURITY",
} as const;

/** The word of a file for a value, e.g. 市场监管 for MARKET_REGULATION. */
export function wordFor<T>(words: Readonly<Record<string, T>>, value: T): string {
  return Object.entries(words).find(([, each]) => each === value)?.[0] ?? "";
}

/** The word of a file for a role (身份). */
export function roleWord(role: string, primary: boolean): string {
  const words = Object.entries(ROLE_WORDS);
  const exact = words.find(([, each]) => each.role === role && each.primary === primary);
  return (exact ?? words.find(([, each]) => each.role === role))?.[0] ?? "";
}

/** The title of a column, for a page. */
export function columnTitle(kind: ImportKind, key: string): string {
  return FILE_COLUMNS[kind].find((column) => column.key === key)?.title ?? "";
}

/** What is wrong with the first line of a file: a column that is missing, that nobody knows, or that is there twice. */
export type HeaderProblem = {
  code: "COLUMN_MISSING" | "COLUMN_UNKNOWN" | "COLUMN_TWICE";
  /** Key of the column, or empty. */
  column: string;
};

/** Which column stands where, by the titles of the first line; or what is wrong with them. */
export function readHeader(
  kind: ImportKind,
  titles: readonly string[],
): { keys: string[] } | { problems: HeaderProblem[] } {
  const plain = (title: string) => toHalfWidth(title).replace(/\s/g, "");
  const known = new Map(FILE_COLUMNS[kind].map(({ key, title }) => [plain(title), key]));
  const keys = titles.map((title) => known.get(plain(title)) ?? "");
  const problems: HeaderProblem[] = [];
  for (const { key } of FILE_COLUMNS[kind]) {
    const found = keys.filter((each) => each === key).length;
    if (found === 0) problems.push({ code: "COLUMN_MISSING", column: key });
    if (found > 1) problems.push({ code: "COLUMN_TWICE", column: key });
  }
  if (keys.includes("")) problems.push({ code: "COLUMN_UNKNOWN", column: "" });
  return problems.length > 0 ? { problems } : { keys };
}

/**
 * A cell as the data it is: without the apostrophe that an export puts before what a spreadsheet would calculate
 * (`csvLine`), so that what was exported comes back as it was. Nothing is ever calculated.
 */
export function readCell(text: string): string {
  return /^'[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}
