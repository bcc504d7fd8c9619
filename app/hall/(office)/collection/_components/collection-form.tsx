"use client";

import { useState } from "react";
import { shrinkPhoto } from "@/components/face/shrink-photo";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import type { Result } from "@/lib/domain/result";
import { collectForm } from "@/lib/schemas/hall";
import { ReasonField } from "../../../_components/reason-field";
import { PersonFields } from "../../_components/person-fields";
import { PhotographField } from "./photograph-field";

const ROUTE = "/api/hall-collection";

/** Document, phone, photograph and the person's consent. */
export function CollectionForm() {
  const [photo, setPhoto] = useState<Blob | null>(null);
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: collectForm,
    defaultValues: {
      documentType: "RESIDENT_ID",
      country: "",
      documentNumber: "",
      name: "",
      phone: "",
      consented: false,
      reason: "",
    },
    action: (input) => send(input, photo),
  });
  return (
    <ActionForm handle={handle} label="实名信息采集" className="max-w-110">
      <PersonFields phone="phone" />
      <PhotographField onPhoto={setPhoto} />
      <CheckboxField name="consented" label="本人已单独同意采集、保存人脸照片用于实名核验" />
      <ReasonField />
      <SubmitButton>提交</SubmitButton>
    </ActionForm>
  );
}

/** The photograph is too large for a server action. */
async function send(input: unknown, photo: Blob | null): Promise<Result<{ to: string }>> {
  if (!photo) return { ok: false, problems: [{ code: "PHOTOGRAPH_REQUIRED", field: "photo" }] };
  const form = new FormData();
  form.set("fields", JSON.stringify(input));
  const file = photo instanceof File ? await shrinkPhoto(photo) : photo;
  form.set("photo", file, "photo.jpg");
  const answer = await fetch(ROUTE, { method: "POST", body: form });
  return (await answer.json()) as Result<{ to: string }>;
}
