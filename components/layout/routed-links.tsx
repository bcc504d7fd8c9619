"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Follows anchors marked `data-routed` without loading a document, as Next's own links do. For long lists: each such link is a
 * component the server renders and sends once more for the browser, a plain anchor is not.
 */
export function RoutedLinks() {
  const router = useRouter();
  useEffect(() => {
    function follow(event: MouseEvent) {
      const { target, button, defaultPrevented } = event;
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (defaultPrevented || button !== 0 || elsewhere || !(target instanceof Element)) return;
      const link = target.closest<HTMLAnchorElement>("a[data-routed]");
      if (!link) return;
      event.preventDefault();
      router.push(link.pathname + link.search + link.hash);
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}
