"use client";

import { useFieldArray, useWatch } from "react-hook-form";
import { useActionFormContext } from "@/components/form/action-form-context";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useHydrated } from "@/components/ui/use-hydrated";

/** A registered handler, document and phone masked. */
export type Handler = {
  id: string;
  name: string;
  document: string;
  mobile: string | null;
  confirmed: boolean;
};

/** Registered handlers, each to be removed or given another mobile number. */
export function HandlerRows({ handlers }: { handlers: readonly Handler[] }) {
  const { form, fieldId } = useActionFormContext();
  const { append, remove } = useFieldArray({ control: form.control, name: "changed" });
  const changed: { relation: string }[] = useWatch({ control: form.control, name: "changed" });
  const hydrated = useHydrated();
  return (
    <ul className="grid gap-3">
      {handlers.map(({ id, name, document, mobile, confirmed }) => {
        const box = `${fieldId("removed")}-${id}`;
        const index = changed.findIndex(({ relation }) => relation === id);
        return (
          <li key={id} className="grid gap-3 rounded-lg border border-line bg-raised p-4">
            <div className="flex flex-wrap items-start justify-between gap-2">
              <div className="min-w-0">
                <p className="font-semibold">{name}</p>
                <p className="text-muted text-sm tabular-nums">
                  {document} · {mobile ?? "未登记手机号码"}
                </p>
              </div>
              <Badge tone={confirmed ? "success" : "warning"}>
                {confirmed ? "已确认" : "待本人注册并确认"}
              </Badge>
            </div>
            {index >= 0 && (
              <div className="max-w-110">
                <TextField
                  name={`changed.${index}.mobile`}
                  label={`${name}的新手机号码`}
                  inputMode="tel"
                />
              </div>
            )}
            <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
              <span className="flex min-h-11 items-center gap-3">
                <Checkbox {...form.register("removed")} id={box} value={id} disabled={!hydrated} />
                <label htmlFor={box}>移除 {name}</label>
              </span>
              <Button
                variant="ghost"
                disabled={!hydrated}
                onClick={() => (index >= 0 ? remove(index) : append({ relation: id, mobile: "" }))}
              >
                {index >= 0 ? `不变更${name}的手机号码` : `变更${name}的手机号码`}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
