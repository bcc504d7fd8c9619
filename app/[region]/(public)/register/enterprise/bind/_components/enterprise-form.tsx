"use client";

import { TaxpayerNumberForm } from "@/app/[region]/_components/taxpayer-number-form";
import { RegisterHelp } from "../../../_components/register-help";
import { findBindingEnterpriseAction } from "../../actions";

/** The enterprise to bind, by its 统一社会信用代码. */
export function EnterpriseForm({ region, flow }: { region: string; flow: string }) {
  return (
    <TaxpayerNumberForm
      label="绑定企业"
      field="统一社会信用代码/纳税人识别号"
      values={{ region, flow }}
      schema={() => import("@/lib/schemas/register").then((forms) => forms.bindingEnterpriseForm)}
      action={findBindingEnterpriseAction}
      help={(code) => <RegisterHelp region={region} code={code} />}
    />
  );
}
