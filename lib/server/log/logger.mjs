// Plain JavaScript: the commands that keep the server processes write the same lines as the server itself.
import pino from "pino";

/** Names whose values never belong into a line, whoever logs them by mistake. */
const SECRET_KEYS = [
  "password",
  "code",
  "token",
  "phone",
  "email",
  "to",
  "name",
  "documentNumber",
  "account",
  "text",
  "authorization",
  "cookie",
];

/** Mainland phones and numbers of resident identity cards, standing alone. */
const PERSONAL_NUMBER = /(?<![\w.-])(?:1\d{10}|\d{17}[\dXx])(?![\w-])/g;

/** What may be said of a failure: kind, code and place. Its message may hold personal data. */
export function describeFailure(error) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, digest } = error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === "string" && { code }),
    ...(typeof digest === "string" && { digest }),
    stack: frames.slice(0, 8).map((line) => line.trim().replace(/\?[^\s):]*/g, "")),
  };
}

/** For somebody who reads along: time, level, what, and the rest as it is. */
function readable(line) {
  const { time, level, msg, pid: _pid, worker: _worker, ...rest } = JSON.parse(line);
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : "";
  process.stdout.write(`${time.slice(11, 19)} ${level} ${msg}${more}\n`);
}

/**
 * The log (结构化日志): one JSON object a line on standard output in production, readable lines elsewhere.
 * @param {{ environment?: Record<string, string | undefined>, context?: () => object, destination?: { write(line: string): void } }} [options]
 *   context: fields every line of the moment carries, e.g. the request's id
 */
export function createLogger({ environment = process.env, context, destination } = {}) {
  const production = environment.NODE_ENV === "production";
  const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
  const wanted = environment.LOG_LEVEL ?? "";
  const level = environment.NODE_ENV === "test" ? "silent" : "info";
  const options = {
    level: levels.includes(wanted) ? wanted : level,
    base: { pid: process.pid, worker: Number(environment.PORTAL_WORKER ?? 0) },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeFailure },
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`]).filter((path) => path !== "*.code"),
      censor: "[redacted]",
    },
    ...(context && { mixin: context }),
    hooks: { streamWrite: (line) => line.replace(PERSONAL_NUMBER, "[number]") },
  };
  const out = destination ?? (production ? pino.destination({ dest: 1, sync: true }) : undefined);
  return pino(options, out ?? { write: readable });
}
