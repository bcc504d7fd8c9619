"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { errorOf, useActionFormContext } from "@/components/form/action-form-context";
import { FieldError, FieldHint } from "@/components/form/field-frame";
import { Checkbox } from "@/components/ui/checkbox";
import { useHydrated } from "@/components/ui/use-hydrated";
import { GRANTABLE_TREE, type GrantableNode } from "@/lib/domain/grantable-functions";

type FunctionTreeFieldProps = { name: string; label: string; hint?: string };

/** Codes of everything in a group. */
function codesIn(node: GrantableNode): string[] {
  return node.children.flatMap((child) => [child.code, ...codesIn(child)]);
}

/** 功能树 as boxes (E4): the tick of a group gives everything in it, now and later. The value is a list of codes. */
export function FunctionTreeField({ name, label, hint }: FunctionTreeFieldProps) {
  const { form, fieldId, noteField } = useActionFormContext();
  const id = fieldId(name);
  const error = errorOf(form.formState.errors, name);
  const ticked: readonly string[] = form.watch(name);
  useEffect(() => noteField(name, { label, kind: "choice" }), [name, label, noteField]);

  function toggle(node: GrantableNode) {
    const without = ticked.filter((code) => code !== node.code && !codesIn(node).includes(code));
    const next = ticked.includes(node.code) ? without : [...without, node.code];
    form.setValue(name, next, { shouldValidate: form.formState.isSubmitted });
  }

  return (
    <fieldset
      className="min-w-0"
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")}
    >
      <legend className="mb-1 font-semibold">{label}</legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <div
        role="tree"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={moveInTree}
        className="mt-2 rounded-md border border-line bg-raised px-3 py-1"
      >
        {GRANTABLE_TREE.map((node, index) => (
          <Branch
            key={node.code}
            // The summary's link leads to the first box.
            id={index === 0 ? id : `${id}-${node.code}`}
            node={node}
            ticked={ticked}
            covered={false}
            toggle={toggle}
          />
        ))}
      </div>
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}

/** Arrow keys up and down go from box to box; a box is reached with Tab, too. */
function moveInTree(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>("input:enabled")];
  const next = boxes[boxes.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

type BranchProps = {
  id: string;
  node: GrantableNode;
  ticked: readonly string[];
  /** A group above is ticked. */
  covered: boolean;
  toggle: (node: GrantableNode) => void;
};

function Branch({ id, node, ticked, covered, toggle }: BranchProps) {
  const inside = codesIn(node);
  const chosen = ticked.includes(node.code);
  const some = inside.filter((code) => ticked.includes(code)).length;
  const [open, setOpen] = useState(some > 0);
  const Arrow = open ? ChevronDown : ChevronRight;
  const hydrated = useHydrated();

  function openOrClose(event: KeyboardEvent) {
    const next = { ArrowRight: true, ArrowLeft: false }[event.key];
    if (next === undefined || inside.length === 0) return;
    event.preventDefault();
    setOpen(next);
  }

  return (
    <>
      <div
        role="treeitem"
        tabIndex={-1}
        // The branches stand beside it: its name is what it shows.
        aria-owns={open && inside.length > 0 ? `${id}-branches` : undefined}
        aria-labelledby={`${id}-label`}
        aria-expanded={inside.length > 0 ? open : undefined}
        aria-checked={covered || chosen || (some > 0 ? "mixed" : false)}
        className="flex min-h-11 items-center gap-3"
      >
        <Checkbox
          onKeyDown={openOrClose}
          id={id}
          checked={covered || chosen}
          // A tick the page does not know of yet would be seen and not saved.
          disabled={covered || !hydrated}
          onChange={() => toggle(node)}
        />
        <label id={`${id}-label`} htmlFor={id} className="min-w-0 flex-1 py-2">
          {node.name}
          {!chosen && !covered && some > 0 && (
            <span className="ml-2 text-muted text-sm">已选{some}项</span>
          )}
        </label>
        {inside.length > 0 && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={`${open ? "收起" : "展开"}${node.name}`}
            onClick={() => setOpen(!open)}
            className="grid size-11 shrink-0 place-items-center rounded-md text-muted hover:bg-accent-soft hover:text-ink"
          >
            <Arrow aria-hidden="true" className="size-5" />
          </button>
        )}
      </div>
      {open && inside.length > 0 && (
        <fieldset id={`${id}-branches`} className="mb-1 ml-2.5 min-w-0 border-line border-l pl-4">
          {node.children.map((child) => (
            <Branch
              key={child.code}
              id={`${id}-${child.code}`}
              node={child}
              ticked={ticked}
              covered={covered || chosen}
              toggle={toggle}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
