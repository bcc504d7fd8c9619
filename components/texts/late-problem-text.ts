import type { Dictionary } from "@/components/texts/texts";
import type { Problem } from "@/lib/domain/result";
import { fillText } from "@/lib/english/fill";
import { FALLBACK, FIELD_MESSAGES, SENDING_MESSAGES, textOf } from "@/lib/messages/form";

/** Known without asking for more: what can be wrong with a field, and a connection that is gone. */
const AT_HAND = { ...FIELD_MESSAGES, ...SENDING_MESSAGES };

const catalogue = () => import("@/lib/messages");

/** Fetches the sentences of all problems, so that the first one is said without delay. */
export function fetchProblemTexts(): void {
  // Asked for again when there is a problem to say.
  catalogue().catch(() => {});
}

/**
 * The sentence of a problem, for pages of bounded weight: the catalogue of all sentences is fetched when it is needed. A general
 * sentence where it cannot be had.
 */
export async function lateProblemText(
  dictionary: Dictionary | null,
  problem: Problem,
): Promise<string> {
  if (dictionary) return translatedProblem(dictionary, problem);
  const atHand = textOf(AT_HAND, problem);
  if (atHand !== null) return atHand;
  try {
    const { messageOf } = await catalogue();
    return messageOf(problem);
  } catch {
    return FALLBACK;
  }
}

/** The sentence of a problem by a dictionary, which has a general one for whatever has none. */
export function translatedProblem(dictionary: Dictionary, problem: Problem): string {
  return fillText(dictionary[problem.code] ?? dictionary.FALLBACK ?? "", problem.params);
}
