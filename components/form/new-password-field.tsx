"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { useEffect, useState } from "react";
import { useTexts } from "#use-texts";
import { useActionFormContext } from "@/components/form/action-form-context";
import { PasswordField } from "@/components/form/password-field";
import { loadPasswordStrength, type PasswordScore } from "@/components/form/password-strength";
import { cn } from "@/components/ui/cn";
import { checkPassword, PASSWORD_SPECIALS, type PasswordProblem } from "@/lib/domain/password-rule";
import type { SourceText } from "@/lib/english/dictionary";

type NewPasswordFieldProps = {
  name: string;
  label: string;
  /** Words of the owner's that make a password easy to guess: name, username. */
  ownerWords?: readonly string[];
  /** What it may not be made of, in words. */
  hint?: string;
};

const SPECIALS = [...PASSWORD_SPECIALS].join(" ");

const RULES = [
  { problem: "PASSWORD_LENGTH", text: "8至16个字符" },
  { problem: "PASSWORD_CLASSES", text: "数字、字母、特殊字符至少两种" },
  {
    problem: "PASSWORD_CHARACTERS",
    text: "特殊字符只用 {specials}",
  },
  { problem: "PASSWORD_COMMON", text: "不是常见的密码" },
] as const satisfies readonly { problem: PasswordProblem; text: SourceText }[];

const STRENGTHS = ["很弱", "弱", "一般", "强", "很强"] as const;
const NO_WORDS: readonly string[] = [];

/**
 * A new password: what the rule (K3) still asks for is ticked off while typing, and its strength is estimated. The rule decides, not
 * the estimate.
 */
export function NewPasswordField({
  name,
  label,
  ownerWords = NO_WORDS,
  hint,
}: NewPasswordFieldProps) {
  const t = useTexts();
  const { form } = useActionFormContext();
  const value: unknown = form.watch(name);
  const password = typeof value === "string" ? value : "";
  const score = useStrength(password, ownerWords);
  const open = new Set(checkPassword(password));
  return (
    <div className="grid gap-2">
      <PasswordField
        name={name}
        label={label}
        autoComplete="new-password"
        hint={hint ?? t("字母区分大小写；不能包含您的证件号码、手机号码、用户名")}
      />
      <ul className="grid gap-0.5 text-sm" aria-label={t("{label}要求", { label })}>
        {RULES.map(({ problem, text }) => (
          <Rule
            key={problem}
            text={t(text, { specials: SPECIALS })}
            met={password !== "" && !open.has(problem)}
          />
        ))}
      </ul>
      <Strength score={score} />
    </div>
  );
}

function Rule({ text, met }: { text: string; met: boolean }) {
  const t = useTexts();
  const Icon = met ? CircleCheck : CircleDashed;
  return (
    <li className={cn("flex items-start gap-1.5", met ? "text-success" : "text-muted")}>
      <Icon aria-hidden="true" className="mt-1 size-4 shrink-0" />
      <span className="min-w-0 break-words">
        {text}
        <span className="sr-only">{met ? t("（已满足）") : t("（未满足）")}</span>
      </span>
    </li>
  );
}

function Strength({ score }: { score: PasswordScore | null }) {
  const t = useTexts();
  return (
    <div className={cn("flex items-center gap-3 text-sm", score === null && "hidden")}>
      <span aria-hidden="true" className="flex flex-1 gap-1">
        {STRENGTHS.map((word, index) => (
          <span key={word} className={cn("h-1.5 flex-1 rounded-sm", colour(score ?? 0, index))} />
        ))}
      </span>
      <span role="status" className="shrink-0">
        {score === null ? "" : t("密码强度：{strength}", { strength: t(STRENGTHS[score]) })}
      </span>
    </div>
  );
}

function colour(score: PasswordScore, index: number): string {
  if (index > score) return "bg-line";
  if (score < 2) return "bg-danger";
  return score === 2 ? "bg-warning" : "bg-success";
}

/** The score of what is typed; null before anything is, and while the estimator cannot be had. */
function useStrength(password: string, ownerWords: readonly string[]): PasswordScore | null {
  const [score, setScore] = useState<PasswordScore | null>(null);
  useEffect(() => {
    let stale = false;
    if (password === "") {
      setScore(null);
      return;
    }
    loadPasswordStrength().then(
      (estimate) => {
        if (!stale) setScore(estimate(password, ownerWords));
      },
      // The meter is a help only: without it the rule stands.
      () => {},
    );
    return () => {
      stale = true;
    };
  }, [password, ownerWords]);
  return score;
}
