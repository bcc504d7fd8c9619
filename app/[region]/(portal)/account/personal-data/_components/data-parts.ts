import { t } from "@/components/texts/request-texts";
import { dayOf } from "@/lib/domain/china-time";
import { maskDocumentNumber, maskEmail, maskPhone } from "@/lib/domain/masking";
import {
  collectionChannelLabel,
  documentTypeLabel,
  realNameLevelLabel,
  relationStatusLabel,
  roleLabel,
} from "@/lib/labels";
import { findRegion } from "@/lib/regions/list";
import type { RegionProfile } from "@/lib/regions/types";
import type { PersonalData } from "@/lib/server/accounts/personal-data";
import type { Part } from "./data-part";

/** Rows of a kind shown on the page; the file has all of them. */
const SHOWN = 10;

/** What is kept about a person, part by part, numbers masked; the file has them whole. */
export function dataParts(data: PersonalData, region: RegionProfile): Part[] {
  const account = `/${region.slug}/account`;
  return [
    identityPart(data, region),
    accountPart(data, account),
    {
      title: t("手机号码"),
      items: data.phones.map(({ number, isDefault, verifiedAt }) => ({
        name: isDefault ? t("默认手机号码") : t("手机号码"),
        value: t("{phone}（{when}验证）", { phone: maskPhone(number), when: t.moment(verifiedAt) }),
      })),
      correction: t("可以自行添加、更换默认号码或删除。"),
      link: { href: `${account}/phones`, label: t("手机号码修改") },
    },
    registryPart(data, region),
    realNamePart(data, account),
    {
      title: t("与企业的关联关系"),
      items: limited(
        data.relations.map(({ enterprise, role, primary, status, validTo }) => ({
          name: enterprise.name,
          value: [
            t.named(roleLabel(role, primary)),
            t.named(relationStatusLabel(status)),
            ...(validTo ? [t("有效期至{day}", { day: t.day(validTo) })] : []),
          ].join(t("，")),
        })),
      ),
      correction: t("可以自行解除；认为企业登记有误的，请联系该企业或到办税服务厅办理。"),
      link: { href: `${account}/authorizations`, label: t("企业授权管理") },
    },
    agreementsPart(data),
    {
      title: t("跨区域项目"),
      items: limited(
        data.projects.map(({ name, number }) => ({
          name: t("经办人或联系人"),
          value: t("{what}（{when}）", { what: name, when: number }),
        })),
      ),
      correction: t("由报告企业变更经办人、联系人。"),
    },
    recordsPart(data, account),
  ];
}

function identityPart({ identity }: PersonalData, region: RegionProfile): Part {
  return {
    title: t("身份信息"),
    items: [
      { name: t("姓名"), value: identity.name },
      { name: t("证件类型"), value: t.named(documentTypeLabel(identity.documentType)) },
      { name: t("证件号码"), value: maskDocumentNumber(identity.documentNumber) },
      { name: t("个人实名等级"), value: t.named(realNameLevelLabel(identity.realNameLevel)) },
      { name: t("登记时间"), value: t.moment(identity.createdAt) },
    ],
    correction: t("姓名、证件号码有误的，可以提出更正申请，或拨打{hotline}咨询。", {
      hotline: region.hotline,
    }),
    link: { href: "#corrections", label: t("更正申请") },
  };
}

function accountPart({ account }: PersonalData, base: string): Part {
  return {
    title: t("账户"),
    items: account
      ? [
          { name: t("用户名"), value: account.username ?? t("未设置") },
          ...(account.taxAuthority
            ? [{ name: t("所属税务机关"), value: t.named(account.taxAuthority) }]
            : []),
          { name: t("电子邮箱"), value: account.email ? maskEmail(account.email) : t("未设置") },
          { name: t("密码修改时间"), value: t.moment(account.passwordChangedAt) },
          { name: t("注册时间"), value: t.moment(account.createdAt) },
        ]
      : [],
    correction: t("用户名每年可以修改一次；密码只保存无法还原的校验值。"),
    link: { href: `${base}/profile`, label: t("个人信息维护") },
  };
}

/** Phones the registry (核心征管) of a bureau has, which nobody logs in by. */
function registryPart({ registryContacts }: PersonalData, { hotline }: RegionProfile): Part {
  return {
    title: t("核心征管登记的联系方式"),
    items: registryContacts.map(({ region, mobile, landline }) => ({
      name: t.named(findRegion(region)?.name ?? ""),
      value: [mobile, landline].flatMap((phone) => (phone ? maskPhone(phone) : [])).join(t("，")),
    })),
    correction: t("由主管税务机关登记，有误的可以提出更正申请，或拨打{hotline}咨询。", {
      hotline,
    }),
    link: { href: "#corrections", label: t("更正申请") },
  };
}

function realNamePart({ collections, faces }: PersonalData, base: string): Part {
  const living = faces.find(({ deletedAt }) => deletedAt === null);
  return {
    title: t("实名采集和人脸信息"),
    items: [
      ...collections.map(({ channel, region, collectedAt }) => ({
        name: t.named(collectionChannelLabel(channel)),
        value: `${t.named(findRegion(region)?.name ?? "")} ${t.moment(collectedAt)}`,
      })),
      {
        name: t("人脸信息"),
        value: living
          ? t("已采集（您于{when}单独同意）", { when: t.moment(living.consentedAt) })
          : t("没有保存"),
      },
    ],
    correction: t("可以重新采集或删除人脸信息。"),
    link: { href: `${base}/real-name`, label: t("个人实名等级") },
  };
}

function agreementsPart({ agencyStaff, agreements }: PersonalData): Part {
  return {
    title: t("涉税专业服务"),
    items: limited([
      ...agencyStaff.map(({ agency, filedAt, removedAt }) => ({
        name: agency.name,
        value: removedAt
          ? t("曾为机构人员（{day}移除）", { day: t.day(dayOf(removedAt)) })
          : t("机构人员（{day}采集）", { day: t.day(dayOf(filedAt)) }),
      })),
      ...agreements.map(({ agreement }) => ({
        name: agreement.client.name,
        value: t("受{agency}委派，{from}至{to}", {
          agency: agreement.agency.name,
          from: t.day(agreement.validFrom),
          to: t.day(agreement.validTo),
        }),
      })),
    ]),
    correction: t("由所在机构变更采集表或协议；机构不处理的，请到办税服务厅办理。"),
  };
}

function recordsPart({ devices, sessions, messages }: PersonalData, base: string): Part {
  const last = devices[0]?.lastSeenAt;
  return {
    title: t("设备与记录"),
    items: [
      {
        name: t("使用过的设备"),
        value: last
          ? t("{count}台，最近{when}（只保存无法还原的标识）", {
              count: devices.length,
              when: t.moment(last),
            })
          : t("{count}台（只保存无法还原的标识）", { count: devices.length }),
      },
      { name: t("登录记录"), value: t("{count}次", { count: sessions.length }) },
      { name: t("消息"), value: t("{count}条", { count: messages.length }) },
    ],
    correction: t("记录依法保存，不能更改；有您不认识的登录，请立即退出并修改密码。"),
    link: { href: `${base}/sessions`, label: t("登录设备与记录") },
  };
}

function limited(items: Part["items"]): Part["items"] {
  if (items.length <= SHOWN) return items;
  const rest = {
    name: t("其他"),
    value: t("另有{count}项，见下载的文件", { count: items.length - SHOWN }),
  };
  return [...items.slice(0, SHOWN), rest];
}
