import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { buttonClass } from "@/components/ui/button-class";
import { personalData } from "@/lib/server/accounts/personal-data";
import { requireSession } from "@/lib/server/session";
import { Corrections } from "./_components/corrections";
import { DataPart } from "./_components/data-part";
import { dataParts } from "./_components/data-parts";

export const generateMetadata = titled("个人信息查询与更正");

/** 个人信息查询与更正 (个人信息保护法 45, 46): what is kept, a copy of it, and how each part is corrected. */
export default async function PersonalDataPage({
  params,
}: {
  params: Promise<{ region: string }>;
}) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const data = await personalData(session.personId);
  return (
    <>
      <PageHeading
        title={t("个人信息查询与更正")}
        actions={
          // Not a Link: a file is not a page.
          <a
            href={`/${region.slug}/account/personal-data/download`}
            download
            className={buttonClass("secondary")}
          >
            {t("下载个人信息")}
          </a>
        }
      >
        {t(
          "这里列出我们保存的您的全部个人信息。页面上号码只显示一部分，下载的文件中为完整号码，请妥善保管。",
        )}
      </PageHeading>
      <div className="grid gap-6">
        {dataParts(data, region).map((part) => (
          <DataPart key={part.title} {...part} />
        ))}
        <Corrections region={region} session={session} />
      </div>
    </>
  );
}
