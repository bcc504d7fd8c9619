import type { Metadata } from "next";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { documentTypeLabel, realNameLevelLabel } from "@/lib/labels";
import { type AccountOverview, accountOverview } from "@/lib/server/accounts/overview";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../_components/identity-problem";

export const metadata: Metadata = { title: "账户中心" };

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
      <PageHeading title="账户中心">您在全国各电子税务局使用同一个账户。</PageHeading>
      <h2 className="mb-4 text-lg">个人信息</h2>
      <Card>
        <DescriptionList
          items={[
            { name: "姓名", value: account.name },
            { name: "证件类型", value: documentTypeLabel(account.documentType) },
            { name: "证件号码", value: account.maskedDocumentNumber },
            { name: "个人实名等级", value: realNameLevelLabel(account.realNameLevel) },
            { name: "手机号码", value: <Phones phones={account.phones} /> },
            ...(account.maskedEmail ? [{ name: "电子邮箱", value: account.maskedEmail }] : []),
            { name: "用户名", value: account.username ?? <Unset>未设置</Unset> },
          ]}
        />
      </Card>
    </>
  );
}

function Phones({ phones }: Pick<AccountOverview, "phones">) {
  if (phones.length === 0) return <Unset>未绑定手机号码</Unset>;
  return (
    <ul className="grid gap-1">
      {phones.map(({ id, masked, isDefault }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          {masked}
          {isDefault && <Badge tone="accent">默认</Badge>}
        </li>
      ))}
    </ul>
  );
}

function Unset({ children }: { children: string }) {
  return <span className="text-muted">{children}</span>;
}
