"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { tabClass, tabListClass } from "@/components/ui/tab-class";
import { useHydrated } from "@/components/ui/use-hydrated";

type TabItem = { value: string; label: ReactNode; panel: ReactNode };

type TabsProps = {
  /** Accessible name of the row of tabs. */
  label: string;
  items: readonly TabItem[];
  /** Controlled choice; without it the first tab (or `defaultValue`) is open. */
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** Keeps every panel in the page, so that what was typed survives a change of tab. */
  keepMounted?: boolean;
  className?: string;
};

const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Tabs after the WAI-ARIA pattern: arrow keys move and open, one stop in the tab order. Written here because Radix's panel
 * puts a style attribute into the server's HTML, which the content security policy refuses.
 */
export function Tabs({
  label,
  items,
  value,
  defaultValue,
  onValueChange,
  keepMounted = false,
  className,
}: TabsProps) {
  const id = useId();
  const hydrated = useHydrated();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const [own, setOwn] = useState(defaultValue ?? items[0]?.value);
  const current = value ?? own;

  function open(next: string) {
    setOwn(next);
    if (next !== current) onValueChange?.(next);
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    const next = STEPS[event.key]?.(index, items.length);
    const item = next === undefined ? undefined : items[next];
    if (next === undefined || !item) return;
    event.preventDefault();
    buttons.current[next]?.focus();
    open(item.value);
  }

  return (
    <div className={className}>
      <div role="tablist" aria-label={label} className={tabListClass()}>
        {items.map((item, index) => (
          <button
            key={item.value}
            ref={(element) => {
              buttons.current[index] = element;
            }}
            type="button"
            role="tab"
            id={`${id}-tab-${item.value}`}
            aria-selected={item.value === current}
            aria-controls={`${id}-panel-${item.value}`}
            tabIndex={item.value === current ? 0 : -1}
            disabled={!hydrated}
            onClick={() => open(item.value)}
            onKeyDown={(event) => onKeyDown(event, index)}
            className={tabClass(item.value === current)}
          >
            {item.label}
          </button>
        ))}
      </div>
      {items.map((item) => (
        <div
          key={item.value}
          role="tabpanel"
          id={`${id}-panel-${item.value}`}
          aria-labelledby={`${id}-tab-${item.value}`}
          hidden={item.value !== current}
          className="pt-6"
        >
          {(keepMounted || item.value === current) && item.panel}
        </div>
      ))}
    </div>
  );
}
