/** An expected failure: a code for `lib/messages.ts`, the field it belongs to (none: the whole page), and the values its text needs. */
export type Problem = {
  code: string;
  field?: string;
  params?: Record<string, string | number>;
};

/** What every use case answers: expected failures are values, bugs throw. */
export type Result<T = undefined> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export function success(): Result<undefined>;
export function success<T>(value: T): Result<T>;
export function success<T>(value?: T): Result<T | undefined> {
  return { ok: true, value };
}

/** One problem as a failed result. */
export function failure(
  code: string,
  rest: { field?: string; params?: Problem["params"] } = {},
): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ code, ...rest }] };
}
