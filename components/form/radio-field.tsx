"use client";

import type { ReactNode } from "react";
import { FieldError, FieldHint } from "@/components/form/field-frame";
import { useField } from "@/components/form/use-field";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { useHydrated } from "@/components/ui/use-hydrated";

type RadioFieldProps = {
  name: string;
  label: string;
  hideLabel?: boolean;
  options: readonly {
    value: string;
    label: ReactNode;
    description?: ReactNode;
    disabled?: boolean;
  }[];
  hint?: ReactNode;
  /** Draws each choice as a card. */
  cards?: boolean;
};

/** A choice among a few, all of them in sight. */
export function RadioField({ name, label, hideLabel, options, hint, cards }: RadioFieldProps) {
  const { id, error, control } = useField(name, { label, kind: "choice" }, Boolean(hint));
  const { id: _, "aria-describedby": describedBy, "aria-invalid": invalid, ...radio } = control;
  const hydrated = useHydrated();
  return (
    <RadioGroup
      legend={label}
      hideLegend={hideLabel}
      aria-describedby={describedBy}
      aria-invalid={invalid}
    >
      <FieldHint id={id}>{hint}</FieldHint>
      {options.map((option, index) => (
        <Radio
          {...radio}
          key={option.value}
          // The summary's link leads to the first choice.
          id={index === 0 ? id : `${id}-${index}`}
          value={option.value}
          label={option.label}
          description={option.description}
          disabled={!hydrated || option.disabled}
          card={cards}
        />
      ))}
      <FieldError id={id}>{error}</FieldError>
    </RadioGroup>
  );
}
