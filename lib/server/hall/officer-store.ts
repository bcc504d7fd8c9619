import "server-only";
import type { OfficerRole } from "@/lib/domain/officer-roles";
import { HALL_LIMITS, SLIDE_SECONDS, sessionEnded } from "@/lib/domain/session-limits";
import { db } from "../db";
import { sessionTokenHash } from "../session-store";

/** A signed-in officer (税务人员) as every page and action of the hall sees them; true at the moment it was read. */
export type CurrentOfficer = {
  sessionId: string;
  officerId: string;
  /** 工号. */
  employeeNumber: string;
  name: string;
  /** The bureau the officer works for: all they reach. */
  region: string;
  role: OfficerRole;
};

type ReadOfficer = CurrentOfficer & { createdAt: Date; lastSeenAt: Date };

/**
 * Reads the session of an officer by its token: revoked, idle (15 minutes), too old (4 hours), or the officer disabled since
 * → null.
 */
export async function readOfficer(
  token: string,
  { now, slide }: { now: Date; slide: boolean },
): Promise<ReadOfficer | null> {
  const row = await db.loginSession.findFirst({
    where: {
      tokenHash: sessionTokenHash(token, "HALL"),
      instance: "HALL",
      revokedAt: null,
      officer: { disabledAt: null },
    },
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      officer: {
        select: { id: true, employeeNumber: true, name: true, region: true, role: true },
      },
    },
  });
  if (!row?.officer || sessionEnded(row, now, HALL_LIMITS)) return null;
  if (slide && now.getTime() - row.lastSeenAt.getTime() > SLIDE_SECONDS * 1000) {
    await db.loginSession.updateMany({
      where: { id: row.id, revokedAt: null, lastSeenAt: { lt: now } },
      data: { lastSeenAt: now },
    });
  }
  const { id: officerId, ...officer } = row.officer;
  const { createdAt, lastSeenAt } = row;
  return { sessionId: row.id, officerId, ...officer, createdAt, lastSeenAt };
}
