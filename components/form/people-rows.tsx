"use client";

import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import { useActionFormContext } from "@/components/form/action-form-context";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { type DocumentType, isForeignType } from "@/lib/domain/documents";

const EMPTY = { name: "", documentType: "RESIDENT_ID", country: "", documentNumber: "" };

type PeopleRowsProps = {
  name: string;
  /** Rows have a phone number, too. */
  withMobile?: boolean;
  /** 证件类型 to choose from. */
  documentTypes: readonly { value: string; label: string }[];
  max: number;
};

/** People to be added by name and document: 「添加人员」 makes another row. */
export function PeopleRows(props: PeopleRowsProps) {
  const { name, withMobile = false, documentTypes, max } = props;
  const { form } = useActionFormContext();
  const { fields, append, remove } = useFieldArray({ control: form.control, name });
  const hydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(fields.length);
  useEffect(() => {
    // A row that has just been made is where one goes on.
    const last = box.current?.querySelector<HTMLElement>("fieldset:last-of-type input");
    if (fields.length > shown.current) last?.focus();
    shown.current = fields.length;
  }, [fields.length]);
  return (
    <div ref={box} className="grid gap-4">
      {fields.map((field, index) => (
        <fieldset key={field.id} className="grid gap-4 rounded-lg border border-line p-4">
          <legend className="px-1 font-semibold">添加的人员 {index + 1}</legend>
          <PersonRow
            name={`${name}.${index}`}
            withMobile={withMobile}
            documentTypes={documentTypes}
          />
          <Button variant="ghost" className="justify-self-start" onClick={() => remove(index)}>
            <Trash2 aria-hidden="true" className="size-5" />
            删除添加的人员 {index + 1}
          </Button>
        </fieldset>
      ))}
      <Button
        variant="secondary"
        className="justify-self-start"
        disabled={!hydrated || fields.length >= max}
        onClick={() =>
          append(withMobile ? { ...EMPTY, mobile: "" } : EMPTY, { shouldFocus: false })
        }
      >
        <Plus aria-hidden="true" className="size-5" />
        添加人员
      </Button>
    </div>
  );
}

function PersonRow({ name, withMobile, documentTypes }: Required<Omit<PeopleRowsProps, "max">>) {
  const { form } = useActionFormContext();
  const type: DocumentType = useWatch({ control: form.control, name: `${name}.documentType` });
  return (
    <>
      <TextField name={`${name}.name`} label="姓名" />
      <SelectField name={`${name}.documentType`} label="身份证件类型" options={documentTypes} />
      {isForeignType(type) && (
        <TextField
          name={`${name}.country`}
          label="国籍（地区）"
          hint="两位字母代码，如 US、JP"
          autoCapitalize="characters"
        />
      )}
      <TextField name={`${name}.documentNumber`} label="身份证件号码" />
      {withMobile && <TextField name={`${name}.mobile`} label="手机号码" inputMode="tel" />}
    </>
  );
}
