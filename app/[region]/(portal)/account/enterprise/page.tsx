import type { Metadata } from "next";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { projectKindLabel } from "@/lib/labels";
import { requireSession } from "@/lib/server/session";
import type { ActingIdentity } from "@/lib/server/session-store";
import { identityLabel } from "../../_components/identity-label";
import { IdentityProblem } from "../../_components/identity-problem";
import { OwnRoles } from "./_components/own-roles";

export const metadata: Metadata = { title: "企业基本信息" };

/** 企业基本信息 of the acting enterprise, with 企业内身份切换 (E3). */
export default async function EnterprisePage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const { acting } = session;
  if (acting.kind === "PERSON") {
    return (
      <>
        <PageHeading title="企业基本信息" />
        <EmptyState
          title="您当前以自然人身份办理业务"
          action={
            <Link href={`/${region.slug}/account/switch`} className={buttonClass("primary")}>
              选择企业
            </Link>
          }
        >
          切换到企业身份后，这里会显示该企业的登记信息。
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeading title="企业基本信息" />
      <Card>
        <DescriptionList items={detailsOf(acting)} />
      </Card>
      <section aria-labelledby="roles" className="mt-8">
        <h2 id="roles" className="mb-4 text-lg">
          企业内身份切换
        </h2>
        {acting.kind === "ENTERPRISE" ? (
          <OwnRoles session={session} acting={acting} />
        ) : (
          <p className="text-muted">
            {acting.kind === "CLIENT"
              ? "您以涉税代理人员身份为该企业办税，没有其他企业内身份。"
              : "您正在办理跨区域项目，企业内身份请在企业业务中切换。"}
          </p>
        )}
      </section>
    </>
  );
}

function detailsOf(acting: Exclude<ActingIdentity, { kind: "PERSON" }>) {
  const { name, creditCode, taxAuthority } = acting.enterprise;
  const common = [
    { name: "企业名称", value: name },
    { name: "统一社会信用代码/纳税人识别号", value: groupCreditCode(creditCode) },
    { name: "主管税务机关", value: taxAuthority },
    { name: "当前身份", value: identityLabel(acting).role },
  ];
  if (acting.kind !== "PROJECT") return common;
  return [
    ...common,
    { name: "项目类型", value: projectKindLabel(acting.projectKind) },
    { name: "跨区域涉税事项管理编号", value: acting.number },
    { name: "项目名称", value: acting.name },
    { name: "项目主管税务机关", value: acting.projectAuthority },
  ];
}
