import "server-only";
import { createLogger } from "./log/logger.mjs";
import { currentRequestId } from "./runtime/request-id";

/** What a line says beside its message: ids, codes, counts; `err` is told by kind and place only. Never personal data. */
type Fields = Record<string, unknown>;
type Level = "debug" | "info" | "warn" | "error" | "fatal";

const logger = createLogger({
  context: () => {
    const requestId = currentRequestId();
    return requestId === undefined ? {} : { requestId };
  },
});

const at =
  (level: Level) =>
  (message: string, fields: Fields = {}) =>
    logger[level](fields, message);

/** The log (结构化日志) of the server. A message is a fixed sentence: what differs from line to line is a field. */
export const log = {
  debug: at("debug"),
  info: at("info"),
  warn: at("warn"),
  error: at("error"),
  fatal: at("fatal"),
  /** Whether lines of the finest kind are written. */
  tellsAll: logger.isLevelEnabled("debug"),
};
