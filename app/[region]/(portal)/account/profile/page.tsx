import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { AsWritten } from "@/components/texts/as-written";
import { t } from "@/components/texts/request-texts";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { documentTypeLabel, realNameLevelLabel } from "@/lib/labels";
import { accountOverview } from "@/lib/server/accounts/overview";
import { standsOnSecondFactor } from "@/lib/server/accounts/second-factor-proof";
import { usernameState } from "@/lib/server/accounts/username";
import { requireSession } from "@/lib/server/session";
import { SecondFactorLost } from "../_components/second-factor-lost";
import { UsernameSection } from "./_components/username-section";

export const generateMetadata = titled("个人信息维护");

/** 个人信息维护 (A1, A2; 西藏 二(三)2): the person's own facts, masked, and the username, which can be changed. */
export default async function ProfilePage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const account = await accountOverview(session.personId);
  const { username, changeableFromYear } = await usernameState(session.personId, new Date());
  return (
    <>
      <PageHeading title={t("个人信息维护")}>
        {t("姓名、证件等实名信息如有变更，请到办税服务厅办理；手机号码请在")}
        <Link className="link mx-1" href={`/${region.slug}/account/phones`}>
          {t("手机号码修改")}
        </Link>
        {t("中维护。")}
      </PageHeading>
      {!standsOnSecondFactor(session) && (
        <SecondFactorLost region={region} personId={session.personId} />
      )}
      <Card>
        <DescriptionList
          items={[
            { name: t("姓名"), value: <AsWritten>{account.name}</AsWritten> },
            { name: t("证件类型"), value: t.named(documentTypeLabel(account.documentType)) },
            { name: t("证件号码"), value: account.maskedDocumentNumber },
            { name: t("个人实名等级"), value: t.named(realNameLevelLabel(account.realNameLevel)) },
            ...(account.maskedEmail ? [{ name: t("电子邮箱"), value: account.maskedEmail }] : []),
          ]}
        />
      </Card>
      <UsernameSection username={username} changeableFromYear={changeableFromYear} />
    </>
  );
}
