"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import { errorOf, useActionFormContext } from "@/components/form/action-form-context";
import { FieldError, FieldHint } from "@/components/form/field-frame";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { SearchField } from "@/components/ui/search-field";
import { useHydrated } from "@/components/ui/use-hydrated";
import {
  FUNCTION_TREE,
  FUNCTIONS,
  searchFunctions,
  type TaxFunction,
} from "@/lib/domain/function-tree";

/**
 * Functions a client may be told of, section by section, narrowed by a search (name, path, 拼音首字母). What is ticked stays ticked
 * when the search hides it. The value is a list of codes.
 */
export function FunctionPicker({ name, label }: { name: string; label: string }) {
  const { form, fieldId, noteField } = useActionFormContext();
  const hydrated = useHydrated();
  const [query, setQuery] = useState("");
  const id = fieldId(name);
  const error = errorOf(form.formState.errors, name);
  const ticked: readonly string[] = form.watch(name);
  useEffect(() => noteField(name, { label, kind: "choice" }), [name, label, noteField]);

  const shown = query.trim() === "" ? FUNCTIONS : searchFunctions(FUNCTIONS, query);
  const set = (codes: readonly string[]) => form.setValue(name, codes, { shouldDirty: true });
  const tick = (codes: readonly string[]) => set([...new Set([...ticked, ...codes])]);
  const clear = (codes: readonly string[]) => set(ticked.filter((code) => !codes.includes(code)));

  return (
    <fieldset className="min-w-0" aria-describedby={`${id}-hint`}>
      <legend className="mb-1 font-semibold">{label}</legend>
      <FieldHint id={id}>
        本人获得授权的功能中，只有选中的会告知该系统，也只有选中的从首页打开该系统；一项不选则不告知。已选
        {ticked.length}项。
      </FieldHint>
      <SearchField
        label="查找功能"
        hideLabel
        placeholder="名称或拼音首字母"
        className="mt-3 max-w-110"
        value={query}
        maxLength={60}
        disabled={!hydrated}
        onChange={({ target }) => setQuery(target.value)}
        // Enter is for the search, not for the whole form.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <p role="status" className="mt-2 text-muted text-sm">
        {query.trim() && `找到${shown.length}个功能`}
      </p>
      {FUNCTION_TREE.map((section) => {
        const all = shown.filter(({ within }) => within[0] === section.code);
        if (all.length === 0) return null;
        const codes = all.map(({ code }) => code);
        const chosen = codes.filter((code) => ticked.includes(code)).length;
        return (
          // Another key opens the sections a search has found something in.
          <details
            className="group"
            key={`${section.code} ${query.trim() !== ""}`}
            open={query.trim() !== ""}
          >
            <summary className="flex min-h-11 cursor-pointer items-center gap-3 border-line border-b">
              <ChevronRight
                aria-hidden="true"
                className="size-5 shrink-0 text-muted group-open:rotate-90"
              />
              <span className="font-semibold">{section.name}</span>
              <span className="text-muted text-sm">
                已选{chosen}项，共{codes.length}项
              </span>
            </summary>
            <div className="flex flex-wrap gap-2 py-3">
              <Button
                variant="secondary"
                aria-label={`全选 ${section.name}`}
                onClick={() => tick(codes)}
              >
                全选
              </Button>
              <Button
                variant="secondary"
                aria-label={`清除 ${section.name}`}
                onClick={() => clear(codes)}
              >
                清除
              </Button>
            </div>
            <ul className="mb-4 grid gap-x-6 sm:grid-cols-2">
              {all.map((each) => (
                <FunctionBox
                  key={each.code}
                  id={`${id}-${each.code}`}
                  each={each}
                  ticked={ticked.includes(each.code)}
                  onChange={(on) => (on ? tick : clear)([each.code])}
                />
              ))}
            </ul>
          </details>
        );
      })}
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}

type FunctionBoxProps = {
  id: string;
  each: TaxFunction;
  ticked: boolean;
  onChange: (ticked: boolean) => void;
};

function FunctionBox({ id, each, ticked, onChange }: FunctionBoxProps) {
  return (
    <li className="flex min-h-11 items-start gap-3 py-2">
      <Checkbox id={id} checked={ticked} onChange={({ target }) => onChange(target.checked)} />
      <div className="min-w-0 flex-1">
        <label htmlFor={id}>{each.name}</label>
        <div className="text-muted text-sm">{each.path.slice(1, -1).join(" › ")}</div>
      </div>
    </li>
  );
}
