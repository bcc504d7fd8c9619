import { DECLARATION, INVOICE_USE } from "@/lib/domain/function-tree-filing";
import type { FunctionGroup } from "@/lib/domain/function-tree-types";

/** 我要办税. Modules: 辽宁 六(二); functions under them by the names the bureaus use. */
export const TAX_SECTION: FunctionGroup = {
  code: "tax",
  name: "我要办税",
  children: [
    {
      code: "general-reports",
      name: "综合信息报告",
      children: [
        {
          code: "registration-change",
          name: "变更税务登记",
          audience: "ENTERPRISE",
          system: "registration",
        },
        {
          code: "handler-registration",
          name: "变更税务登记-办税人员信息",
          audience: "ENTERPRISE",
          href: "tax/handlers",
        },
        {
          code: "cross-region-report",
          name: "跨区域涉税事项报告",
          audience: "ENTERPRISE",
          href: "tax/cross-region",
        },
        {
          code: "bank-account-report",
          name: "存款账户账号报告",
          audience: "ENTERPRISE",
          system: "registration",
        },
        {
          code: "accounting-system-filing",
          name: "财务会计制度及核算软件备案报告",
          audience: "ENTERPRISE",
          system: "registration",
        },
        {
          code: "tripartite-agreement",
          name: "税费划缴三方协议签订",
          audience: "BOTH",
          system: "registration",
        },
        {
          code: "suspension-report",
          name: "停业复业登记",
          audience: "ENTERPRISE",
          system: "registration",
        },
        {
          code: "deregistration",
          name: "注销税务登记",
          audience: "ENTERPRISE",
          system: "registration",
        },
      ],
    },
    INVOICE_USE,
    DECLARATION,
    {
      code: "tax-reduction",
      name: "税收减免",
      children: [
        {
          code: "tax-reduction-filing",
          name: "税收减免备案",
          audience: "BOTH",
          system: "benefits",
        },
        {
          code: "tax-reduction-approval",
          name: "税收减免核准",
          audience: "BOTH",
          system: "benefits",
        },
      ],
    },
    {
      code: "certificates",
      name: "证明开具",
      children: [
        {
          code: "payment-certificate",
          name: "开具税收完税证明",
          audience: "BOTH",
          system: "certification",
        },
        {
          code: "tax-residency-certificate",
          name: "中国税收居民身份证明开具",
          audience: "BOTH",
          system: "certification",
        },
        {
          code: "no-arrears-certificate",
          name: "无欠税证明开具",
          audience: "BOTH",
          system: "certification",
        },
      ],
    },
    {
      code: "permits",
      name: "税务行政许可",
      children: [
        {
          code: "invoice-limit-permit",
          name: "增值税专用发票最高开票限额审批",
          audience: "ENTERPRISE",
          system: "certification",
        },
        {
          code: "payment-deferral",
          name: "延期缴纳税款申请审批",
          audience: "ENTERPRISE",
          system: "certification",
        },
        {
          code: "declaration-deferral",
          name: "延期申报申请核准",
          audience: "ENTERPRISE",
          system: "certification",
        },
      ],
    },
    {
      code: "assessment",
      name: "核定管理",
      children: [
        {
          code: "quota-assessment",
          name: "定期定额户核定",
          audience: "ENTERPRISE",
          system: "registration",
        },
        {
          code: "tax-type-assessment",
          name: "税费种认定",
          audience: "ENTERPRISE",
          system: "registration",
        },
      ],
    },
    {
      code: "general-tax-refunds",
      name: "一般退(抵)税管理",
      children: [
        {
          code: "general-tax-refund",
          name: "一般退(抵)税申请",
          audience: "BOTH",
          system: "benefits",
        },
        {
          code: "vat-credit-refund",
          name: "增值税留抵退税",
          audience: "ENTERPRISE",
          system: "benefits",
        },
        {
          code: "overpayment-refund",
          name: "误收多缴退抵税",
          audience: "BOTH",
          system: "benefits",
        },
      ],
    },
    {
      code: "export-refund",
      name: "出口退税管理",
      children: [
        {
          code: "export-refund-filing",
          name: "出口退(免)税备案",
          audience: "ENTERPRISE",
          system: "benefits",
        },
        {
          code: "export-refund-declaration",
          name: "出口退(免)税申报",
          audience: "ENTERPRISE",
          system: "benefits",
        },
        {
          code: "export-certificates",
          name: "出口退(免)税证明开具",
          audience: "ENTERPRISE",
          system: "benefits",
        },
      ],
    },
    {
      code: "vat-deduction",
      name: "增值税抵扣凭证管理",
      children: [
        {
          code: "vat-deduction-confirmation",
          name: "抵扣勾选确认",
          audience: "ENTERPRISE",
          system: "invoice",
        },
        {
          code: "vat-overdue-deduction",
          name: "逾期增值税抵扣凭证抵扣申请",
          audience: "ENTERPRISE",
          system: "invoice",
        },
      ],
    },
    {
      code: "tax-credit",
      name: "纳税信用",
      children: [
        { code: "credit-review", name: "纳税信用复评", audience: "ENTERPRISE", system: "credit" },
        { code: "credit-repair", name: "纳税信用修复", audience: "ENTERPRISE", system: "credit" },
      ],
    },
    {
      code: "agency-management",
      name: "涉税专业服务机构管理",
      children: [
        {
          code: "agency-information",
          name: "涉税专业服务机构（人员）基本信息采集",
          audience: "ENTERPRISE",
          href: "tax/agency/information",
        },
        {
          code: "agreement-elements",
          name: "涉税专业服务协议要素信息采集",
          audience: "ENTERPRISE",
          href: "tax/agency/agreement",
        },
        {
          code: "agreement-change",
          name: "涉税专业服务协议信息变更及终止",
          audience: "ENTERPRISE",
          href: "tax/agency/agreements",
        },
        {
          code: "agency-recognition",
          name: "代理机构认定管理",
          audience: "ENTERPRISE",
          href: "tax/agency/recognition",
        },
        {
          code: "agency-annual-report",
          name: "涉税专业服务年度报告",
          audience: "ENTERPRISE",
          system: "agency",
        },
        {
          code: "agency-credit-review",
          name: "涉税专业服务机构信用复核",
          audience: "ENTERPRISE",
          system: "agency",
        },
      ],
    },
    {
      code: "services",
      name: "服务事项",
      children: [
        {
          code: "pre-tax-ruling",
          name: "税收政策适用咨询",
          audience: "BOTH",
          system: "interaction",
        },
        {
          code: "document-supplement",
          name: "补充报送资料",
          audience: "BOTH",
          system: "documents",
        },
      ],
    },
    {
      code: "risk",
      name: "风险管理",
      children: [
        { code: "risk-feedback", name: "风险提示反馈", audience: "ENTERPRISE", system: "credit" },
        { code: "self-inspection", name: "纳税自查补报", audience: "ENTERPRISE", system: "credit" },
      ],
    },
  ],
};
