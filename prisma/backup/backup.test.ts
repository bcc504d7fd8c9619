import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Client } from "pg";
import { afterAll, describe, expect, test, vi } from "vitest";
import { openDatabase } from "@/lib/server/db/open";
import { backUp, restore } from "@/prisma/backup/backup";
import { BackupError } from "@/prisma/backup/backup-error";
import { dumpOf } from "@/prisma/testing/dump";
import { inProcesses } from "@/prisma/testing/processes";
import { createTestDatabase, newDatabaseUrl } from "@/prisma/testing/test-database";

vi.setConfig({ testTimeout: 120_000 });

const engines = process.env.TEST_POSTGRES_URL ? ["sqlite", "postgresql"] : ["sqlite"];
const folder = mkdtempSync(path.join(tmpdir(), "portal-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = () => path.join(folder, `${files++}.backup`);
const now = new Date("2026-03-01T02:03:04Z");
const restored = (file: string, url: string, force = false) => restore(file, url, { force, now });

async function change(url: string, sql: string): Promise<void> {
  const db = await openDatabase(url);
  await db.$executeRawUnsafe(sql);
  await db.$disconnect();
}

/** SQLite's driver closes a file when its connections are collected. */
async function closeFiles(): Promise<void> {
  setFlagsFromString("--expose-gc");
  for (let turn = 0; turn < 3; turn++) {
    (runInNewContext("gc") as () => void)();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Moves one from a counter to another and records it, in one transaction, until told to stop. */
const WRITERS = `for (let written = 0; ; written++) {
  if (await db.rateLimit.findUnique({ where: { key: "stop" } })) return written;
  await transaction(async (tx) => {
    await tx.rateLimit.update({ where: { key: "a" }, data: { count: { decrement: 1 } } });
    await tx.rateLimit.update({ where: { key: "b" }, data: { count: { increment: 1 } } });
    await appendAudit(tx, { at: new Date(), action: "LOGIN", outcome: "OK", actorKind: "PERSON" });
  });
}`;
const MODULES = `import { db, transaction } from "./lib/server/db.ts";
  import { appendAudit } from "./lib/server/audit.ts";
  import { backUp } from "./prisma/backup/backup.ts";
  const row = (key) => ({ key, count: 0, startedAt: new Date(0), expiresAt: new Date(0) });
  const sequence = async () => (await db.auditHead.findUnique({ where: { id: 1 } }))?.sequence ?? 0;`;
const BACKUP = `while ((await sequence()) < 5);
  await backUp(process.env.DATABASE_URL, process.env.FILE);
  const taken = await sequence();
  await db.rateLimit.create({ data: row("stop") });
  return taken;`;

describe.each(engines)("a backup on %s", (engine) => {
  test("taken while others write holds whole transactions and an intact audit trail", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl(engine) });
    await change(
      url,
      `INSERT INTO "RateLimit" ("key", "startedAt", "expiresAt", "count")
       VALUES ('a', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 0), ('b', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 0)`,
    );
    const file = newFile();
    const env = { DATABASE_URL: url, FILE: file };
    const [written, [taken]] = await Promise.all([
      inProcesses(2, MODULES, WRITERS, env),
      inProcesses(1, MODULES, BACKUP, env),
    ]);
    expect(written.every((count) => Number(count) > 0)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const target = newDatabaseUrl(engine);
    // Verifies the chain, whose last hash is written in the transaction of the event it belongs to.
    expect(await restored(file, target)).toBeNull();
    const db = await openDatabase(target);
    const counts = await db.rateLimit.findMany({ orderBy: { key: "asc" } });
    const head = await db.auditHead.findUniqueOrThrow({ where: { id: 1 } });
    await db.$disconnect();
    expect(counts.map(({ count }) => count)).toEqual([-head.sequence, head.sequence]);
    expect(head.sequence).toBeGreaterThanOrEqual(5);
    expect(head.sequence).toBeLessThanOrEqual(Number(taken));
  });

  test("comes back as it was, and replaces data only when told to, keeping them", async () => {
    const url = await createTestDatabase({ demo: true, url: newDatabaseUrl(engine) });
    const file = newFile();
    await backUp(url, file);
    const before = await dumpOf(url);
    await expect(backUp(url, file)).rejects.toThrow(/never overwritten/);
    await change(url, `UPDATE "Enterprise" SET "name" = '改'`);
    await expect(restored(file, url)).rejects.toThrow(/--force/);
    const changed = await dumpOf(url);
    expect(changed.Enterprise).not.toEqual(before.Enterprise);

    const user = await openDatabase(url);
    await user.enterprise.count();
    await expect(restored(file, url, true)).rejects.toThrow(/in use/);
    await user.$disconnect();
    expect(await dumpOf(url)).toEqual(changed);

    await closeFiles();
    const aside = await restored(file, url, true);
    expect(aside).toContain("20260301020304");
    expect(await dumpOf(url)).toEqual(before);
  });

  test("that is damaged, of a newer program or with a changed audit trail is refused", async () => {
    const url = await createTestDatabase({ url: newDatabaseUrl(engine) });
    const target = newDatabaseUrl(engine);
    const whole = newFile();
    await backUp(url, whole);
    const cut = newFile();
    writeFileSync(cut, readFileSync(whole));
    truncateSync(cut, Math.floor(statSync(whole).size / 2));
    await expect(restored(cut, target)).rejects.toThrow(BackupError);
    const other = newFile();
    writeFileSync(other, "no database");
    await expect(restored(other, target)).rejects.toThrow(BackupError);
    await expect(restored(newFile(), target)).rejects.toThrow(/no such backup/);

    await change(
      url,
      `INSERT INTO "AuditEvent" ("sequence", "at", "action", "outcome", "actorKind", "detail", "previousHash", "hash")
       VALUES (1, '2026-01-01 00:00:00', 'LOGIN', 'OK', 'PERSON', '{}', '0', 'forged')`,
    );
    const forged = newFile();
    await backUp(url, forged);
    await expect(restored(forged, target)).rejects.toThrow(/audit trail/);

    await change(
      url,
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at")
       VALUES ('1', 'x', '99990101000000_later', CURRENT_TIMESTAMP)`,
    );
    const newer = newFile();
    await backUp(url, newer);
    await expect(restored(newer, target)).rejects.toThrow(/newer than this program/);
  });
});

test("a damaged SQLite database is replaced and kept with its log; one that cannot be opened is not", async () => {
  const file = newFile();
  await backUp(await createTestDatabase({ url: newDatabaseUrl("sqlite") }), file);
  const target = path.join(folder, "damaged.db");
  const url = `file:${target}`;
  writeFileSync(target, "no database ".repeat(1000));
  writeFileSync(`${target}-wal`, "not written yet");
  const aside = (await restored(file, url, true)) ?? "";
  expect(readFileSync(aside, "utf8")).toContain("no database");
  expect(readFileSync(`${aside}-wal`, "utf8")).toBe("not written yet");
  expect(existsSync(`${target}-wal`)).toBe(false);
  expect((await dumpOf(url)).AuditHead).toBeDefined();

  const closed = path.join(folder, "folder.db");
  mkdirSync(closed);
  await expect(restored(file, `file:${closed}`, true)).rejects.toThrow(/cannot be read/);
  expect(statSync(closed).isDirectory()).toBe(true);
});

/** Connects to a database as soon as there is one. */
async function visit(url: string): Promise<Client> {
  for (;;) {
    const guest = new Client({ connectionString: url });
    guest.on("error", () => undefined);
    try {
      await guest.connect();
      return guest;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

test.runIf(engines.length === 2)("a PostgreSQL database is exchanged or stays", async () => {
  const url = await createTestDatabase({ url: newDatabaseUrl("postgresql") });
  const file = newFile();
  await backUp(url, file);
  await change(
    url,
    `INSERT INTO "RateLimit" ("key", "startedAt", "expiresAt", "count") VALUES ('new', now(), now(), 0)`,
  );
  const before = await dumpOf(url);
  const asked = vi.spyOn(Client.prototype, "query");
  // Somebody looks at the copy, which cannot get its name then.
  const guest = visit(`${url}_restoring`);
  await expect(restored(file, url, true)).rejects.toThrow(/in use/);
  expect(await dumpOf(url)).toEqual(before);
  await (await guest).end().catch(() => undefined);
  expect(await restored(file, url, true)).toContain("20260301020304");
  const made = asked.mock.calls.map(String).filter((sql) => sql.startsWith("CREATE DATABASE"));
  expect(made[0]).toMatch(/ENCODING 'UTF8' TEMPLATE template0$/);
  asked.mockRestore();
});

test.runIf(engines.length === 2)("a role that may not create databases is told so", async () => {
  const url = await createTestDatabase({ url: newDatabaseUrl("postgresql") });
  const file = newFile();
  await backUp(url, file);
  const query = Client.prototype.query as (...given: unknown[]) => unknown;
  const asked = vi.spyOn(Client.prototype, "query").mockImplementation(function (
    this: Client,
    ...given: unknown[]
  ) {
    if (!String(given[0]).startsWith("CREATE DATABASE")) return query.apply(this, given);
    return Promise.reject(Object.assign(new Error("permission denied"), { code: "42501" }));
  } as never);
  await expect(restored(file, newDatabaseUrl("postgresql"))).rejects.toThrow(/CREATEDB/);
  asked.mockRestore();
});

test.each([
  [
    "postgresql://o%40k:p%2Fw@[::1]:6543/por%20tal?sslmode=verify-full&sslrootcert=CA&sslcert=CERT&sslkey=KEY",
    "PGDATABASE=por tal PGHOST=::1 PGPASSWORD=p/w PGPORT=6543 PGSSLCERT=CERT PGSSLKEY=KEY PGSSLMODE=verify-full PGSSLROOTCERT=CA PGUSER=o@k",
  ],
  [
    "postgresql://ok@/portal?host=/run/postgresql&port=6543&sslmode=no-verify",
    "PGDATABASE=portal PGHOST=/run/postgresql PGPORT=6543 PGSSLMODE=require PGUSER=ok",
  ],
  [
    "postgres://ok:pw@db.example/portal",
    "PGDATABASE=portal PGHOST=db.example PGPASSWORD=pw PGPORT=5432 PGUSER=ok",
  ],
])("PostgreSQL's programs are told how to connect by %s", async (url, told) => {
  const programs = mkdtempSync(path.join(folder, "programs-"));
  const out = path.join(programs, "told");
  writeFileSync(
    path.join(programs, "pg_dump"),
    `#!/bin/sh\nenv | grep ^PG | sort > ${out}\nexit 1\n`,
    {
      mode: 0o700,
    },
  );
  for (const name of ["CA", "CERT", "KEY"]) writeFileSync(path.join(programs, name), "");
  vi.stubEnv("PATH", `${programs}:${process.env.PATH}`);
  const named = url.replace(/=(CA|CERT|KEY)/g, `=${programs}/$1`);
  await expect(backUp(named, newFile())).rejects.toThrow(/pg_dump/);
  vi.unstubAllEnvs();
  const lines = readFileSync(out, "utf8").trim().replaceAll(`${programs}/`, "").split("\n");
  expect(lines.join(" ")).toBe(told);
});

test.runIf(engines.length === 2)("without pg_dump one is told what to install", async () => {
  vi.stubEnv("PATH", folder);
  await expect(backUp(newDatabaseUrl("postgresql"), newFile())).rejects.toThrow(
    /postgresql-client/,
  );
  vi.unstubAllEnvs();
});

test("a database that is not there cannot be backed up", async () => {
  await expect(backUp("file:/nonexistent/portal.db", newFile())).rejects.toThrow(/no database/);
});
