import type { Prompt } from "@/lib/domain/face-challenge";

/** What the person is asked to do; REST is looking into the camera. */
export type Instruction = Prompt | "REST";

/** A picture of the camera, `at` milliseconds after the first instruction. */
export type Recorded = { at: number; jpeg: Blob };

const REST_MS = 2000;
const PROMPT_MS = 4500;
const FRAME_MS = 330;

type Recording = {
  challenge: readonly Prompt[];
  maxFrames: number;
  picture: () => Promise<Blob | null>;
  onInstruction: (instruction: Instruction, step: number) => void;
  signal: AbortSignal;
};

/**
 * Shows the prompts one after another and takes about three pictures a second meanwhile: looking ahead first, then each prompt.
 * What the pictures show is for the server to judge.
 */
export async function recordChallenge({
  challenge,
  maxFrames,
  picture,
  onInstruction,
  signal,
}: Recording): Promise<Recorded[]> {
  const frames: Recorded[] = [];
  const started = performance.now();
  const steps: [Instruction, number][] = [
    ["REST", REST_MS],
    ...challenge.map((prompt): [Instruction, number] => [prompt, PROMPT_MS]),
  ];
  for (const [step, [instruction, lasts]] of steps.entries()) {
    onInstruction(instruction, step);
    const end = performance.now() + lasts;
    while (performance.now() < end && !signal.aborted) {
      const at = Math.round(performance.now() - started);
      const jpeg = await picture();
      if (jpeg && frames.length < maxFrames && at > (frames.at(-1)?.at ?? -1)) {
        frames.push({ at, jpeg });
      }
      const spent = performance.now() - started - at;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, FRAME_MS - spent)));
    }
  }
  return frames;
}
