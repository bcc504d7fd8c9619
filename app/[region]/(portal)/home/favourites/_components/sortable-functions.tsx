"use client";

import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { useTexts } from "#use-texts";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { findFunction, pathText } from "@/lib/domain/function-tree";
import { useDragOrder } from "./use-drag-order";

type SortableFunctionsProps = {
  codes: readonly string[];
  usable: readonly string[];
  move: (from: number, to: number) => void;
  remove: (code: string) => void;
};

/**
 * The chosen functions in their order: dragged by the handle, moved by its arrow keys, or by 「上移」 and 「下移」. The focus
 * stays with what was moved.
 */
export function SortableFunctions({ codes, usable, move, remove }: SortableFunctionsProps) {
  const t = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<string | null>(null);
  const drag = useDragOrder(list, move);

  useLayoutEffect(() => {
    // A row that moves in the document loses the focus.
    const kept = codes.length > 0 && focused.current;
    if (kept) document.getElementById(kept)?.focus();
    focused.current = null;
  }, [codes]);

  function moveAndStay(control: string, from: number, to: number) {
    focused.current = control;
    move(from, to);
  }

  function press(event: KeyboardEvent, control: string, index: number) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    moveAndStay(control, index, index + step);
  }

  if (codes.length === 0) {
    return (
      <EmptyState title={t("没有选择常用功能")}>{t("保存后，首页显示默认的常用功能。")}</EmptyState>
    );
  }
  return (
    <ol
      ref={list}
      aria-label={t("已选的常用功能")}
      className="divide-y divide-line rounded-lg border border-line bg-raised"
    >
      {codes.map((code, index) => {
        const each = findFunction(code);
        if (!each) return null;
        const name = t.named(each.name);
        const handle = `drag-${code}`;
        return (
          <li
            key={code}
            className={cn(
              "flex flex-wrap items-center gap-x-1 px-2 py-1",
              drag.index === index && "bg-accent-soft shadow-floating",
            )}
          >
            <button
              type="button"
              id={handle}
              aria-label={t("移动{name}，第{place}位，用上下方向键", { name, place: index + 1 })}
              className="grid size-11 shrink-0 cursor-grab touch-none place-items-center rounded-md text-muted hover:bg-accent-soft active:cursor-grabbing"
              onPointerDown={(event) => drag.start(event, index)}
              onKeyDown={(event) => press(event, handle, index)}
            >
              <GripVertical aria-hidden="true" className="size-5" />
            </button>
            <span className="min-w-0 flex-1 basis-36 py-1" title={pathText(each, t.named)}>
              {name}
              {!usable.includes(code) && (
                <span className="block text-muted text-sm">
                  {t("当前身份不能使用，首页暂不显示")}
                </span>
              )}
            </span>
            <span className="ml-auto flex">
              <RowButton
                id={`up-${code}`}
                label={t("上移{name}", { name })}
                inert={index === 0}
                press={() => moveAndStay(`up-${code}`, index, index - 1)}
              >
                <ArrowUp aria-hidden="true" className="size-5" />
              </RowButton>
              <RowButton
                id={`down-${code}`}
                label={t("下移{name}", { name })}
                inert={index === codes.length - 1}
                press={() => moveAndStay(`down-${code}`, index, index + 1)}
              >
                <ArrowDown aria-hidden="true" className="size-5" />
              </RowButton>
              <RowButton
                id={`remove-${code}`}
                label={t("移除{name}", { name })}
                press={() => {
                  const next = codes[index + 1] ?? codes[index - 1];
                  focused.current = next ? `remove-${next}` : null;
                  remove(code);
                }}
              >
                <X aria-hidden="true" className="size-5" />
              </RowButton>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

type RowButtonProps = {
  id: string;
  label: string;
  /** Nothing to do there; the button stays where it is and keeps the focus. */
  inert?: boolean;
  press: () => void;
  children: ReactNode;
};

function RowButton({ id, label, inert = false, press, children }: RowButtonProps) {
  return (
    <button
      type="button"
      id={id}
      aria-label={label}
      title={label}
      aria-disabled={inert || undefined}
      onClick={inert ? undefined : press}
      className="grid size-11 place-items-center rounded-md text-accent hover:bg-accent-soft aria-disabled:cursor-not-allowed aria-disabled:text-line-strong"
    >
      {children}
    </button>
  );
}
