import type { FunctionGroup } from "@/lib/domain/function-tree-types";

/** 用户中心: what a person and an enterprise see of themselves. 辽宁 六(一). */
export const USER_CENTRE: FunctionGroup = {
  code: "user-centre",
  name: "用户中心",
  children: [
    {
      code: "taxpayer-information",
      name: "纳税人信息",
      open: true,
      children: [
        { code: "account", name: "个人信息", audience: "BOTH", href: "account" },
        {
          code: "enterprise-information",
          name: "企业基本信息",
          audience: "ENTERPRISE",
          href: "account/enterprise",
        },
        { code: "filings", name: "我的申报事项", audience: "BOTH", href: "tax/filings" },
      ],
    },
    {
      code: "electronic-documents",
      name: "电子资料",
      children: [
        { code: "document-store", name: "电子资料查看", audience: "BOTH", system: "documents" },
        { code: "tax-notices", name: "电子税务文书", audience: "BOTH", system: "documents" },
      ],
    },
    {
      code: "user-management",
      name: "用户管理",
      open: true,
      children: [
        { code: "switch-identity", name: "身份切换", audience: "BOTH", href: "account/switch" },
        {
          code: "authorizations",
          name: "企业授权管理",
          audience: "BOTH",
          href: "account/authorizations",
        },
        { code: "staff", name: "人员权限管理", audience: "ENTERPRISE", href: "account/staff" },
      ],
    },
  ],
};

/** 我要查询, in the order of 辽宁 六(三). */
export const QUERY_SECTION: FunctionGroup = {
  code: "query",
  name: "我要查询",
  children: [
    { code: "query-progress", name: "办税进度及结果信息查询", audience: "BOTH", system: "query" },
    { code: "query-invoices", name: "发票信息查询", audience: "BOTH", system: "query" },
    { code: "query-declarations", name: "申报信息查询", audience: "BOTH", system: "query" },
    { code: "query-payments", name: "缴款信息查询", audience: "BOTH", system: "query" },
    { code: "query-arrears", name: "欠税信息查询", audience: "BOTH", system: "query" },
    { code: "query-benefits", name: "优惠信息查询", audience: "BOTH", system: "query" },
    {
      code: "query-quota",
      name: "个体工商户核定定额信息查询",
      audience: "ENTERPRISE",
      system: "query",
    },
    { code: "query-certificates", name: "证明信息查询", audience: "BOTH", system: "query" },
    { code: "query-agencies", name: "涉税中介机构信息查询", audience: "BOTH", system: "query" },
    { code: "query-credit", name: "纳税信用状态信息查询", audience: "ENTERPRISE", system: "query" },
    { code: "query-violations", name: "违法违章信息查询", audience: "BOTH", system: "query" },
    { code: "query-history", name: "历史办税操作查询", audience: "BOTH", system: "query" },
    {
      code: "query-due-declarations",
      name: "应申报清册查询",
      audience: "ENTERPRISE",
      system: "query",
    },
    { code: "query-mailings", name: "邮寄信息统计查询", audience: "BOTH", system: "query" },
    { code: "query-logistics", name: "物流信息查询", audience: "BOTH", system: "query" },
    {
      code: "query-accounting-filing",
      name: "财务会计制度备案查询",
      audience: "ENTERPRISE",
      system: "query",
    },
    { code: "query-dishonesty", name: "失信行为查询", audience: "BOTH", system: "query" },
  ],
};

/** 互动中心, 辽宁 六(四). */
export const INTERACTION_SECTION: FunctionGroup = {
  code: "interaction",
  name: "互动中心",
  children: [
    {
      code: "my-messages",
      name: "我的消息",
      audience: "BOTH",
      open: true,
      href: "account/messages",
    },
    { code: "appointment", name: "预约办税", audience: "BOTH", system: "interaction" },
    { code: "online-interaction", name: "在线交互", audience: "BOTH", system: "interaction" },
    {
      code: "satisfaction-survey",
      name: "纳税人满意度调查",
      audience: "BOTH",
      system: "interaction",
    },
    { code: "rights-protection", name: "权益保护", audience: "BOTH", system: "interaction" },
  ],
};

/** 公众服务: to be seen without signing in, so nobody has to grant it. 辽宁 六(五). */
export const PUBLIC_SECTION: FunctionGroup = {
  code: "public-services",
  name: "公众服务",
  open: true,
  children: [
    { code: "announcements", name: "通知公告", audience: "BOTH", href: "announcements" },
    { code: "new-taxpayer", name: "新办纳税人套餐", audience: "BOTH", href: "new-taxpayer" },
    { code: "guidance", name: "咨询辅导", audience: "BOTH", system: "interaction" },
    { code: "public-query", name: "公众查询", audience: "BOTH", system: "query" },
  ],
};

/** 个性化办税, 辽宁 六(六). */
export const PERSONALISED_SECTION: FunctionGroup = {
  code: "personalised",
  name: "个性化办税",
  children: [
    { code: "packages", name: "套餐及组合业务", audience: "BOTH", system: "packages" },
    { code: "special-business", name: "特色业务", audience: "BOTH", system: "packages" },
    { code: "custom-business", name: "定制业务", audience: "BOTH", system: "packages" },
  ],
};
