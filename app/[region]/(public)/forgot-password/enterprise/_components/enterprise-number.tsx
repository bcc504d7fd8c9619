"use client";

import { TaxpayerNumberForm } from "@/app/[region]/_components/taxpayer-number-form";
import { LegacyHelp } from "@/app/[region]/(public)/login/legacy/_components/legacy-help";
import { beginEnterpriseRecoveryAction } from "../actions";

/** Whose 企业密码 was forgotten. */
export function EnterpriseNumber({ region }: { region: string }) {
  return (
    <TaxpayerNumberForm
      label="填写纳税人识别号"
      field="纳税人识别号"
      values={{ region }}
      schema={() => import("@/lib/schemas/legacy").then((forms) => forms.recoverEnterpriseForm)}
      action={beginEnterpriseRecoveryAction}
      help={(code) => <LegacyHelp region={region} code={code} />}
    />
  );
}
