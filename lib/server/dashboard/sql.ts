import "server-only";
import { Prisma } from "@/generated/sqlite/client";
import { isPostgres } from "../db";

/** The day ("YYYY-MM-DD" in Asia/Shanghai) of a column with an instant, on either engine. */
export function dayIn(column: string): Prisma.Sql {
  return Prisma.raw(
    isPostgres
      ? `to_char("${column}" + interval '8 hours', 'YYYY-MM-DD')`
      : `date("${column}", '+8 hours')`,
  );
}

/** A value by name out of a column with JSON, on either engine. */
export function valueIn(column: string, name: string): Prisma.Sql {
  return Prisma.raw(
    isPostgres ? `("${column}"::json ->> '${name}')` : `json_extract("${column}", '$.${name}')`,
  );
}
