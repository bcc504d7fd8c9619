/** Business systems that perform functions this portal leads to (业务系统), by what they are for. */
export const BUSINESS_SYSTEMS = {
  registration: "登记与信息报告系统",
  invoice: "发票服务系统",
  declaration: "税费申报缴纳系统",
  "social-insurance": "社会保险费征收系统",
  benefits: "减免与退税管理系统",
  certification: "证明与许可管理系统",
  credit: "纳税信用与风险管理系统",
  agency: "涉税专业服务管理系统",
  query: "综合查询系统",
  interaction: "征纳互动系统",
  documents: "电子资料系统",
  packages: "套餐业务系统",
} as const;

export type BusinessSystem = keyof typeof BUSINESS_SYSTEMS;

/** Who has the function: a natural person for themselves, someone acting for an enterprise, or either. */
export type Audience = "PERSON" | "ENTERPRISE" | "BOTH";

/** A function as the catalogue writes it: `href` (below the bureau's path) when this portal performs it, else `system`. */
export type FunctionNode = {
  code: string;
  name: string;
  audience: Audience;
  /** Needs no grant, as `open` of a group. */
  open?: true;
} & ({ href: string; system?: undefined } | { system: BusinessSystem; href?: undefined });

/** A section, module or group: grants may name its code and so give everything in it. */
export type FunctionGroup = {
  code: string;
  name: string;
  /** Needs no grant (公众服务 and the person's own pages). */
  open?: true;
  children: readonly (FunctionGroup | FunctionNode)[];
};
