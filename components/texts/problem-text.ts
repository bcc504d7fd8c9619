import type { Dictionary } from "@/components/texts/texts";
import type { Problem } from "@/lib/domain/result";
import { fillText } from "@/lib/english/fill";
import { messageOf } from "@/lib/messages";

/** The sentence shown for a problem, in the language of a dictionary. */
export function problemTextOf(dictionary: Dictionary | null, problem: Problem): string {
  if (!dictionary) return messageOf(problem);
  return fillText(dictionary[problem.code] ?? dictionary.FALLBACK ?? "", problem.params);
}
