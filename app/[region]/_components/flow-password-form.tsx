"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import type { Result } from "@/lib/domain/result";

type FlowPasswordFormProps = {
  region: string;
  flow: string;
  /** Names the form for screen readers. */
  label: string;
  submitLabel: string;
  /** What the two boxes are called; a password of its own kind has a name of its own. */
  labels?: { newPassword: string; confirmPassword: string };
  /** What the new password may not be made of. */
  hint?: string;
  action: (input: unknown) => Promise<Result<{ to: string }>>;
  /** Where to begin anew when the flow is over. */
  restart: { href: string; label: string };
};

/** A new password, twice, at the end of a flow. */
export function FlowPasswordForm(props: FlowPasswordFormProps) {
  const t = useTexts();
  const { region, flow, label, submitLabel, action, restart, hint } = props;
  const { labels = { newPassword: t("新密码"), confirmPassword: t("确认新密码") } } = props;
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/account").then((forms) => forms.flowPasswordForm),
    defaultValues: { region, flow, newPassword: "", confirmPassword: "" },
    action,
  });
  return (
    <ActionForm
      handle={handle}
      label={label}
      help={({ code }) =>
        (code === "FLOW_EXPIRED" || code === "STEPS_EXPIRED") && (
          <Link className="link" href={restart.href}>
            {restart.label}
          </Link>
        )
      }
    >
      <NewPasswordField name="newPassword" label={labels.newPassword} hint={hint} />
      <PasswordField
        name="confirmPassword"
        label={labels.confirmPassword}
        autoComplete="new-password"
      />
      <SubmitButton className="w-full">{submitLabel}</SubmitButton>
    </ActionForm>
  );
}
