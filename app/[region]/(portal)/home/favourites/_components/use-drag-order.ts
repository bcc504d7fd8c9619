"use client";

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";

/**
 * Dragging the rows of a list up and down with mouse, pen or finger. A row changes places with its neighbour as soon as the
 * pointer has passed the neighbour's middle. `index` is the row that is held, null while none is.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  move: (from: number, to: number) => void,
): { index: number | null; start: (event: PointerEvent, index: number) => void } {
  const [held, setHeld] = useState<number | null>(null);
  const latest = useRef(move);
  useEffect(() => {
    latest.current = move;
  }, [move]);

  useEffect(() => {
    if (held === null) return;
    // The window and not the handle: a row that moves in the document loses its pointer.
    const follow = (event: globalThis.PointerEvent) => {
      const to = neighbourAt(list.current, held, event.clientY);
      if (to === held) return;
      latest.current(held, to);
      setHeld(to);
    };
    const end = () => setHeld(null);
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
    return () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", end);
    };
  }, [held, list]);

  function start(event: PointerEvent, index: number) {
    if (event.button !== 0) return;
    setHeld(index);
  }

  return { index: held, start };
}

/** The place of a held row when the pointer is at a height (in pixels of the window): its own, or a neighbour's. */
function neighbourAt(list: HTMLElement | null, held: number, y: number): number {
  const middle = (index: number) => {
    const box = list?.children[index]?.getBoundingClientRect();
    return box && box.top + box.height / 2;
  };
  const above = middle(held - 1);
  if (above !== undefined && y < above) return held - 1;
  const below = middle(held + 1);
  return below !== undefined && y > below ? held + 1 : held;
}
