"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { publishAnnouncementForm } from "@/lib/schemas/announcement";
import { ReasonField } from "../../../_components/reason-field";
import { publishAnnouncementAction } from "../actions";

type PublishFormProps = { announcement: string; version: number };

/** 「发布」: at once, or at a time to come; for good, or until a time. */
export function PublishForm({ announcement, version }: PublishFormProps) {
  const router = useRouter();
  const handle = useActionForm<Record<string, unknown>, unknown>({
    schema: publishAnnouncementForm,
    defaultValues: { announcement, version, publishAt: "", expiresAt: "", reason: "" },
    action: publishAnnouncementAction,
    onSuccess: () => router.refresh(),
  });
  return (
    <ActionForm handle={handle} label="发布公告" className="max-w-110">
      <TextField
        name="publishAt"
        label="发布时间"
        type="datetime-local"
        hint="北京时间；留空立即发布"
        optional
      />
      <TextField
        name="expiresAt"
        label="失效时间"
        type="datetime-local"
        hint="北京时间；留空长期有效"
        optional
      />
      <ReasonField />
      <SubmitButton>发布</SubmitButton>
    </ActionForm>
  );
}
