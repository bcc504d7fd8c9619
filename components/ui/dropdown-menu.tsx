"use client";

import { DropdownMenu as Menu } from "radix-ui";
import type { ReactNode } from "react";

type DropdownMenuProps = {
  /** A button element. */
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "end";
};

const ITEM =
  "flex min-h-11 w-full cursor-pointer items-center gap-2 rounded-sm px-3 py-2 text-left outline-none data-highlighted:bg-accent-soft data-highlighted:text-accent data-disabled:cursor-not-allowed data-disabled:text-muted";

/** A menu that opens from a button. Not modal, so that the page needs no inline style sheet to lock scrolling. */
export function DropdownMenu({ trigger, children, align = "end" }: DropdownMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      {/* No portal: the menu keeps the accent of the page around it. */}
      <Menu.Content
        align={align}
        sideOffset={8}
        collisionPadding={16}
        className="z-50 max-h-[70dvh] min-w-48 max-w-80 overflow-y-auto rounded-md border border-line bg-raised p-1 text-ink shadow-floating"
      >
        {children}
      </Menu.Content>
    </Menu.Root>
  );
}

/** One entry; `asChild` lets a link be the entry. */
export function DropdownItem({
  children,
  onSelect,
  disabled,
  asChild,
}: {
  children: ReactNode;
  onSelect?: () => void;
  disabled?: boolean;
  asChild?: boolean;
}) {
  return (
    <Menu.Item asChild={asChild} disabled={disabled} onSelect={onSelect} className={ITEM}>
      {children}
    </Menu.Item>
  );
}

/** A heading that is not an entry. */
export function DropdownLabel({ children }: { children: ReactNode }) {
  return <Menu.Label className="px-3 py-2 text-muted text-sm">{children}</Menu.Label>;
}
