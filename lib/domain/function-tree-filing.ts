import type { FunctionGroup } from "@/lib/domain/function-tree-types";

/** 我要办税 › 发票使用. */
export const INVOICE_USE: FunctionGroup = {
  code: "invoice-use",
  name: "发票使用",
  children: [
    {
      code: "invoice-type-approval",
      name: "发票票种核定",
      audience: "ENTERPRISE",
      system: "invoice",
    },
    { code: "invoice-issue", name: "发票开具", audience: "ENTERPRISE", system: "invoice" },
    { code: "invoice-claim", name: "发票领用", audience: "ENTERPRISE", system: "invoice" },
    { code: "invoice-return", name: "发票缴销", audience: "ENTERPRISE", system: "invoice" },
    {
      code: "invoice-verification",
      name: "发票验旧",
      audience: "ENTERPRISE",
      system: "invoice",
    },
    { code: "invoice-agent-issue", name: "发票代开", audience: "BOTH", system: "invoice" },
  ],
};

/** 我要办税 › 税费申报及缴纳. */
export const DECLARATION: FunctionGroup = {
  code: "declaration",
  name: "税费申报及缴纳",
  children: [
    {
      code: "vat-declaration",
      name: "增值税及附加税费申报",
      children: [
        {
          code: "vat-general-taxpayer",
          name: "增值税一般纳税人申报",
          audience: "ENTERPRISE",
          system: "declaration",
        },
        {
          code: "vat-small-taxpayer",
          name: "增值税小规模纳税人申报",
          audience: "ENTERPRISE",
          system: "declaration",
        },
        {
          code: "vat-prepayment",
          name: "增值税预缴申报",
          audience: "ENTERPRISE",
          system: "declaration",
        },
      ],
    },
    {
      code: "enterprise-income-tax",
      name: "企业所得税申报",
      audience: "ENTERPRISE",
      system: "declaration",
    },
    {
      code: "property-tax",
      name: "财产和行为税合并纳税申报",
      audience: "BOTH",
      system: "declaration",
    },
    {
      code: "financial-statements",
      name: "财务报表报送",
      audience: "ENTERPRISE",
      system: "declaration",
    },
    {
      code: "business-income",
      name: "个人所得税经营所得申报",
      audience: "PERSON",
      system: "declaration",
    },
    {
      code: "social-insurance-unit",
      name: "单位社会保险费申报",
      audience: "ENTERPRISE",
      system: "social-insurance",
    },
    {
      code: "social-insurance-resident",
      name: "城乡居民社会保险费缴纳",
      audience: "PERSON",
      system: "social-insurance",
    },
    { code: "payment", name: "税费缴纳", audience: "BOTH", system: "declaration" },
  ],
};
