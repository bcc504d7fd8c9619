import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import type { SourceText } from "@/lib/english/dictionary";
import type { Scope } from "@/lib/server/oidc/claims";
import { readConsent } from "@/lib/server/oidc/consent";
import { requireSession } from "@/lib/server/session";
import { identityLabel } from "../../_components/identity-label";
import { ConsentForm } from "./_components/consent-form";

export const generateMetadata = titled("授权同意");

/** What each scope hands over, in plain words. */
const HANDED_OVER: Readonly<Record<Scope, SourceText>> = {
  openid: "您在本网站的用户编号，以及本次登录的时间和方式",
  profile: "您的姓名和个人实名等级",
  identity: "您当前办理业务的身份：企业名称、统一社会信用代码、您的角色和已有的功能权限",
};

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ interaction?: string | string[] }>;
};

/** 授权同意: an outside system asks to be told who signs in (个人信息保护法 23). */
export default async function ConsentPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  const { interaction } = await searchParams;
  const asked = await readConsent(interaction, session);
  if (!asked) redirect("/sign-in-problem?error=CONSENT_OVER");
  const { name, role } = identityLabel(session.acting);
  return (
    <>
      <PageHeading title={t("授权同意")}>
        {t("“{client}”希望使用您的电子税务局账户登录。当前身份：{identity}。", {
          client: asked.clientName,
          identity: [name, role].filter(Boolean).join(" "),
        })}
      </PageHeading>
      <Card>
        <h2 className="text-lg">{t("同意后将向“{client}”提供", { client: asked.clientName })}</h2>
        <ul className="mt-3 list-disc space-y-1 pl-5">
          {asked.scopes.map((scope) => (
            <li key={scope}>{t(HANDED_OVER[scope])}</li>
          ))}
        </ul>
        <p className="mt-4 text-muted">{t("不提供证件号码、手机号码和密码。")}</p>
      </Card>
      <Alert tone="info" className="my-6" title={t("该系统不属于税务机关")}>
        <p>
          {t(
            "退出电子税务局、切换身份或本次登录结束后，授权随即失效。不同意不影响您办理其他业务。",
          )}
        </p>
      </Alert>
      <ConsentForm interaction={String(interaction)} identityVersion={session.identityVersion} />
    </>
  );
}
