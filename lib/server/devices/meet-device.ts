import "server-only";
import { browserName } from "@/lib/domain/browser-name";
import { formatMoment } from "@/lib/domain/china-time";
import type { Tx } from "../db";
import { notify } from "../notices/notify";

/** Alerts of new devices within these minutes of the first become one (B5). */
const MERGE_MINUTES = 10;
/** Devices a merged alert names; the others are counted. */
const DEVICES_NAMED = 5;

type Login = {
  personId: string;
  deviceHash: string;
  sessionId: string;
  userAgent: string;
  place: string;
};

/**
 * 新设备登录提醒 (B5): remembers the device of a login, in the login's transaction. For a device this person has not used
 * before it puts an alert into the message centre, several within ten minutes into one; returns the id of a new one, to be
 * carried. The person's very first login is told to nobody: there is nothing yet it could differ from.
 */
export async function meetDevice(tx: Tx, login: Login, now: Date): Promise<string | null> {
  const { personId, deviceHash, sessionId } = login;
  const where = { personId, deviceHash };
  const { count } = await tx.knownDevice.updateMany({ where, data: { lastSeenAt: now } });
  if (count > 0) return null;
  // Locks the person, so that logins at once from new devices see each other's alert.
  await tx.person.update({
    where: { id: personId },
    data: { updatedAt: now },
    select: { id: true },
  });
  if ((await tx.knownDevice.count({ where })) > 0) return null;
  await tx.knownDevice.create({
    data: { ...where, firstSeenAt: now, lastSeenAt: now },
    select: { id: true },
  });
  const earlier = await tx.loginSession.findFirst({
    where: { personId, NOT: { id: sessionId } },
    select: { id: true },
  });
  // Sessions are deleted after a while (保存期限), devices are not.
  const others = earlier
    ? 1
    : await tx.knownDevice.count({ where: { personId, NOT: { deviceHash } } });
  return others > 0 ? alertOf(tx, login, now) : null;
}

async function alertOf(tx: Tx, login: Login, now: Date): Promise<string | null> {
  const device = [browserName(login.userAgent), login.place, formatMoment(now)].join("，");
  const recent = await tx.message.findFirst({
    where: {
      personId: login.personId,
      kind: "NEW_DEVICE",
      createdAt: { gt: new Date(now.getTime() - MERGE_MINUTES * 60_000) },
      incidents: { none: {} },
    },
    orderBy: { createdAt: "desc" },
    select: { id: true, params: true },
  });
  if (!recent) {
    const params = { devices: device };
    return notify(tx, { personId: login.personId, kind: "NEW_DEVICE", params }, now);
  }
  const { devices = "", more }: Record<string, string> = JSON.parse(recent.params);
  const named = devices.split("；");
  const params =
    named.length < DEVICES_NAMED
      ? { devices: [...named, device].join("；") }
      : { devices, more: String(Number(more ?? 0) + 1) };
  await tx.message.update({
    where: { id: recent.id },
    data: { params: JSON.stringify(params), readAt: null },
    select: { id: true },
  });
  return null;
}
