import type { ReactNode } from "react";
import { ChineseOnlyNote } from "@/components/layout/chinese-only-note";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SkipLink } from "@/components/layout/skip-link";
import { cn } from "@/components/ui/cn";
import type { RegionProfile } from "@/lib/regions/types";

type PublicShellProps = {
  region?: RegionProfile;
  children: ReactNode;
  /** "wide" leaves the width to the page. */
  width?: "text" | "wide";
};

/** Page of the public part: header, content, footer. */
export function PublicShell({ region, children, width = "text" }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <SiteHeader region={region} />
      <ChineseOnlyNote />
      <main
        id="main"
        tabIndex={-1}
        className={cn("w-full", width === "text" && "mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12")}
      >
        {children}
      </main>
      <SiteFooter region={region} />
    </div>
  );
}
