import { Check } from "lucide-react";
import { useTexts } from "#use-texts";
import { cn } from "@/components/ui/cn";

type StepperProps = {
  steps: readonly string[];
  /** Index of the present step, from 0. */
  current: number;
};

/** Named steps of a procedure. On a phone only the present one is named. */
export function Stepper({ steps, current }: StepperProps) {
  const t = useTexts();
  return (
    <nav aria-label={t("办理步骤")} className="mb-8">
      <p aria-hidden="true" className="mb-2 text-muted text-sm sm:hidden">
        {t("第{step}步，共{steps}步：", { step: current + 1, steps: steps.length })}
        <strong className="text-ink">{steps[current]}</strong>
      </p>
      <ol className="flex gap-2">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={index === current ? "step" : undefined}
            className={cn(
              "min-w-0 flex-1 border-t-4 pt-2",
              index <= current ? "border-accent" : "border-line",
            )}
          >
            <span
              className={cn(
                "sr-only items-center gap-1 text-sm sm:not-sr-only sm:flex",
                index === current ? "font-semibold text-ink" : "text-muted",
              )}
            >
              {index < current && <Check aria-hidden="true" className="size-4 text-accent" />}
              {index + 1}. {step}
              {index < current && <span className="sr-only">{t("（已完成）")}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
