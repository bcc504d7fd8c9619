"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTexts } from "#use-texts";
import { cn } from "@/components/ui/cn";

type DialogProps = {
  open: boolean;
  /** Called by Escape, the close button and a press outside. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** "sheet" slides in from the left edge and is as tall as the window. */
  placement?: "centre" | "sheet";
};

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays inside, Escape closes, focus returns. (Radix's dialog locks
 * scrolling with an inline style sheet, which the content security policy refuses.)
 */
export function Dialog({ open, onClose, title, children, placement = "centre" }: DialogProps) {
  const t = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way out and comes with <dialog>
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={cn(
        "bg-raised text-ink shadow-floating",
        placement === "centre" &&
          "m-auto max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] rounded-lg",
        placement === "sheet" && "m-0 h-dvh max-h-none w-[min(20rem,85vw)]",
      )}
    >
      {open && (
        <div className="p-6">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-lg">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              aria-label={t("关闭")}
              className="-m-2 grid size-11 shrink-0 place-items-center rounded-md text-muted hover:bg-accent-soft hover:text-ink"
            >
              <X aria-hidden="true" className="size-5" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
