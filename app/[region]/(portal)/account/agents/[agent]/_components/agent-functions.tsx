"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { FunctionTreeField } from "@/components/form/function-tree-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { grantAgentForm } from "@/lib/schemas/relations";
import { grantAgentAction } from "../../actions";

type AgentFunctionsProps = { agentId: string; identityVersion: number; functions: string[] };

/** 功能授权 of an agent; what is saved replaces what was. */
export function AgentFunctions(given: AgentFunctionsProps) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const handle = useActionForm({
    schema: grantAgentForm,
    defaultValues: given,
    action: grantAgentAction,
    onSuccess: () => {
      setSaved(true);
      router.refresh();
    },
  });
  return (
    <>
      <div role="status">
        {saved && (
          <Alert tone="success" title="授权已保存，立即生效，本人不需要重新登录" className="mb-6" />
        )}
      </div>
      <ActionForm handle={handle} label="功能授权" className="max-w-160">
        <FunctionTreeField
          name="functions"
          label="功能树"
          hint="勾选一组，即授予其中全部功能。都不勾选的，按协议默认可以使用“我要办税”“我要查询”；不再委托的，请由代理机构终止协议。"
        />
        <SubmitButton className="justify-self-start">保存授权</SubmitButton>
      </ActionForm>
    </>
  );
}
