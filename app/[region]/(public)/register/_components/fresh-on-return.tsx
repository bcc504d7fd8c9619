"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Pages of registrations this document has shown. */
const shown = new Set<string>();

/** Asks the server anew when somebody comes back to a page: the browser would show it as it was before its step was done. */
export function FreshOnReturn({ page }: { page: string }) {
  const router = useRouter();
  useEffect(() => {
    if (shown.has(page)) router.refresh();
    shown.add(page);
  }, [page, router]);
  return null;
}
