"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { createUserForm } from "@/lib/schemas/grants";
import { createUserAction } from "../../actions";

/** One of the registry's people by `relationId`, or somebody by document. */
export type NewUser = {
  relationId: string;
  name: string;
  documentType: string;
  documentNumber: string;
};

type FirstPasswordProps = {
  user: NewUser;
  identityVersion: number;
  grants: string;
  onCancel: () => void;
};

/** The password of a new user, which they change at its first use (O1). */
export function FirstPassword({ user, identityVersion, grants, onCancel }: FirstPasswordProps) {
  const router = useRouter();
  const handle = useActionForm<Record<string, unknown>, undefined>({
    schema: createUserForm,
    defaultValues: { ...user, newPassword: "", confirmPassword: "", identityVersion },
    action: createUserAction,
    onSuccess: () => router.push(`${grants}?done=created`),
  });
  return (
    <section aria-labelledby="first-password">
      <h2 id="first-password" className="mb-3 text-lg">
        设置{user.name}的密码
      </h2>
      <ActionForm handle={handle} label={`设置${user.name}的密码`} className="max-w-110">
        <p className="text-muted text-sm">
          请把密码告知本人。首次使用后须改为只有其本人知道的密码；它不是其个人用户密码。
        </p>
        <NewPasswordField name="newPassword" label="密码" />
        <PasswordField name="confirmPassword" label="确认密码" autoComplete="new-password" />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>确认</SubmitButton>
          <Button variant="secondary" onClick={onCancel}>
            取消
          </Button>
        </div>
      </ActionForm>
    </section>
  );
}
