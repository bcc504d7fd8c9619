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

const ID_DOCUMENT = "本人有效身份证件原件";
const PHONE = "能接收短信的本人手机";

/** 忘记密码. Source: 西藏 二(二)1, 2, 3; 山东 16. */
export function forgottenPassword(): GuidanceTopic {
  return {
    title: "忘记密码",
    who: [
      "不记得个人用户密码，或者不确定自己有没有密码的用户。",
      "密码输错次数过多、账号被锁定，又不想等到次日零时的用户。",
    ],
    documents: [ID_DOCUMENT, PHONE],
    hall: ["核对您的身份。", "为您重置个人用户密码，账号锁定同时解除。"],
    notes: [
      "一天内同一认证方式连续失败5次，账号自动锁定，次日零时自动解锁。",
      "税务人员不会向您询问密码和短信验证码，请不要告诉任何人。",
    ],
  };
}

/** 找回手机号码. Source: 西藏 二(二)4, 5, 6, 7; 山东 5, 11, 22. */
export function lostPhone(): GuidanceTopic {
  return {
    title: "找回手机号码",
    who: [
      "更换了手机号码、收不到登录验证码的用户。",
      "登录时提示手机号码为空的用户：号码可能已由他人使用，被系统置空。",
    ],
    documents: [ID_DOCUMENT, "新的本人手机，用来接收短信"],
    hall: ["核对您的身份。", "登记新的手机号码，并向该号码发送短信核实。"],
    notes: [
      "有多个手机号码的，可以用另一个号码登录，验证码会发到您输入的号码。",
      "一个手机号码只能绑定一个人，以最近一次通过短信验证的人员为准。",
    ],
  };
}

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
