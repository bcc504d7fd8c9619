import type { ReactNode } from "react";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { ChineseOnlyNote } from "@/components/layout/chinese-only-note";
import { PortalCountdown } from "@/components/layout/portal-countdown";
import { PortalHeader } from "@/components/layout/portal-header";
import { sessionState } from "@/components/layout/portal-session";
import { RoutedLinks } from "@/components/layout/routed-links";
import { SiteFooter } from "@/components/layout/site-footer";
import { SkipLink } from "@/components/layout/skip-link";
import { PageWords } from "@/components/texts/page-words";
import { t } from "@/components/texts/request-texts";
import { buttonClass } from "@/components/ui/button-class";
import { ACCOUNT_WORDS } from "@/lib/english/areas";
import { requireSession } from "@/lib/server/session";
import { identityLabel } from "./_components/identity-label";
import { personnelLinks } from "./_components/personnel-links";
import { keepAliveAction, peekSessionAction, signOutAction } from "./actions";

type Props = { params: Promise<{ region: string }>; children: ReactNode };

/** Frame of the signed-in pages. It is not rendered anew for every page: each page guards itself. */
export default async function PortalLayout({ params, children }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  const signOut = signOutAction.bind(null, region.slug);
  return (
    <PageWords words={ACCOUNT_WORDS}>
      <div className="flex min-h-dvh flex-col">
        <SkipLink />
        <PortalHeader
          region={region}
          personName={session.personName}
          identity={{
            ...identityLabel(session.acting),
            more: personnelLinks(session, new Date()).map(({ href, label }) => ({
              href,
              label: t.named(label),
            })),
          }}
          unreadMessages={session.unreadMessages}
          signOut={signOut}
        />
        <ChineseOnlyNote />
        <main id="main" tabIndex={-1} className="w-full">
          {children}
        </main>
        <SiteFooter region={region} />
        <RoutedLinks />
        <PortalCountdown
          initial={sessionState(session, new Date())}
          endedHref={`/${region.slug}/login?reason=SESSION_ENDED`}
          peek={peekSessionAction}
          keepAlive={keepAliveAction}
          signOut={
            <form action={signOut}>
              <button type="submit" className={buttonClass("secondary")}>
                {t("退出")}
              </button>
            </form>
          }
        />
      </div>
    </PageWords>
  );
}
