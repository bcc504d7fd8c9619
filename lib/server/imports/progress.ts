import "server-only";
import { IMPORT_OVER } from "@/lib/domain/registry-file";
import { db } from "../db";
import { eventStream } from "../event-stream";
import type { CurrentOfficer } from "../hall/officer-store";
import { takeFromWindow } from "../rate-limit";

/** Connections one run may open in ten minutes, by all officers who look at it. */
const MAX_STREAMS = 100;
const WINDOW_SECONDS = 600;

/** How far a run of the officer's bureau is, as a text that changes with every step: lines read, then `IMPORT_OVER`. Null: none. */
export async function importProgress(
  id: string,
  { region }: Pick<CurrentOfficer, "region">,
): Promise<string | null> {
  const run = await db.importRun.findFirst({
    where: { id, region },
    select: { status: true, readBytes: true, lineCount: true },
  });
  if (!run) return null;
  const { status, readBytes, lineCount } = run;
  const working = status === "CHECKING" || status === "APPROVED";
  return working ? `${status} ${readBytes} ${lineCount}` : IMPORT_OVER;
}

/** The same as server-sent events, until nobody works on the run any more. Null: not of the officer's bureau. */
export async function importEvents(
  id: string,
  officer: Pick<CurrentOfficer, "region">,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | null> {
  const first = await importProgress(id, officer);
  if (!first) return null;
  const limit = { limit: MAX_STREAMS, windowSeconds: WINDOW_SECONDS, now: new Date() };
  if (!(await takeFromWindow(`import-events:${id}`, limit)).allowed) return null;
  const look = () => importProgress(id, officer);
  return eventStream({ first, look, isFinal: (text) => text === IMPORT_OVER }, signal);
}
