import { formatMoment } from "@/lib/domain/china-time";
import { entryLabel, roleLabel } from "@/lib/labels";
import { appName } from "@/lib/regions/apps";
import { findRegion } from "@/lib/regions/list";
import type { OpenSession } from "@/lib/server/devices/open-sessions";
import type { SessionLine } from "./session-table";

/** An open login as its row says it; `currentId` is the login that asks. */
export function sessionLine(session: OpenSession, currentId: string): SessionLine {
  const { id, app, entry, actingFor, role } = session;
  const region = findRegion(session.region);
  const bureau = region ? `${region.name}电子税务局` : "电子税务局";
  return {
    id,
    browser: session.browser,
    place: session.place || "未知位置",
    where: app && region ? `${appName(app, region)}（${region.name}）` : bureau,
    acting: [entry && entryLabel(entry), actingFor, role && roleLabel(role.role, role.primary)]
      .filter(Boolean)
      .join(" · "),
    since: formatMoment(session.createdAt),
    lastSeen: formatMoment(session.lastSeenAt),
    current: id === currentId,
  };
}
