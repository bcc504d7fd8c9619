"use client";

import { ActionForm } from "@/components/form/action-form";
import { AgreementField } from "@/components/form/agreement-field";
import { FileField } from "@/components/form/file-field";
import { HumanCheck } from "@/components/form/human-check";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { submitCertificateAction } from "../actions";
import { CertificateHelp } from "./certificate-help";
import { proveCertificate } from "./prove-certificate";

type Values = {
  region: string;
  file: Blob;
  passphrase: string;
  agreement: boolean;
  humanCheck: string;
};

/** Signs in the browser, then sends certificate and signature; file and passphrase stay here. */
async function submit(input: unknown) {
  const { region, agreement, humanCheck, ...secret } = input as Values;
  const proof = await proveCertificate({ region, ...secret });
  if (!proof.ok) return proof;
  return submitCertificateAction({ region, agreement, humanCheck, ...proof.value });
}

export type CertificateFormProps = {
  region: string;
  /** What the bureau calls it: 税务数字证书登录, CA登录, 税控设备登录. */
  label?: string;
  /** Which file is meant. */
  hint?: string;
};

/** 税务数字证书登录 with a certificate file (L12). */
export function CertificateForm({
  region,
  label = "税务数字证书登录",
  hint = "扩展名为 .p12 或 .pfx，支持 RSA 和 ECC 算法",
}: CertificateFormProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/certificate").then((forms) => forms.certificateForm),
    defaultValues: { region, file: undefined, passphrase: "", agreement: false },
    action: submit,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label={label}
      help={({ code }) => <CertificateHelp region={region} code={code} />}
    >
      <FileField name="file" label="证书文件" hint={hint} accept=".p12,.pfx,application/x-pkcs12" />
      <PasswordField name="passphrase" label="证书口令" />
      <p className="text-muted text-sm">
        证书文件和口令只在您的浏览器中使用，不会上传；发送的是签名和不含私钥的证书。
      </p>
      <HumanCheck />
      <AgreementField region={region} />
      <SubmitButton className="w-full">登录</SubmitButton>
    </ActionForm>
  );
}
