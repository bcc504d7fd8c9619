import { pathToFileURL } from "node:url";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { connection } from "next/server";
import { PrismaClient } from "../../../../generated/sqlite/client";

let client;

/** Opened by the first request, so that the build needs no database. */
function database() {
  client ??= new PrismaClient({
    adapter: new PrismaLibSql({ url: pathToFileURL(process.env.BARE_DATABASE).href }),
  });
  return client;
}

/** One query by primary key, rendered at every request: what any signed-in page costs at least. */
export default async function Page() {
  await connection();
  const person = await database().person.findUnique({
    where: { id: process.env.BARE_PERSON },
    select: { name: true },
  });
  return <main>{person?.name}</main>;
}
