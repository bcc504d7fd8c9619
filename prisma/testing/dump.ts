import { openDatabase } from "@/lib/server/db/open";
import { portalTables } from "@/prisma/copy/tables";

/** Everything the application can read of a database, by model. */
export async function dumpOf(url: string): Promise<Record<string, unknown[]>> {
  const db = await openDatabase(url);
  try {
    const all: Record<string, unknown[]> = {};
    for (const { name, key } of portalTables()) {
      const model = name.charAt(0).toLowerCase() + name.slice(1);
      const { findMany } = (
        db as unknown as Record<string, { findMany(): Promise<Record<string, unknown>[]> }>
      )[model] as { findMany(): Promise<Record<string, unknown>[]> };
      const place = (row: Record<string, unknown>) =>
        JSON.stringify(key.map((column) => row[column]));
      all[name] = (await findMany()).sort((a, b) => (place(a) < place(b) ? -1 : 1));
    }
    return all;
  } finally {
    await db.$disconnect();
  }
}
