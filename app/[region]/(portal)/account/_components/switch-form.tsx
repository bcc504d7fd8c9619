"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { useTexts } from "#use-texts";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import { switchIdentityAction } from "../../actions";

type SwitchFormProps = {
  /** The count of switches this page was rendered for (B7). */
  identityVersion: number;
  /** The request of a business system the switch is made for. */
  interaction?: string;
  children: ReactNode;
};

/** The form around rows with 「切换」; works without JavaScript. */
export function SwitchForm({ identityVersion, interaction, children }: SwitchFormProps) {
  const t = useTexts();
  const problemText = useProblemText();
  const [result, submit] = useActionState(switchIdentityAction, null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result && !result.ok) box.current?.focus();
  }, [result]);
  return (
    <form action={submit}>
      <input type="hidden" name="identityVersion" value={identityVersion} />
      {interaction && <input type="hidden" name="interaction" value={interaction} />}
      {result && !result.ok && (
        <Alert
          ref={box}
          role="alert"
          tabIndex={-1}
          tone="danger"
          title={t("没有切换")}
          className="mb-6"
        >
          {result.problems.map((problem) => (
            <p key={problem.code}>{problemText(problem)}</p>
          ))}
        </Alert>
      )}
      {children}
    </form>
  );
}
