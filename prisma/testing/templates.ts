import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { dayOf } from "@/lib/domain/china-time";
import { openDatabase } from "@/lib/server/db/open";
import { isPostgresUrl, sqlitePath } from "@/lib/server/db/url";
import { migrate } from "@/prisma/migrate/migrate";
import { loadDemo } from "@/prisma/seed/demo";

/** What a test finds in its database: tables only, or the demo data too. */
export type Contents = "empty" | "demo";

const CACHE = path.resolve("node_modules", ".cache", "test-databases");
/** Whatever the contents of a template depend on. */
const SOURCES = ["prisma/migrations", "prisma/seed", "lib/server/protect.ts"];
/** Only one process makes a template. */
const TEMPLATE_LOCK = 72_707_370;

function sourceFiles(source: string): string[] {
  if (path.extname(source) !== "") return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

let fingerprint: string | undefined;

/** Changes with the sources, the keys and the day, which relative days of the demo count from. */
function templateName(contents: Contents): string {
  const day = dayOf(new Date());
  if (fingerprint === undefined) {
    const hash = createHash("sha256").update(`${day} ${process.env.DATA_KEY}`);
    hash.update(String(process.env.BLIND_INDEX_KEY));
    for (const file of SOURCES.flatMap(sourceFiles)) hash.update(readFileSync(file));
    fingerprint = hash.digest("hex").slice(0, 12);
  }
  return `portal_template_${day.replaceAll("-", "")}_${fingerprint}_${contents}`;
}

/** What the names of all templates of a day begin with; those of other days are of no more use. */
function dayPart(name: string): string {
  return name.slice(0, "portal_template_20260101".length);
}

/** The same server with another database. */
function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Makes an empty database, without tables, on the server of TEST_POSTGRES_URL. */
export async function createServerDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(process.env.TEST_POSTGRES_URL ?? "", (client) =>
    client.query(`CREATE DATABASE "${name}"`),
  );
}

async function fill(url: string, contents: Contents): Promise<void> {
  await migrate(url);
  if (contents === "empty") return;
  const database = await openDatabase(url);
  await loadDemo(database, { now: new Date() });
  await database.$disconnect();
}

async function sqliteTemplate(contents: Contents): Promise<string> {
  const name = templateName(contents);
  const template = path.join(CACHE, `${name}.db`);
  if (existsSync(template)) return template;
  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE)) {
    if (!old.startsWith(dayPart(name))) rmSync(path.join(CACHE, old), { force: true });
  }
  const making = path.join(CACHE, `${name}.${process.pid}`);
  await fill(`file:${making}`, contents);
  const database = await openDatabase(`file:${making}`);
  await database.$executeRawUnsafe(`VACUUM INTO '${making}.db'`);
  await database.$disconnect();
  renameSync(`${making}.db`, template);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${making}${suffix}`, { force: true });
  return template;
}

/** Runs statements on a server, as the owner of the test databases. */
export async function onServer<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Removes a database; forced when somebody is still connected, which the server's own vacuum may not be. */
export async function dropDatabase(client: Client, name: string): Promise<void> {
  try {
    await client.query(`DROP DATABASE "${name}"`);
  } catch {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  }
}

async function postgresTemplate(server: string, contents: Contents): Promise<string> {
  const name = templateName(contents);
  await onServer(server, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE 'portal\\_template\\_%'",
    );
    if (rows.some(({ datname }) => datname === name)) return;
    for (const { datname } of rows) {
      if (!datname.startsWith(dayPart(name))) await dropDatabase(client, datname);
    }
    const making = `portal_making_${process.pid}`;
    await client.query(`DROP DATABASE IF EXISTS "${making}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${making}"`);
    await fill(withDatabase(server, making), contents);
    await client.query(`ALTER DATABASE "${making}" RENAME TO "${name}"`);
  });
  return name;
}

/** Makes a database at a URL where none is yet, as a copy of a template that is made when missing. */
export async function copyTemplate(url: string, contents: Contents): Promise<void> {
  if (isPostgresUrl(url)) {
    const server = process.env.TEST_POSTGRES_URL ?? "";
    const template = await postgresTemplate(server, contents);
    const name = new URL(url).pathname.slice(1);
    await onServer(server, async (client) => {
      await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
      // It ends with the run: a commit waits for no disk.
      await client.query(`ALTER DATABASE "${name}" SET synchronous_commit = off`);
    });
    return;
  }
  mkdirSync(path.dirname(sqlitePath(url)), { recursive: true });
  copyFileSync(await sqliteTemplate(contents), sqlitePath(url));
}
