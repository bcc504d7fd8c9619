import { notFound } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { appName } from "@/lib/regions/apps";
import { UnlockByFace } from "./_components/unlock-by-face";
import { UnlockForm } from "./_components/unlock-form";

export const generateMetadata = titled("刷脸解锁");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** 刷脸解锁: whose account, then the face by scan; where the bureau opens locks by face (山东 12). */
export default async function UnlockPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  if (!region.unlockWays.includes("FACE")) notFound();
  const { flow } = await searchParams;
  return (
    <LoginLayout region={region}>
      <PageHeading title={t("刷脸解锁")}>{t("通过扫脸确认是您本人后，账号立即解锁。")}</PageHeading>
      {typeof flow === "string" ? (
        <UnlockByFace
          region={region.slug}
          flow={flow}
          apps={region.faceApps.map((app) => ({ app, name: t.named(appName(app, region)) }))}
        />
      ) : (
        <UnlockForm region={region.slug} />
      )}
    </LoginLayout>
  );
}
