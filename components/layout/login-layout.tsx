import type { ReactNode } from "react";
import { useTexts } from "#use-texts";
import { ChineseOnlyNote } from "@/components/layout/chinese-only-note";
import { RegionScene } from "@/components/layout/region-scene";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SkipLink } from "@/components/layout/skip-link";
import { cn } from "@/components/ui/cn";
import type { RegionProfile } from "@/lib/regions/types";

type LoginLayoutProps = {
  region: RegionProfile;
  children: ReactNode;
  /** Notices above the card. */
  notice?: ReactNode;
  /** "wide" gives room for a panel beside the form. */
  width?: "form" | "wide";
};

/** Login pages: the bureau's scene on the left, the card on the right; on a phone the card alone. */
export function LoginLayout({ region, children, notice, width = "form" }: LoginLayoutProps) {
  const t = useTexts();
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <SiteHeader region={region} />
      <ChineseOnlyNote />
      <main
        id="main"
        tabIndex={-1}
        className={cn(
          "grid flex-1",
          width === "form" ? "lg:grid-cols-2" : "lg:grid-cols-[2fr_3fr]",
        )}
      >
        <div className="relative hidden overflow-hidden lg:block">
          <RegionScene accent={region.accent} className="absolute inset-0" />
          <div className="relative max-w-md p-12 xl:p-16">
            <p className="font-semibold text-2xl leading-tight">
              {t("一个账户，")}
              <br />
              {t("全国通用")}
            </p>
            <p className="mt-3 text-muted">
              {t("注册一次，各地电子税务局都能登录。密码之外再验证一次，只有您本人能进入。")}
            </p>
          </div>
        </div>
        <div className="flex flex-col items-center px-4 py-6 sm:px-6 sm:py-10">
          <div className={cn("w-full min-w-0", width === "form" ? "max-w-[30rem]" : "max-w-3xl")}>
            {notice && <div className="mb-4 grid gap-3">{notice}</div>}
            <div className="rounded-lg border border-line bg-raised p-5 shadow-raised sm:p-8">
              {children}
            </div>
          </div>
        </div>
      </main>
      <SiteFooter region={region} legalLinks={false} />
    </div>
  );
}
