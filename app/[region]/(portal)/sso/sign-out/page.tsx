import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { buttonClass } from "@/components/ui/button-class";
import { clientName } from "@/lib/server/oidc/clients";
import { INTERACTION } from "@/lib/server/oidc/open-interaction";
import { requireSession } from "@/lib/server/session";

export const generateMetadata = titled("退出登录");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ logout?: string | string[]; client?: string | string[] }>;
};

/** A business system asks to sign out; the person decides whether everywhere or only there. */
export default async function SignOutPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  await requireSession(region.slug, "ACTING");
  const { logout, client } = await searchParams;
  if (typeof logout !== "string" || !INTERACTION.test(logout)) redirect(`/${region.slug}/home`);
  const name = await clientName(client);
  const finish = `/oidc/session/end/finish?logout=${logout}`;
  return (
    <>
      <PageHeading title={t("退出登录")}>
        {name ? t("“{client}”请求退出登录。", { client: name }) : t("业务系统请求退出登录。")}
        {t("是否同时退出电子税务局和从这里进入的其他业务系统？")}
      </PageHeading>
      {/* Not Links: what is behind them changes by being asked. */}
      <div className="flex flex-wrap gap-3">
        <a href={`${finish}&everywhere=1`} className={buttonClass()}>
          {t("全部退出")}
        </a>
        <a href={finish} className={buttonClass("secondary")}>
          {t("仅退出该系统")}
        </a>
      </div>
    </>
  );
}
