"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { useActionForm } from "@/components/form/use-action-form";
import { editAnnouncementForm, newAnnouncementForm } from "@/lib/schemas/announcement";
import { ReasonField } from "../../../_components/reason-field";
import { draftAnnouncementAction, editAnnouncementAction } from "../actions";

type Existing = { announcement: string; version: number; title: string; body: string };

/** Title and text of 通知公告: a new one, or another wording of one there is. */
export function WordingForm({ existing }: { existing?: Existing }) {
  const router = useRouter();
  const handle = useActionForm<Record<string, unknown>, unknown>({
    schema: existing ? editAnnouncementForm : newAnnouncementForm,
    defaultValues: { title: "", body: "", ...existing, reason: "" },
    action: existing ? editAnnouncementAction : draftAnnouncementAction,
    onSuccess: () => existing && router.refresh(),
  });
  return (
    <ActionForm handle={handle} label={existing ? "修改公告" : "新建公告"} className="max-w-3xl">
      <TextField name="title" label="标题" />
      <TextareaField
        name="body"
        label="正文"
        hint="空一行分段；行首“## ”为小标题，“- ”为列表；**文字**为加粗，[文字](https://网址)为链接。保存后可预览。"
      />
      <ReasonField />
      <SubmitButton>{existing ? "保存" : "保存草稿"}</SubmitButton>
    </ActionForm>
  );
}
