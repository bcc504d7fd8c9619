// Loaded before a server (`node --import`): writes a line for each SQL statement it runs on SQLite.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const Database = createRequire(require.resolve("@libsql/client"))("libsql");
const { prepare } = Database.prototype;

Database.prototype.prepare = function counted(sql) {
  if (/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(sql)) process.stdout.write("\nstatement\n");
  return prepare.call(this, sql);
};
