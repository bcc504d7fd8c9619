"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { consentForm } from "@/lib/schemas/switch-identity";
import { decideConsentAction } from "../actions";

type Values = { interaction: string; decision: "ALLOW" | "REFUSE"; identityVersion: string };

type ConsentFormProps = {
  interaction: string;
  /** The count of switches this page was rendered for (B7). */
  identityVersion: number;
};

/** 「同意并继续」 or 「拒绝」; either leads back to the system that asked. */
export function ConsentForm({ interaction, identityVersion }: ConsentFormProps) {
  const t = useTexts();
  const handle = useActionForm<Values, { to: string }>({
    schema: consentForm,
    defaultValues: {
      interaction,
      decision: "ALLOW",
      identityVersion: String(identityVersion),
    },
    action: decideConsentAction,
  });

  function decide(decision: Values["decision"]) {
    handle.form.setValue("decision", decision);
  }

  return (
    <ActionForm handle={handle} label={t("授权同意")}>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("同意并继续")}</SubmitButton>
        <Button
          variant="secondary"
          pending={handle.pending}
          onClick={(event) => {
            decide("REFUSE");
            void handle.onSubmit(event).finally(() => decide("ALLOW"));
          }}
        >
          {t("拒绝")}
        </Button>
      </div>
    </ActionForm>
  );
}
