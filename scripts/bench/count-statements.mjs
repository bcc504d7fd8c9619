// Loaded before a server (`node --import`): writes a line for each SQL statement it runs on SQLite.
import Database from "libsql";

const { prepare } = Database.prototype;

// Statements are prepared once and run many times: what is counted are the runs.
Database.prototype.prepare = function counted(sql) {
  const statement = prepare.call(this, sql);
  if (!/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(sql)) return statement;
  for (const name of ["run", "all"]) {
    const method = statement[name];
    statement[name] = (...values) => {
      process.stdout.write("\nstatement\n");
      return method.apply(statement, values);
    };
  }
  return statement;
};
