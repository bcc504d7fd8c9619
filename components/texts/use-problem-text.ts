"use client";

import { useTexts } from "#use-texts";
import { problemTextOf } from "@/components/texts/problem-text";
import type { Problem } from "@/lib/domain/result";

/** Says problems in the language of the page. */
export function useProblemText(): (problem: Problem) => string {
  const { dictionary } = useTexts();
  return (problem) => problemTextOf(dictionary, problem);
}
