import "server-only";
import { appliedUpToDate } from "../db/up-to-date";
import { log } from "../log";
import { isDraining } from "./process";

const DATABASE_ANSWERS_WITHIN_MS = 2_000;
/** Answers of one moment share one question to the database: nobody can load it by asking. */
const MOMENT_MS = 500;

let last: { at: number; answer: Promise<boolean> } | undefined;

/**
 * Whether requests may be sent to this process (就绪检查): it does not go away, the database answers in time, and the migrations
 * this program needs are applied.
 */
export async function isReady(
  check: () => Promise<boolean> = appliedUpToDate,
  now = performance.now(),
): Promise<boolean> {
  if (isDraining()) return false;
  if (!last || now - last.at > MOMENT_MS) last = { at: now, answer: inTime(check) };
  return last.answer;
}

async function inTime(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"LATE">((resolve) => {
    timer = setTimeout(resolve, DATABASE_ANSWERS_WITHIN_MS, "LATE");
  });
  try {
    const answer = await Promise.race([check(), late]);
    if (answer !== true) log.warn("not ready", { late: answer === "LATE" });
    return answer === true;
  } catch (error) {
    log.warn("not ready", { err: error });
    return false;
  } finally {
    clearTimeout(timer);
  }
}
