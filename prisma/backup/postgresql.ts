import { spawn } from "node:child_process";
import { closeSync, openSync, renameSync, rmSync } from "node:fs";
import { Client, escapeIdentifier } from "pg";
import { BackupError } from "@/prisma/backup/backup-error";
import { demandIntactAudit, migrateRestored } from "@/prisma/backup/elsewhere";

const NO_SUCH_DATABASE = "3D000";
const NOT_ALLOWED = "42501";

/** Parameters of a URL that name files of TLS, and what PostgreSQL's programs call them. */
const TLS_FILES = { sslrootcert: "PGSSLROOTCERT", sslcert: "PGSSLCERT", sslkey: "PGSSLKEY" };

/** What PostgreSQL's own programs read of a URL; on their command line everyone on the machine could see the password. */
function connection(url: string): Record<string, string> {
  // Read by the driver: host and port may be parameters, too, as those of a socket are.
  const { host, port, user, password, database } = new Client({ connectionString: url });
  const params = new URLSearchParams(url.split("?")[1]);
  const files = Object.entries(TLS_FILES).map(([name, variable]) => [variable, params.get(name)]);
  const sslMode = params.get("sslmode");
  const all = [
    ["PGHOST", host],
    ["PGPORT", String(port)],
    ["PGUSER", user],
    ["PGPASSWORD", password],
    ["PGDATABASE", database],
    // A word of the driver's own: encrypted, with whatever certificate.
    ["PGSSLMODE", sslMode === "no-verify" ? "require" : sslMode],
    ...files,
  ];
  return Object.fromEntries(all.filter(([, value]) => value));
}

/** Runs one of PostgreSQL's programs. @throws BackupError when it is not installed or fails */
async function runProgram(
  name: "pg_dump" | "pg_restore",
  args: string[],
  url: string,
): Promise<void> {
  const child = spawn(name, args, {
    env: { ...process.env, ...connection(url) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  child.stderr.on("data", (chunk) => {
    told = (told + chunk).slice(-2000);
  });
  const code = await new Promise<number | "MISSING">((resolve) => {
    child.on("error", () => resolve("MISSING"));
    child.on("close", (status) => resolve(status ?? 1));
  });
  if (code === 0) return;
  throw new BackupError(
    code === "MISSING"
      ? `本机没有 ${name}，请安装 postgresql-client（版本不低于服务器）。 ${name} is not installed here: install postgresql-client, not older than the server.`
      : `${name} 失败。 ${name} failed.\n${told.trim()}`,
  );
}

/**
 * Writes one moment of a PostgreSQL database to a file in pg_dump's custom format, while others write on (在线备份).
 * @throws BackupError
 */
export async function backupPostgres(url: string, file: string): Promise<void> {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  closeSync(openSync(part, "wx", 0o600));
  try {
    await runProgram(
      "pg_dump",
      ["--format=custom", "--no-owner", "--no-privileges", `--file=${part}`],
      url,
    );
    await runProgram("pg_restore", ["--list", part], url);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/** The same server's database of that name. */
function withName(url: string, name: string): string {
  return url.replace(
    /^([^:]+:\/\/[^/?]*)[^?]*/,
    (_all, server) => `${server}/${encodeURIComponent(name)}`,
  );
}

async function connected<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

async function stateOf(url: string): Promise<"ABSENT" | "EMPTY" | "FILLED"> {
  try {
    return await connected(url, async (client) => {
      const { rows } = await client.query(
        "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() LIMIT 1",
      );
      return rows.length === 0 ? "EMPTY" : "FILLED";
    });
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_DATABASE) return "ABSENT";
    throw error;
  }
}

/**
 * Puts a backup in the place of a PostgreSQL database: restored beside it, checked (of this program or an older one, every foreign
 * key, the audit trail), and renamed. What was there is kept under another name, which is returned. The role has to be allowed
 * to create databases.
 * @throws BackupError; nothing is changed then
 */
export async function restorePostgres(
  file: string,
  url: string,
  { force, stamp }: { force: boolean; stamp: string },
): Promise<string | null> {
  const state = await stateOf(url);
  if (state === "FILLED" && !force) {
    throw new BackupError(
      "数据库不是空的，如需替换请加 --force（原数据库会保留）。 The database is not empty: --force replaces it and keeps the old one aside.",
    );
  }
  const name = connection(url).PGDATABASE ?? "";
  const staged = `${name}_restoring`;
  const stagedUrl = withName(url, staged);
  const quoted = (each: string) => escapeIdentifier(each);
  return connected(withName(url, "postgres"), async (server) => {
    await demandNobodyConnected(server, name);
    await server.query(`DROP DATABASE IF EXISTS ${quoted(staged)}`);
    await createStaged(server, staged);
    try {
      const options = ["--exit-on-error", "--no-owner", "--no-privileges", `--dbname=${staged}`];
      await runProgram("pg_restore", [...options, file], stagedUrl);
      migrateRestored(stagedUrl);
      demandIntactAudit(stagedUrl);
      const aside = `${name}_before_${stamp}`;
      const renames: [string, string][] = [[staged, name]];
      if (state !== "ABSENT") renames.unshift([name, aside]);
      await rename(server, renames);
      if (state !== "EMPTY") return state === "ABSENT" ? null : aside;
      await server.query(`DROP DATABASE ${quoted(aside)}`);
      return null;
    } finally {
      await dropStaged(server, staged);
    }
  });
}

async function createStaged(server: Client, staged: string): Promise<void> {
  try {
    // As the portal needs it, and without what the server puts into every new database.
    await server.query(
      `CREATE DATABASE ${escapeIdentifier(staged)} ENCODING 'UTF8' TEMPLATE template0`,
    );
  } catch (error) {
    if ((error as { code?: string }).code !== NOT_ALLOWED) throw error;
    throw new BackupError(
      "该数据库角色无权创建数据库，请先执行 ALTER ROLE … CREATEDB。 The role may not create databases: ALTER ROLE … CREATEDB first.",
    );
  }
}

/** Sends visitors of this role away first. FORCE may not: it fails over the server's own workers. */
async function dropStaged(server: Client, staged: string): Promise<void> {
  await server.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
     WHERE datname = $1 AND backend_type = 'client backend' AND usename = current_user`,
    [staged],
  );
  await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(staged)}`);
}

const inUse = () =>
  new BackupError("数据库正在使用，请先停止门户。 The database is in use: stop the portal first.");

/** Told before the work rather than after it; renaming refuses, too. */
async function demandNobodyConnected(server: Client, name: string): Promise<void> {
  const { rows } = await server.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend' LIMIT 1",
    [name],
  );
  if (rows.length > 0) throw inUse();
}

/** All of them or none. */
async function rename(server: Client, renames: [from: string, to: string][]): Promise<void> {
  await server.query("BEGIN");
  try {
    for (const [from, to] of renames) {
      await server.query(
        `ALTER DATABASE ${escapeIdentifier(from)} RENAME TO ${escapeIdentifier(to)}`,
      );
    }
    await server.query("COMMIT");
  } catch (error) {
    await server.query("ROLLBACK");
    if ((error as { code?: string }).code !== "55006") throw error;
    throw inUse();
  }
}
