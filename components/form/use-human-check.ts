"use client";

import { useRef, useState } from "react";
import { type ChallengeSolver, createChallengeSolver } from "@/components/form/challenge-solver";
import { HumanCheckError, solveChallengeInWorker } from "@/components/form/solve-challenge";

type HumanCheckState = "off" | "working" | "ready" | HumanCheckError["code"];

export type HumanCheckHandle = {
  ticked: boolean;
  state: HumanCheckState;
  setTicked: (ticked: boolean) => void;
  /** Begins (again) in the background, e.g. after a failed fetch. */
  start: () => void;
  /** The payload to send, waited for; each is given out once and the next one is begun at once. */
  solution: () => Promise<string>;
};

/** The state of 人机验证: the box is ticked at once, the proof of work runs behind it. */
export function useHumanCheck(): HumanCheckHandle {
  const [ticked, setTicked] = useState(false);
  const [state, setState] = useState<HumanCheckState>("off");
  const solver = useRef<ChallengeSolver>(null);

  function ownSolver() {
    solver.current ??= createChallengeSolver(solveChallengeInWorker, () => performance.now());
    return solver.current;
  }

  function follow(work: Promise<unknown>) {
    setState("working");
    work.then(
      () => setState("ready"),
      (error: unknown) =>
        setState(error instanceof HumanCheckError ? error.code : "HUMAN_CHECK_UNAVAILABLE"),
    );
  }

  function start() {
    follow(ownSolver().start());
  }

  return {
    ticked,
    state,
    setTicked: (next) => {
      setTicked(next);
      if (next) start();
    },
    start,
    solution: () => {
      const solution = ownSolver().take();
      follow(solution);
      return solution;
    },
  };
}
