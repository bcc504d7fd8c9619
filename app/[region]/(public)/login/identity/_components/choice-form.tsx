"use client";

import type { ReactNode } from "react";
import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import type { Result } from "@/lib/domain/result";
import { submitIdentityAction } from "../../actions";

type ChoiceFormProps = {
  region: string;
  flow: string;
  /** What 「进入」 does; without it the unified login goes on. */
  action?: (input: unknown) => Promise<Result<{ to: string }>>;
  legend: string;
  options: readonly { value: string; label: ReactNode; description?: ReactNode }[];
};

/** The choices as radios and 「进入」. */
export function ChoiceForm({ region, flow, legend, options, action }: ChoiceFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/login").then((forms) => forms.chooseIdentityForm),
    defaultValues: { region, flow, identity: "" },
    action: action ?? submitIdentityAction,
  });
  return (
    <ActionForm
      handle={handle}
      label={legend}
      help={({ code }) =>
        code === "FLOW_EXPIRED" && (
          <Link className="link" href={`/${region}/login`}>
            {t("返回登录")}
          </Link>
        )
      }
    >
      <RadioField name="identity" label={legend} options={options} cards />
      <SubmitButton className="w-full">{t("进入")}</SubmitButton>
    </ActionForm>
  );
}
