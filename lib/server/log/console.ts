import "server-only";
import { log } from "../log";

const LEVELS = { debug: "debug", log: "info", info: "info", warn: "warn", error: "error" } as const;
const MAX_LENGTH = 300;

/** What others print is told without addresses' queries and without the texts of failures. */
export function harmlessLine(parts: readonly unknown[]): { text: string; err?: Error } {
  const err = parts.find((part) => part instanceof Error);
  const text = parts
    .filter((part) => typeof part === "string")
    .join(" ")
    .replace(/\?\S*/g, "")
    .split("\n", 1)[0]
    ?.slice(0, MAX_LENGTH)
    .trim();
  return { text: text || "console", err };
}

/** In production everything that Next and packages print becomes lines of the log (结构化日志), too. */
export function takeOverConsole(): void {
  if (process.env.NODE_ENV !== "production") return;
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method as keyof typeof LEVELS] = (...parts: unknown[]) => {
      const { text, err } = harmlessLine(parts);
      // Next prints what `onRequestError` has told already, with its digest.
      if (err && "digest" in err) return;
      log[level](text, { source: "console", ...(err && { err }) });
    };
  }
}
