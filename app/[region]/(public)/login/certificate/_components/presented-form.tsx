"use client";

import { ActionForm } from "@/components/form/action-form";
import { AgreementField } from "@/components/form/agreement-field";
import { HumanCheck } from "@/components/form/human-check";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { submitPresentedAction } from "../actions";
import { CertificateHelp } from "./certificate-help";

/** Signs in with the certificate the browser has already shown to the front server in TLS. */
export function PresentedForm({ region, holder }: { region: string; holder: string }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/certificate").then((forms) => forms.presentedForm),
    defaultValues: { region, agreement: false },
    action: submitPresentedAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label="使用浏览器中的证书登录"
      help={({ code }) => <CertificateHelp region={region} code={code} />}
    >
      <p>
        已识别到浏览器中的证书：<strong className="break-words">{holder}</strong>
      </p>
      <HumanCheck />
      <AgreementField region={region} />
      <SubmitButton className="w-full">使用此证书登录</SubmitButton>
    </ActionForm>
  );
}
