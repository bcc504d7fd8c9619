"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { FunctionTreeField } from "@/components/form/function-tree-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import type { Result } from "@/lib/domain/result";
import { grantForm } from "@/lib/schemas/relations";
import { useReport } from "../../_components/action-report";
import { IdentityBoxes, type NamedIdentity } from "./identity-boxes";

type GrantFormProps = {
  relationId: string;
  identityVersion: number;
  identities: readonly NamedIdentity[];
  /** Permission identities held now. */
  held: readonly string[];
  /** Functions given directly now. */
  functions: string[];
  /** Whether the bureau gives functions by default. */
  defaults: boolean;
  save: (input: unknown) => Promise<Result>;
};

/** 功能授权: permission identities and functions; what is saved replaces what was. */
export function GrantForm({
  relationId,
  identityVersion,
  defaults,
  save,
  ...given
}: GrantFormProps) {
  const router = useRouter();
  const report = useReport();
  const { identities, held, functions } = given;
  const handle = useActionForm({
    schema: grantForm,
    defaultValues: {
      relationId,
      identities: Object.fromEntries(identities.map(({ id }) => [id, held.includes(id)])),
      functions,
      identityVersion,
    },
    action: save,
    onSuccess: () => {
      report("授权已保存，立即生效，本人不需要重新登录");
      router.refresh();
    },
  });
  return (
    <section aria-labelledby="functions">
      <h2 id="functions" className="mb-4 text-lg">
        功能授权
      </h2>
      <ActionForm handle={handle} label="功能授权" className="max-w-160">
        <IdentityBoxes
          identities={identities}
          hint={
            defaults
              ? "权限身份和功能都不勾选的，按默认授权：办税员可以使用“我要办税”“我要查询”，开票员可以使用“发票使用”。"
              : "权限身份和功能都不勾选的，没有任何需要授权的功能。"
          }
        />
        <FunctionTreeField
          name="functions"
          label="功能树"
          hint="直接授予的功能；勾选一组，即授予其中全部功能。"
        />
        <SubmitButton className="justify-self-start">保存授权</SubmitButton>
      </ActionForm>
    </section>
  );
}
