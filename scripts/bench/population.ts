/**
 * `npm run bench:population -- --people 1000000 --relations 3000000 [--clients 5,5000]`: fills the empty database of DATABASE_URL
 * with synthetic people, enterprises and relations, to see what size costs. Never on a database that is in use.
 */
import { parseArgs } from "node:util";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { migrate } from "@/prisma/migrate/migrate";
import { populate } from "./populate";
import { PASSWORD, phoneOf } from "./population-data";

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    relations: { type: "string", default: "3000000" },
    clients: { type: "string", default: "5,5000" },
  },
});
const numbers = [options.people, options.relations, ...options.clients.split(",")].map(Number);
if (numbers.some((number) => !Number.isInteger(number) || number < 1)) {
  console.error("用法 Usage: npm run bench:population -- --people N --relations N --clients N,N");
  process.exit(1);
}
const [people = 0, relations = 0, ...clients] = numbers;
const since = performance.now();
await migrate(env().DATABASE_URL);
try {
  await populate(db, { people, relations, clients }, (line) => console.log(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const seconds = Math.round((performance.now() - since) / 1000);
console.log(`已生成，用时 ${seconds} 秒。 Done in ${seconds} s. ${phoneOf(0)} … ${PASSWORD}`);
process.exit(0);
