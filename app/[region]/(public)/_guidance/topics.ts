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
