"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { FunctionTreeField } from "@/components/form/function-tree-field";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { addPersonForm } from "@/lib/schemas/personnel";
import { IdentityBoxes, type NamedIdentity } from "../../../staff/_components/identity-boxes";
import { addPersonAction } from "../../actions";
import type { Found } from "./search-step";

type SetUpStepProps = {
  base: string;
  found: Found;
  identities: readonly NamedIdentity[];
  back: () => void;
};

/** The first 个人登录密码, 身份信息 and 管理权限, and 「确定」. */
export function SetUpStep({ base, found, identities, back }: SetUpStepProps) {
  const { person, typed } = found;
  const [done, setDone] = useState(false);
  const handle = useActionForm<Record<string, unknown>, void>({
    schema: addPersonForm,
    defaultValues: {
      ...typed,
      newPassword: "",
      confirmPassword: "",
      identities: Object.fromEntries(identities.map(({ id }) => [id, false])),
      functions: [],
    },
    action: addPersonAction,
    onSuccess: () => setDone(true),
  });
  if (done) return <Added base={base} name={person.name} />;
  return (
    <ActionForm handle={handle} label="设置密码和权限" className="max-w-160">
      <p>
        {person.name}，{person.maskedDocumentNumber}
      </p>
      <div className="grid max-w-110 gap-5">
        <NewPasswordField
          name="newPassword"
          label="个人登录密码"
          ownerWords={[person.name]}
          hint="首次登录的密码，请告知本人，其登录时须立即改为自己的密码；不能与企业密码相同，不能包含其证件号码、手机号码"
        />
        <PasswordField
          name="confirmPassword"
          label="确认个人登录密码"
          autoComplete="new-password"
        />
      </div>
      <IdentityBoxes
        label="身份信息"
        identities={identities}
        none={
          <>
            还没有身份，请先通过
            <Link href={`${base}/identities`} className="link">
              身份维护
            </Link>
            添加。
          </>
        }
        hint="勾选后，该人员可以使用这些身份的全部功能。"
      />
      <FunctionTreeField
        name="functions"
        label="管理权限"
        hint="在身份之外直接授予的功能；不包括管理其他人员。"
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>确定</SubmitButton>
        <Button variant="secondary" onClick={back}>
          上一步
        </Button>
      </div>
    </ActionForm>
  );
}

function Added({ base, name }: { base: string; name: string }) {
  return (
    <div role="status">
      <Alert tone="success" title={`已添加${name}`}>
        <p>
          {name}
          现在可以由旧版登录办税，首次以密码登录时须修改密码。使用新版登录的，须其本人在“企业授权管理”中确认。
        </p>
      </Alert>
      <Link href={base} className={buttonClass("primary", "mt-6")}>
        返回企业人员维护
      </Link>
    </div>
  );
}
