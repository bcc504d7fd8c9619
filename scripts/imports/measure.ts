/**
 * `DATABASE_URL=file:/tmp/new.db npm run import:measure -- N`: what N lines of each kind cost to be read and to count, and how long a
 * query of the same process waited meanwhile. The database should be a new one.
 */
import { Readable } from "node:stream";
import { IMPORT_KINDS, type ImportKind } from "@/lib/domain/registry-file";
import { db } from "@/lib/server/db";
import { applyRun } from "@/lib/server/imports/apply-run";
import { checkRun } from "@/lib/server/imports/check-run";
import { keepFile } from "@/lib/server/imports/file-store";
import { migrate } from "@/prisma/migrate/migrate";
import { sampleFile } from "./sample-rows";

const PROBE_MS = 20;
const count = Number(process.argv[2]);
const url = process.env.DATABASE_URL ?? "";

/** Time on the clock, time of the processor, and the longest that a query waited; milliseconds. */
type Cost = { ms: number; cpuMs: number; waited: number };

/** Queries as a page would, all the while; the longest any of them took, milliseconds. */
async function whileProbing(work: () => Promise<void>): Promise<Cost> {
  let waited = 0;
  let going = true;
  const probing = (async () => {
    while (going) {
      const start = performance.now();
      await db.flow.count();
      waited = Math.max(waited, performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    }
  })();
  const start = performance.now();
  const before = process.cpuUsage();
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  going = false;
  await probing;
  return { ms, waited, cpuMs: (user + system) / 1000 };
}

async function measure(kind: ImportKind): Promise<void> {
  const now = new Date();
  const { id } = await db.importRun.create({
    data: {
      kind,
      region: "shandong",
      reason: "measure",
      requestedById: "measure",
      createdAt: now,
      updatedAt: now,
    },
    select: { id: true },
  });
  const body = Readable.toWeb(Readable.from(bytesOf(kind))) as ReadableStream<Uint8Array>;
  const kept = await keepFile(id, body);
  if (!kept.ok) throw new Error(kept.problems[0]?.code);
  await db.importRun.update({ where: { id }, data: { ...kept.value, status: "CHECKING" } });
  const read = await whileProbing(() => checkRun(id));
  await db.importRun.update({ where: { id }, data: { status: "APPROVED" } });
  const applied = await whileProbing(() => applyRun(id));
  const { status, newCount } = await db.importRun.findUniqueOrThrow({ where: { id } });
  const text = ({ ms, cpuMs, waited }: Cost) =>
    `${(ms / 1000).toFixed(1)} s, CPU ${(cpuMs / 1000).toFixed(1)} s, a query waited ${Math.round(waited)} ms at most`;
  process.stdout.write(
    `${kind} ${status} ${newCount}: read ${text(read)}; count ${text(applied)}; ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`,
  );
}

async function* bytesOf(kind: ImportKind): AsyncGenerator<Buffer> {
  for (const line of sampleFile(kind, count)) yield Buffer.from(line);
}

await migrate(url);
for (const kind of IMPORT_KINDS) await measure(kind);
process.exit(0);
