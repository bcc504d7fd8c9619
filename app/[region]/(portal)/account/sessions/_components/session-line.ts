import { t } from "@/components/texts/request-texts";
import { entryLabel, roleLabel } from "@/lib/labels";
import { appName } from "@/lib/regions/apps";
import { findRegion } from "@/lib/regions/list";
import type { OpenSession } from "@/lib/server/devices/open-sessions";
import type { SessionLine } from "./session-table";

/** An open login as its row says it; `currentId` is the login that asks. */
export function sessionLine(session: OpenSession, currentId: string): SessionLine {
  const { id, app, entry, actingFor, role } = session;
  const region = findRegion(session.region);
  const bureau = region ? t("{area}电子税务局", { area: t.named(region.name) }) : t("电子税务局");
  return {
    id,
    browser: t.named(session.browser),
    place: t.named(session.place || "未知位置"),
    where:
      app && region
        ? t("{what}（{when}）", { what: t.named(appName(app, region)), when: t.named(region.name) })
        : bureau,
    acting: [
      entry && t.named(entryLabel(entry)),
      actingFor,
      role && t.named(roleLabel(role.role, role.primary)),
    ]
      .filter(Boolean)
      .join(" · "),
    since: t.moment(session.createdAt),
    lastSeen: t.moment(session.lastSeenAt),
    current: id === currentId,
  };
}
