import { editionParams } from "@/app/[region]/_components/edition-params";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { t } from "@/components/texts/request-texts";
import { Card } from "@/components/ui/card";
import { appName, appSlug, type PhoneApp, realNameApps } from "@/lib/regions/apps";
import { servedRegions } from "@/lib/server/fixed-region";
import { DownloadCode } from "./_components/download-code";

export const generateMetadata = titled("手机APP下载");

/** Only the bureaus there are: pages made on demand would have no script hashes. */
export const dynamicParams = false;

export function generateStaticParams() {
  return editionParams(servedRegions());
}

/** 下载二维码 of each APP the bureau works with (Q5, 西藏 一6). */
export default async function AppsPage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const apps = new Set<PhoneApp>(["TAX", ...region.scanLoginApps, ...region.faceApps]);
  for (const app of realNameApps(region)) apps.add(app);
  return (
    <PublicShell region={region}>
      <PageHeading title={t("手机APP下载")}>
        {t("用手机相机扫描二维码，在浏览器中打开后选择“添加到主屏幕”即可安装。")}
      </PageHeading>
      <ul className="grid gap-4 sm:grid-cols-2">
        {[...apps].map((app) => (
          <li key={app}>
            <Card className="grid justify-items-center gap-3 text-center">
              <h2 className="text-lg">{t.named(appName(app, region))}</h2>
              <DownloadCode path={`/app/${appSlug(app)}`} name={t.named(appName(app, region))} />
            </Card>
          </li>
        ))}
      </ul>
    </PublicShell>
  );
}
