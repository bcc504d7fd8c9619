import type { Db, Tx } from "@/lib/server/db";
import { ANNOUNCEMENT_BODIES } from "@/prisma/seed/announcement-bodies";
import demoJson from "@/prisma/seed/demo.json";
import { loadEnterprises } from "@/prisma/seed/demo-enterprises";
import { hashDemoPasswords } from "@/prisma/seed/demo-passwords";
import { type Ids, idOf, type Loading, loadOfficers, loadPeople } from "@/prisma/seed/demo-people";
import { type Demo, demoSchema } from "@/prisma/seed/demo-schema";

/** Writing some 150 rows takes well under a second; a slow disk gets time. */
const LOADING_TIMEOUT_MS = 60_000;

/** The database holds something else than the demo data (已有其他数据). */
export class DatabaseInUseError extends Error {
  override name = "DatabaseInUseError";
}

/**
 * Whether the demo data is there already.
 * @throws DatabaseInUseError when people or enterprises are there that the demo does not have
 */
async function alreadyLoaded(db: Db | Tx, demo: Demo): Promise<boolean> {
  const numbers = demo.officers.map(({ employeeNumber }) => employeeNumber);
  const officers = await db.officer.count({ where: { employeeNumber: { in: numbers } } });
  if (officers === numbers.length) return true;
  const others = [await db.person.count(), await db.enterprise.count(), await db.officer.count()];
  if (others.some((count) => count > 0)) {
    throw new DatabaseInUseError(
      "数据库中已有其他数据，未载入演示数据。 The database holds other data: the demo data was not loaded.",
    );
  }
  return false;
}

async function loadAnnouncements({ tx, demo, now }: Loading, officers: Ids): Promise<void> {
  await tx.announcement.createMany({
    data: demo.announcements.map(({ region, title }) => ({
      region,
      title,
      body: ANNOUNCEMENT_BODIES[title] ?? "",
      status: "PUBLISHED" as const,
      publishedAt: now,
      authorId: idOf(officers, `officer-${region}`),
    })),
  });
}

/**
 * Loads prisma/seed/demo.json into an empty database, all or nothing. Days given relative count
 * from `now`.
 * @returns false when it is there already and nothing was changed
 * @throws DatabaseInUseError
 */
export async function loadDemo(db: Db, { now }: { now: Date }): Promise<boolean> {
  const demo = demoSchema.parse(demoJson);
  if (await alreadyLoaded(db, demo)) return false;
  const hashes = await hashDemoPasswords(demo);
  return await db.$transaction(
    async (tx) => {
      // Another process may have loaded it while this one was hashing.
      if (await alreadyLoaded(tx, demo)) return false;
      const loading: Loading = { tx, demo, hashes, now };
      const officers = await loadOfficers(loading);
      const people = await loadPeople(loading, officers);
      await loadEnterprises(loading, people);
      await loadAnnouncements(loading, officers);
      return true;
    },
    { timeout: LOADING_TIMEOUT_MS, maxWait: LOADING_TIMEOUT_MS },
  );
}
