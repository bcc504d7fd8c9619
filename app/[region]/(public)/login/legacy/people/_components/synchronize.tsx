"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { LegacyHelp } from "../../_components/legacy-help";
import { synchronizeHandlersAction } from "../../actions";

type SynchronizeProps = { region: string; flow: string; first: boolean; waits: boolean };

/** 「同步办税人」: brings in the people of the registry (辽宁 七1). */
export function Synchronize({ region, flow, first, waits }: SynchronizeProps) {
  const router = useRouter();
  const [done, setDone] = useState<{ listed: number; skipped: number } | null>(null);
  const handle = useActionForm<Record<string, unknown>, { listed: number; skipped: number }>({
    schema: () => import("@/lib/schemas/legacy").then((forms) => forms.legacyFlowForm),
    defaultValues: { region, flow },
    action: synchronizeHandlersAction,
    onSuccess: (value) => {
      setDone(value);
      router.refresh();
    },
  });
  return (
    <ActionForm
      handle={handle}
      label="同步办税人"
      className="mb-6"
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <div className="grid gap-3">
        <p className="text-muted text-sm">
          {first && "首次普通登录须由法定代表人（业主）或财务负责人进行。"}
          {waits
            ? "没有可以选择的人员？请先同步税务登记中的人员。"
            : "税务登记或实名采集信息有变化的，请重新同步。"}
        </p>
        <SubmitButton variant="secondary" className="justify-self-start">
          同步办税人
        </SubmitButton>
        <p role="status" className="text-sm text-success empty:hidden">
          {done &&
            `已同步${done.listed}人${done.skipped > 0 ? `，另有${done.skipped}人未能同步` : ""}`}
        </p>
      </div>
    </ActionForm>
  );
}
