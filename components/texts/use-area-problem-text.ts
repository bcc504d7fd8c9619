"use client";

import { useTexts } from "#use-texts";
import { translatedProblem } from "@/components/texts/late-problem-text";
import type { Problem } from "@/lib/domain/result";
import { FALLBACK, type MessageText, textOf } from "@/lib/messages/form";

/** Says problems of one area, for pages of bounded weight that know what they may have to say. */
export function useAreaProblemText(
  texts: Readonly<Record<string, MessageText>>,
): (problem: Problem) => string {
  const { dictionary } = useTexts();
  return (problem) =>
    dictionary ? translatedProblem(dictionary, problem) : (textOf(texts, problem) ?? FALLBACK);
}
