import type { RegionProfile } from "@/lib/regions/types";

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

/** 用户注册. Source: 西藏 二(一)1, 2, 5; 山东 7. */
export function registration(region: RegionProfile): GuidanceTopic {
  return {
    title: "用户注册",
    who: [
      "第一次使用电子税务局的个人，包括企业的办税人员。",
      "登录时提示“该用户未注册”的人员。",
      "注册一次，全国各地的电子税务局都能登录；以前已实名注册的，不用再注册。",
    ],
    documents: [
      `${ID_DOCUMENT}：居民身份证、港澳居民来往内地通行证、台湾居民来往大陆通行证、中国护照、外国人永久居留身份证、港澳居民居住证或台湾居民居住证`,
      "使用外国护照或外国人工作许可证（A、B、C类）的，须先到办税服务场所采集实名信息",
      PHONE,
    ],
    hall: ["核对您的身份证件。", "采集实名信息，登记您的手机号码。", "为您开户，开户后即可登录。"],
    notes: [
      "一个手机号码只能绑定一个人，请不要使用他人的手机号码。",
      "一个密码用于企业业务、自然人业务和代理业务，没有单独的企业密码。",
      ...(region.initialPasswordRule
        ? ["由税务机关开户的，初始密码为证件号码后六位，首次登录须修改。"]
        : []),
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
