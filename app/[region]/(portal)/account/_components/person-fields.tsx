import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { DOCUMENT_TYPE_CHOICES } from "@/lib/labels";

/** 姓名 and document of somebody who has to be registered already. */
export function PersonFields() {
  return (
    <>
      <TextField name="name" label="姓名" />
      <SelectField name="documentType" label="身份证件类型" options={DOCUMENT_TYPE_CHOICES} />
      <TextField name="documentNumber" label="身份证件号码" autoCapitalize="characters" />
    </>
  );
}
