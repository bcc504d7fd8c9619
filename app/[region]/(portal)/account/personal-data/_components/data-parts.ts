import { dayOf, formatDay, formatMoment } from "@/lib/domain/china-time";
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
      title: "手机号码",
      items: data.phones.map(({ number, isDefault, verifiedAt }) => ({
        name: isDefault ? "默认手机号码" : "手机号码",
        value: `${maskPhone(number)}（${formatMoment(verifiedAt)}验证）`,
      })),
      correction: "可以自行添加、更换默认号码或删除。",
      link: { href: `${account}/phones`, label: "手机号码修改" },
    },
    realNamePart(data, account),
    {
      title: "与企业的关联关系",
      items: limited(
        data.relations.map(({ enterprise, role, primary, status, validTo }) => ({
          name: enterprise.name,
          value: [
            roleLabel(role, primary),
            relationStatusLabel(status),
            ...(validTo ? [`有效期至${formatDay(validTo)}`] : []),
          ].join("，"),
        })),
      ),
      correction: "可以自行解除；认为企业登记有误的，请联系该企业或到办税服务厅办理。",
      link: { href: `${account}/authorizations`, label: "企业授权管理" },
    },
    agreementsPart(data),
    {
      title: "跨区域项目",
      items: limited(
        data.projects.map(({ name, number }) => ({
          name: "经办人或联系人",
          value: `${name}（${number}）`,
        })),
      ),
      correction: "由报告企业变更经办人、联系人。",
    },
    recordsPart(data, account),
  ];
}

function identityPart({ identity }: PersonalData, region: RegionProfile): Part {
  return {
    title: "身份信息",
    items: [
      { name: "姓名", value: identity.name },
      { name: "证件类型", value: documentTypeLabel(identity.documentType) },
      { name: "证件号码", value: maskDocumentNumber(identity.documentNumber) },
      { name: "个人实名等级", value: realNameLevelLabel(identity.realNameLevel) },
      { name: "登记时间", value: formatMoment(identity.createdAt) },
    ],
    correction: `姓名、证件有误的，请持证件到办税服务厅申请更正，或拨打${region.hotline}咨询。`,
  };
}

function accountPart({ account }: PersonalData, base: string): Part {
  return {
    title: "账户",
    items: account
      ? [
          { name: "用户名", value: account.username ?? "未设置" },
          { name: "电子邮箱", value: account.email ? maskEmail(account.email) : "未设置" },
          { name: "密码修改时间", value: formatMoment(account.passwordChangedAt) },
          { name: "注册时间", value: formatMoment(account.createdAt) },
        ]
      : [],
    correction: "用户名每年可以修改一次；密码只保存无法还原的校验值。",
    link: { href: `${base}/profile`, label: "个人信息维护" },
  };
}

function realNamePart({ collections, faces }: PersonalData, base: string): Part {
  const living = faces.find(({ deletedAt }) => deletedAt === null);
  return {
    title: "实名采集和人脸信息",
    items: [
      ...collections.map(({ channel, region, collectedAt }) => ({
        name: collectionChannelLabel(channel),
        value: `${findRegion(region)?.name ?? ""} ${formatMoment(collectedAt)}`,
      })),
      {
        name: "人脸信息",
        value: living ? `已采集（您于${formatMoment(living.consentedAt)}单独同意）` : "没有保存",
      },
    ],
    correction: "可以重新采集或删除人脸信息。",
    link: { href: `${base}/real-name`, label: "个人实名等级" },
  };
}

function agreementsPart({ agencyStaff, agreements }: PersonalData): Part {
  return {
    title: "涉税专业服务",
    items: limited([
      ...agencyStaff.map(({ agency, filedAt, removedAt }) => ({
        name: agency.name,
        value: removedAt
          ? `曾为机构人员（${formatDay(dayOf(removedAt))}移除）`
          : `机构人员（${formatDay(dayOf(filedAt))}采集）`,
      })),
      ...agreements.map(({ agreement }) => ({
        name: agreement.client.name,
        value: `受${agreement.agency.name}委派，${formatDay(agreement.validFrom)}至${formatDay(agreement.validTo)}`,
      })),
    ]),
    correction: "由所在机构变更采集表或协议；机构不处理的，请到办税服务厅办理。",
  };
}

function recordsPart({ devices, sessions, messages }: PersonalData, base: string): Part {
  const last = devices[0]?.lastSeenAt;
  return {
    title: "设备与记录",
    items: [
      {
        name: "使用过的设备",
        value: `${devices.length}台${last ? `，最近${formatMoment(last)}` : ""}（只保存无法还原的标识）`,
      },
      { name: "登录记录", value: `${sessions.length}次` },
      { name: "消息", value: `${messages.length}条` },
    ],
    correction: "记录依法保存，不能更改；有您不认识的登录，请立即退出并修改密码。",
    link: { href: `${base}/sessions`, label: "登录设备与记录" },
  };
}

function limited(items: Part["items"]): Part["items"] {
  if (items.length <= SHOWN) return items;
  const rest = { name: "其他", value: `另有${items.length - SHOWN}项，见下载的文件` };
  return [...items.slice(0, SHOWN), rest];
}
