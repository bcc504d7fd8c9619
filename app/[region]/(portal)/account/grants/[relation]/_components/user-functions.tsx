"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { FunctionTreeField } from "@/components/form/function-tree-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { grantUserForm } from "@/lib/schemas/grants";
import { grantUserAction } from "../../actions";

type UserFunctionsProps = {
  relationId: string;
  identityVersion: number;
  functions: string[];
  /** Address of 授权信息. */
  grants: string;
};

/** The tree 「功能权限」: what is ticked replaces what was; nothing ticked unbinds. */
export function UserFunctions({ grants, ...given }: UserFunctionsProps) {
  const router = useRouter();
  const handle = useActionForm<Record<string, unknown>, { unbound: boolean }>({
    schema: grantUserForm,
    defaultValues: given,
    action: grantUserAction,
    onSuccess: ({ unbound }) => router.push(`${grants}?done=${unbound ? "unbound" : "granted"}`),
  });
  const ticked = handle.form.watch("functions");
  return (
    <ActionForm handle={handle} label="功能权限" className="max-w-160">
      <FunctionTreeField
        name="functions"
        label="功能权限"
        hint="勾选一组，即授予其中全部功能；取消勾选即回收权限。"
      />
      {Array.isArray(ticked) && ticked.length === 0 && (
        <Alert tone="warning" role="status" title="没有勾选任何功能">
          <p>确定后该用户自动解绑，登录时会提示“您还未绑定企业”，正在进行的登录立即失效。</p>
        </Alert>
      )}
      <SubmitButton className="justify-self-start">确定</SubmitButton>
    </ActionForm>
  );
}
