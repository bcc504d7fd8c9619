"use client";

import { useWatch } from "react-hook-form";
import { useActionFormContext } from "@/components/form/action-form-context";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { type DocumentType, isForeignType } from "@/lib/domain/documents";
import { DOCUMENT_TYPE_CHOICES } from "@/lib/labels";

type PersonFieldsProps = {
  /** Field of the form the person is, with its dot; empty: the form itself. */
  prefix?: string;
  /** Name of the field of the phone. */
  phone: "phone" | "mobile";
};

/** A person by document, name and phone. */
export function PersonFields({ prefix = "", phone }: PersonFieldsProps) {
  const { form } = useActionFormContext();
  const type: DocumentType = useWatch({
    control: form.control,
    name: `${prefix}documentType`,
  });
  return (
    <>
      <SelectField
        name={`${prefix}documentType`}
        label="证件类型"
        options={DOCUMENT_TYPE_CHOICES}
      />
      {isForeignType(type) && (
        <TextField
          name={`${prefix}country`}
          label="国籍（地区）"
          hint="两位字母代码，如 US、JP"
          autoCapitalize="characters"
        />
      )}
      <TextField name={`${prefix}documentNumber`} label="证件号码" autoCapitalize="characters" />
      <TextField name={`${prefix}name`} label="姓名" />
      <TextField name={`${prefix}${phone}`} label="手机号码" type="tel" inputMode="tel" />
    </>
  );
}
