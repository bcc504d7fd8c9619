/** What a visitor does when a function is handled at the hall and not on this site. */
export type GuidanceTopic = {
  /** Name of the function; the page's heading. */
  title: string;
  /** Who needs it. */
  who: readonly string[];
  documents: readonly string[];
  /** What the hall (办税服务厅) will do. */
  hall: readonly string[];
  /** Good to know before setting out. */
  notes: readonly string[];
};

/** 新办纳税人套餐. Source: 西藏 三(一)1, 三(三)2, 3; 山东 1, 26. */
export function newTaxpayer(): GuidanceTopic {
  return {
    title: "新办纳税人套餐",
    who: [
      "新设立、还没有办理税务信息确认的企业。",
      "登录企业业务时提示“未查询到该企业的登记信息”的新办企业。",
    ],
    documents: [
      "营业执照（载有统一社会信用代码）",
      "法定代表人、财务负责人和办税员的身份证件",
      "上述人员各自的手机号码",
    ],
    hall: [
      "核对企业登记信息，完成信息确认。",
      "登记法定代表人、财务负责人和办税员。",
      "系统自动建立法定代表人与企业的关联关系。",
    ],
    notes: [
      "电子税务局没有企业注册，也没有企业密码；有关联关系的人员用自己的账户登录。",
      "财务负责人首次从企业业务登录时，须确认自己的授权。",
      "相关人员没有账户的，须先完成用户注册。",
    ],
  };
}
