import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { AsWritten } from "@/components/texts/as-written";
import { t } from "@/components/texts/request-texts";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { documentTypeLabel, realNameLevelLabel } from "@/lib/labels";
import { type AccountOverview, accountOverview } from "@/lib/server/accounts/overview";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../_components/identity-problem";

export const generateMetadata = titled("账户中心");

/** 账户中心: the person's own account at a glance. */
export default async function AccountPage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const account = await accountOverview(session.personId);
  return (
    <>
      <PageHeading title={t("账户中心")}>{t("您在全国各电子税务局使用同一个账户。")}</PageHeading>
      <h2 className="mb-4 text-lg">{t("个人信息")}</h2>
      <Card>
        <DescriptionList
          items={[
            { name: t("姓名"), value: <AsWritten>{account.name}</AsWritten> },
            { name: t("证件类型"), value: t.named(documentTypeLabel(account.documentType)) },
            { name: t("证件号码"), value: account.maskedDocumentNumber },
            { name: t("个人实名等级"), value: t.named(realNameLevelLabel(account.realNameLevel)) },
            { name: t("手机号码"), value: <Phones phones={account.phones} /> },
            ...(account.maskedEmail ? [{ name: t("电子邮箱"), value: account.maskedEmail }] : []),
            ...(account.taxAuthority
              ? [{ name: t("所属税务机关"), value: t.named(account.taxAuthority) }]
              : []),
            { name: t("用户名"), value: account.username ?? <Unset>{t("未设置")}</Unset> },
          ]}
        />
      </Card>
    </>
  );
}

function Phones({ phones }: Pick<AccountOverview, "phones">) {
  if (phones.length === 0) return <Unset>{t("未绑定手机号码")}</Unset>;
  return (
    <ul className="grid gap-1">
      {phones.map(({ id, masked, isDefault }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          {masked}
          {isDefault && <Badge tone="accent">{t("默认")}</Badge>}
        </li>
      ))}
    </ul>
  );
}

function Unset({ children }: { children: string }) {
  return <span className="text-muted">{children}</span>;
}
