import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { BUSINESS_SYSTEMS, type BusinessSystem } from "@/lib/domain/function-tree-types";
import type { RegionProfile } from "@/lib/regions/types";

type FunctionElsewhereProps = {
  region: RegionProfile;
  system: BusinessSystem | undefined;
  /** Where that system is, and whether one is signed in there, too; null: not connected. */
  link: { url: string; signedIn: boolean } | null;
  /** The way back, e.g. to the main page. */
  back: { label: string; href: string };
};

/** A function another business system performs: leads there, or says how to get it done without it. */
export function FunctionElsewhere({ region, system, link, back }: FunctionElsewhereProps) {
  const name = system ? t.named(BUSINESS_SYSTEMS[system]) : t("业务系统");
  return (
    <>
      <Alert title={t("该功能在业务系统中办理")}>
        <p>
          {t("您可以使用该功能，它由{system}办理。", { system: name })}
          {link
            ? link.signedIn
              ? t("该系统在新窗口打开，无需再次登录。")
              : t("该系统在新窗口打开，需要在那里再次登录。")
            : t("本平台尚未接入该系统，暂时不能在这里直接办理。")}
        </p>
      </Alert>
      {!link && <WithoutSystem hotline={region.hotline} />}
      <div className="mt-6 flex flex-wrap gap-3">
        {link && (
          <a href={link.url} target="_blank" rel="noopener" className={buttonClass("primary")}>
            {t("打开{system}", { system: name })}
          </a>
        )}
        <Link href={back.href} className={buttonClass(link ? "secondary" : "primary")}>
          {back.label}
        </Link>
      </div>
    </>
  );
}

function WithoutSystem({ hotline }: { hotline: string }) {
  return (
    <section aria-labelledby="how" className="mt-6">
      <h2 id="how" className="text-lg">
        {t("现在怎样办理")}
      </h2>
      <ul className="mt-2 list-disc pl-6">
        <li>{t("携带身份证件和相关资料，到主管税务机关的办税服务厅办理；")}</li>
        <li>{t("拨打纳税缴费服务热线{hotline}咨询。", { hotline })}</li>
      </ul>
    </section>
  );
}
