import { translatedProblem } from "@/components/texts/late-problem-text";
import type { Dictionary } from "@/components/texts/texts";
import type { Problem } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";

/** The sentence shown for a problem, in the language of a dictionary. */
export function problemTextOf(dictionary: Dictionary | null, problem: Problem): string {
  return dictionary ? translatedProblem(dictionary, problem) : messageOf(problem);
}
