"use client";

/** From 0, guessed at once, to 4, hard to guess (密码强度). */
export type PasswordScore = 0 | 1 | 2 | 3 | 4;

type Estimate = (password: string, ownerWords: readonly string[]) => PasswordScore;

let loading: Promise<Estimate> | undefined;

/** The estimator, fetched when the first character is typed: its dictionary weighs more than the page. */
export function loadPasswordStrength(): Promise<Estimate> {
  loading ??= Promise.all([import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common")]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) => {
      const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
      return (password, ownerWords) => estimator.check(password, [...ownerWords]).score;
    },
    (error: unknown) => {
      // Offline for a moment: the next character tries again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
