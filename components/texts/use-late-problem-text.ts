"use client";

import { useEffect, useState } from "react";
import { useTexts } from "#use-texts";
import { lateProblemText } from "@/components/texts/late-problem-text";
import type { Problem } from "@/lib/domain/result";

/** The sentence of a problem in the language of the page; null without a problem, and until the sentence is there. */
export function useLateProblemText(problem: Problem | null): string | null {
  const { dictionary } = useTexts();
  const [said, setSaid] = useState<{ problem: Problem; text: string } | null>(null);
  useEffect(() => {
    let current = true;
    if (problem) {
      lateProblemText(dictionary, problem).then((text) => current && setSaid({ problem, text }));
    }
    return () => {
      current = false;
    };
  }, [dictionary, problem]);
  return said !== null && said.problem === problem ? said.text : null;
}
