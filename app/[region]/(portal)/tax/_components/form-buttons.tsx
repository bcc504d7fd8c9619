"use client";

import { SaveDraft } from "@/components/form/save-draft";
import { SubmitButton } from "@/components/form/submit-button";
import { saveDraftAction } from "../actions";

type FormButtonsProps = {
  /** The verb of the form: 报送 or 提交. */
  submit: string;
  filing: string;
  identityVersion: number;
  /** Kind the draft is kept as; it may follow from what was typed. */
  kindOf: (values: Record<string, unknown>) => string;
};

/** At the end of a form: file it, or keep it for later. */
export function FormButtons({ submit, filing, identityVersion, kindOf }: FormButtonsProps) {
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      <SubmitButton className="min-w-32">{submit}</SubmitButton>
      <SaveDraft
        save={(values) =>
          saveDraftAction({ filing, identityVersion, kind: kindOf(values), values })
        }
      />
    </div>
  );
}
