import { useTexts } from "#use-texts";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { Link } from "@/components/ui/link";
import type { RegionProfile } from "@/lib/regions/types";

type SiteFooterProps = {
  region?: Pick<RegionProfile, "slug" | "bureauName" | "hotline">;
  /** Off on pages whose form links to both texts itself. */
  legalLinks?: boolean;
};

const LINK = "link inline-flex min-h-11 items-center";

/** Hotline and legal texts. */
export function SiteFooter({ region, legalLinks = true }: SiteFooterProps) {
  const t = useTexts();
  return (
    <footer className="mt-auto border-line border-t">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-4 py-3 text-muted text-sm sm:px-6">
        <span>
          {t("纳税缴费服务热线")}{" "}
          <strong className="text-ink tabular-nums">{region?.hotline ?? "12366"}</strong>
        </span>
        {region && legalLinks && (
          <>
            <Link href={`/${region.slug}/terms`} className={LINK}>
              {t("用户服务协议")}
            </Link>
            <Link href={`/${region.slug}/privacy`} className={LINK}>
              {t("隐私政策")}
            </Link>
          </>
        )}
        <LanguageSwitch />
      </div>
    </footer>
  );
}
