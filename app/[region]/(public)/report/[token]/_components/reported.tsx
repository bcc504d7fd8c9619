import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import type { RegionProfile } from "@/lib/regions/types";

/** The number of a report and what to do next (B4). */
export function Reported({ region, number }: { region: RegionProfile; number: string }) {
  return (
    <>
      <PageHeading title={t("已受理您的报告")} />
      <Alert tone="success" role="status" title={t("报告编号 {number}", { number })}>
        <p>{t("请记下编号。您在所有设备上的登录已结束。")}</p>
      </Alert>
      <h2 className="mt-8 text-lg">{t("接下来请您")}</h2>
      <ol className="mt-3 list-decimal space-y-2 pl-5">
        <li>{t("重新登录，并按提示修改密码，不要使用其他网站用过的密码；")}</li>
        <li>{t("登录后核对手机号码、用户名和企业授权，删除不认识的手机号码；")}</li>
        <li>{t("没有可用手机号码的，请使用“找回手机号码”，或持证件到办税服务厅办理；")}</li>
        <li>
          {t("已造成损失，或不能登录的，请拨打{hotline}并提供报告编号。", {
            hotline: region.hotline,
          })}
        </li>
      </ol>
      <div className="mt-6 flex flex-wrap gap-3">
        <Link href={`/${region.slug}/login`} className={buttonClass("primary")}>
          {t("重新登录")}
        </Link>
        <Link href={`/${region.slug}/find-phone`} className={buttonClass("secondary")}>
          {t("找回手机号码")}
        </Link>
      </div>
    </>
  );
}
