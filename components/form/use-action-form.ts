"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useId, useRef, useState, useTransition } from "react";
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type Resolver,
  set,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import { useTexts } from "#use-texts";
import type {
  ActionFormHandle,
  FieldNote,
  ShownProblem,
} from "@/components/form/action-form-context";
import { sameOriginPath } from "@/components/form/same-origin-path";
import { HumanCheckError } from "@/components/form/solve-challenge";
import { useHumanCheck } from "@/components/form/use-human-check";
import { fetchProblemTexts, lateProblemText } from "@/components/texts/late-problem-text";
import type { Problem, Result } from "@/lib/domain/result";
import { problemsOf } from "@/lib/schemas/problems";

type Schema<Values> = z.ZodType<unknown, Values>;

type Options<Values extends FieldValues, Value> = {
  /** The schema the server checks with, too; pages of bounded weight fetch it once somebody uses the form. */
  schema: Schema<Values> | (() => Promise<Schema<Values>>);
  defaultValues: DefaultValues<Values>;
  action: (input: unknown) => Promise<Result<Value>>;
  /** Sends a solved 人机验证 along as `humanCheck`. */
  humanCheck?: boolean;
  onSuccess?: (value: Value) => void;
};

/** Field of the payload of 人机验证. */
const HUMAN_CHECK = "humanCheck";

/**
 * One form, one server action. Values go to the action as typed; problems come back to their fields and to the summary, which
 * takes focus. When the action answers `{ to }`, the form goes there.
 */
export function useActionForm<Values extends FieldValues, Value>({
  schema,
  defaultValues,
  action,
  humanCheck: withHumanCheck = false,
  onSuccess,
}: Options<Values, Value>): ActionFormHandle<Values> {
  const { dictionary } = useTexts();
  const id = useId();
  const router = useRouter();
  const humanCheck = useHumanCheck();
  const [navigating, startNavigation] = useTransition();
  const [sending, setSending] = useState(false);
  const running = useRef(false);
  const notes = useRef(new Map<string, FieldNote>());
  const found = useRef<ShownProblem[]>([]);
  const [failed, setFailed] = useState<{ attempt: number; problems: ShownProblem[] }>({
    attempt: 0,
    problems: [],
  });

  async function shown(problem: Problem): Promise<ShownProblem> {
    const note = problem.field ? notes.current.get(problem.field) : undefined;
    const code =
      problem.code === "REQUIRED" && note?.kind === "choice" ? "CHOICE_REQUIRED" : problem.code;
    const params = { ...(note && { label: note.label }), ...problem.params };
    return { problem, text: await lateProblemText(dictionary, { ...problem, code, params }) };
  }

  const resolver: Resolver<Values> = async (values) => {
    const own = (await problemsWith(schema, values)).filter(
      (problem) => problem.field !== HUMAN_CHECK,
    );
    if (withHumanCheck && !humanCheck.ticked) {
      own.push({ code: "HUMAN_CHECK_REQUIRED", field: HUMAN_CHECK });
    }
    found.current = await Promise.all(own.map(shown));
    if (own.length === 0) return { values, errors: {} };
    const errors = {};
    for (const { problem, text } of found.current) {
      set(errors, problem.field ?? "root", { type: problem.code, message: text });
    }
    return { values: {}, errors };
  };

  const form = useForm<Values>({
    defaultValues,
    resolver,
    mode: "onSubmit",
    reValidateMode: "onChange",
    shouldFocusError: false,
  });

  function fail(problems: ShownProblem[]) {
    setFailed(({ attempt }) => ({ attempt: attempt + 1, problems }));
  }

  /** The action's answer, or the problem that kept it from coming. */
  async function send(values: Values): Promise<Result<Value>> {
    try {
      const proof = withHumanCheck ? { [HUMAN_CHECK]: await humanCheck.solution() } : {};
      return await action({ ...values, ...proof });
    } catch (error) {
      unstable_rethrow(error);
      const problem: Problem =
        error instanceof HumanCheckError
          ? { code: error.code, field: HUMAN_CHECK }
          : { code: "NETWORK" };
      return { ok: false, problems: [problem] };
    }
  }

  async function submit(values: Values) {
    const result = await send(values);
    if (!result.ok) {
      if (withHumanCheck) humanCheck.start();
      const problems = await Promise.all(result.problems.map(shown));
      for (const { problem, text } of problems) {
        if (problem.field && notes.current.has(problem.field)) {
          form.setError(problem.field as Path<Values>, { type: problem.code, message: text });
        }
      }
      return fail(problems);
    }
    fail([]);
    onSuccess?.(result.value);
    const to = sameOriginPath(destinationOf(result.value));
    if (to) startNavigation(() => router.push(to));
    else if (withHumanCheck) humanCheck.start();
  }

  return {
    form,
    onSubmit: async (event) => {
      event?.preventDefault?.();
      if (running.current) return;
      running.current = true;
      setSending(true);
      try {
        let refused = false;
        await form.handleSubmit(submit, () => {
          refused = true;
        })();
        // Only now do the fields hold their errors; the summary takes focus when it can list them.
        if (refused) fail(found.current);
      } finally {
        running.current = false;
        setSending(false);
      }
    },
    prepare: () => {
      fetchProblemTexts();
      // Asked for again when the form is sent, which tells what went wrong.
      if (typeof schema === "function") schema().catch(() => {});
    },
    pending: sending || navigating,
    problems: failed.problems,
    attempt: failed.attempt,
    humanCheck,
    fieldId: (name) => `${id}-${name.replaceAll(".", "-")}`,
    noteField: (name, note) => {
      notes.current.set(name, note);
    },
    noteOf: (name) => notes.current.get(name),
  };
}

/** What a schema finds in values; NETWORK where the schema cannot be fetched. */
async function problemsWith<Values>(
  schema: Schema<Values> | (() => Promise<Schema<Values>>),
  values: Values,
): Promise<Problem[]> {
  const own = typeof schema === "function" ? await schema().catch(() => null) : schema;
  if (!own) return [{ code: "NETWORK" }];
  const checked = await own.safeParseAsync(values);
  return checked.success ? [] : problemsOf(checked.error.issues);
}

function destinationOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "to" in value ? value.to : undefined;
}
