import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/postgresql/client";
import { timed } from "@/lib/server/db/timed";
import { withoutNul } from "@/lib/server/db/without-nul";

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5_000;
/** Lists of varying length make ever new statements; beyond this many they stay unnamed. */
const NAMED_STATEMENTS = 500;

class PortalPg extends PrismaPg {
  override async connect() {
    return timed(withoutNul(await super.connect()));
  }
}

/** Opens a PostgreSQL database with a pool of its own and statements prepared once per connection. */
export function openPostgres(url: string): PrismaClient {
  const names = new Map<string, string>();
  const statementNameGenerator = ({ sql }: { sql: string }): string => {
    let name = names.get(sql);
    if (name === undefined) {
      if (names.size >= NAMED_STATEMENTS) return "";
      name = `s${names.size}`;
      names.set(sql, name);
    }
    return name;
  };
  const adapter = new PortalPg(
    {
      connectionString: url,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      // Column defaults are written in the session's zone: anything but UTC shifts them.
      options: "-c TimeZone=UTC",
    },
    { statementNameGenerator },
  );
  return new PrismaClient({ adapter });
}
