"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { FunctionTreeField } from "@/components/form/function-tree-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useHydrated } from "@/components/ui/use-hydrated";
import { permissionIdentityForm } from "@/lib/schemas/relations";
import { useReport } from "../../_components/action-report";
import { savePermissionIdentityAction } from "../actions";

type EditedIdentity = { id: string; name: string; description: string; functions: string[] };

type IdentityEditorProps = { identityVersion: number; identity?: EditedIdentity };

/** 「添加权限身份」, or 「修改」 of one, in a dialog. */
export function IdentityEditor({ identityVersion, identity }: IdentityEditorProps) {
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const title = identity ? `修改权限身份“${identity.name}”` : "添加权限身份";
  return (
    <>
      <Button
        variant={identity ? "secondary" : "primary"}
        disabled={!hydrated}
        aria-describedby={identity && `identity-${identity.id}`}
        onClick={() => setOpen(true)}
      >
        {identity ? "修改" : "添加权限身份"}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <IdentityForm
          identity={identity ?? { id: "", name: "", description: "", functions: [] }}
          identityVersion={identityVersion}
          close={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}

type IdentityFormProps = { identity: EditedIdentity; identityVersion: number; close: () => void };

function IdentityForm({ identity, identityVersion, close }: IdentityFormProps) {
  const router = useRouter();
  const report = useReport();
  const { id, name, description, functions } = identity;
  const handle = useActionForm({
    schema: permissionIdentityForm,
    defaultValues: { permissionIdentityId: id, name, description, functions, identityVersion },
    action: savePermissionIdentityAction,
    onSuccess: () => {
      close();
      report("权限身份已保存，立即生效");
      router.refresh();
    },
  });
  return (
    <ActionForm handle={handle} label="权限身份信息">
      <TextField name="name" label="权限身份名称" />
      <TextField name="description" label="权限描述" optional />
      <FunctionTreeField name="functions" label="功能树" hint="请至少勾选一项功能" />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>保存</SubmitButton>
        <Button variant="secondary" onClick={close}>
          取消
        </Button>
      </div>
    </ActionForm>
  );
}
