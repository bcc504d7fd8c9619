"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";

/** 「打印」 of a confirmation. */
export function PrintButton() {
  const hydrated = useHydrated();
  return (
    <Button variant="secondary" disabled={!hydrated} onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-5" />
      打印
    </Button>
  );
}
