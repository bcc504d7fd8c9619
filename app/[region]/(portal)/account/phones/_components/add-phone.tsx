"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTexts } from "#use-texts";
import { NewPhoneFields } from "@/app/[region]/_components/new-phone-fields";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useHydrated } from "@/components/ui/use-hydrated";
import { newPhoneForm } from "@/lib/schemas/account";
import { addPhoneAction, sendAddPhoneCodeAction } from "../actions";

/** 「添加手机号码」: a number and the code sent to it. */
export function AddPhone({ region }: { region: string }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const hydrated = useHydrated();
  return (
    <>
      <Button disabled={!hydrated} onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" className="size-5" />
        {t("添加手机号码")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("添加手机号码")}>
        <AddPhoneForm region={region} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AddPhoneForm({ region, onClose }: { region: string; onClose: () => void }) {
  const t = useTexts();
  const router = useRouter();
  const handle = useActionForm<Record<string, unknown>, undefined>({
    schema: newPhoneForm,
    defaultValues: { region, flow: "", phone: "", code: "" },
    action: addPhoneAction,
    onSuccess: () => {
      onClose();
      router.refresh();
    },
  });
  const { form } = handle;

  async function send(phone: unknown) {
    const sent = await sendAddPhoneCodeAction({ region, flow: form.getValues("flow"), phone });
    // The first code begins the flow that the next one and the submission belong to.
    if (sent.ok) form.setValue("flow", sent.value.flow);
    if (sent.ok || sent.problems[0]?.code !== "STEPS_EXPIRED") return sent;
    form.setValue("flow", "");
    return sent;
  }

  return (
    <ActionForm handle={handle} label={t("添加手机号码")}>
      <NewPhoneFields label={t("手机号码")} send={send} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("确定")}</SubmitButton>
        <Button variant="secondary" onClick={onClose}>
          {t("取消")}
        </Button>
      </div>
    </ActionForm>
  );
}
