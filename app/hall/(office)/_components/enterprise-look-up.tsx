"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { lookUpEnterpriseForm } from "@/lib/schemas/hall";
import { ReasonField } from "../../_components/reason-field";
import { lookUpEnterpriseAction } from "../counter-actions";

type Hit = { id: string; name: string; creditCode: string };

/** 企业查询 with its reason; what is found leads on to its page. */
export function EnterpriseLookUp() {
  const [found, setFound] = useState<readonly Hit[]>([]);
  const handle = useActionForm<Record<string, unknown>, { enterprises: Hit[] }>({
    schema: lookUpEnterpriseForm,
    defaultValues: { identifier: "", reason: "" },
    action: (input) => {
      setFound([]);
      return lookUpEnterpriseAction(input);
    },
    onSuccess: ({ enterprises }) => setFound(enterprises),
  });
  return (
    <>
      <ActionForm handle={handle} label="企业查询" className="max-w-110">
        <TextField
          name="identifier"
          label="统一社会信用代码/纳税人识别号或企业名称"
          hint="名称至少填写4个字；只能查询本局企业"
        />
        <ReasonField />
        <SubmitButton>查询</SubmitButton>
      </ActionForm>
      <ul aria-label="查询结果" className="mt-6 grid gap-3 empty:hidden">
        {found.map(({ id, name, creditCode }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-raised p-4"
          >
            <span className="min-w-0">
              {name}
              <span className="block text-muted text-sm tabular-nums">
                {groupCreditCode(creditCode)}
              </span>
            </span>
            <Link href={`/hall/enterprises/${id}`} className={buttonClass("secondary")}>
              办理<span className="sr-only"> {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
