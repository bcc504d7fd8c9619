import type { ReactNode } from "react";
import { AccountShell } from "@/components/layout/account-shell";
import { PortalCountdown } from "@/components/layout/portal-countdown";
import { SkipLink } from "@/components/layout/skip-link";
import { buttonClass } from "@/components/ui/button-class";
import { hallNavigation } from "@/lib/domain/hall-functions";
import { HALL_LIMITS } from "@/lib/domain/session-limits";
import { officerRoleLabel } from "@/lib/labels";
import { findRegion } from "@/lib/regions/list";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { HallHeader } from "../_components/hall-header";
import { keepOfficerAction, peekOfficerAction, signOutOfficerAction } from "../actions";

/** Frame of the hall's pages. It is not rendered anew for every page: each page guards itself. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const { name, region, role } = await requireOfficer();
  const profile = findRegion(region);
  const initial = await peekOfficerAction();
  return (
    <div data-accent={profile?.accent} className="flex min-h-dvh flex-col">
      <SkipLink />
      <HallHeader
        officer={{
          name,
          role: officerRoleLabel(role),
          bureauName: profile?.bureauName ?? "",
        }}
        signOut={signOutOfficerAction}
      />
      <main id="main" tabIndex={-1} className="w-full">
        <AccountShell label="办税服务厅" groups={hallNavigation(role)}>
          {children}
        </AccountShell>
      </main>
      {initial && (
        <PortalCountdown
          initial={initial}
          limits={HALL_LIMITS}
          endedHref="/hall/login?reason=SESSION_ENDED"
          peek={peekOfficerAction}
          keepAlive={keepOfficerAction}
          signOut={
            <form action={signOutOfficerAction}>
              <button type="submit" className={buttonClass("secondary")}>
                退出
              </button>
            </form>
          }
        />
      )}
    </div>
  );
}
