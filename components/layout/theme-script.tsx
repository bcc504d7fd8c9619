"use client";

import { useLayoutEffect } from "react";
import { applyStoredTheme } from "@/components/layout/theme-choice";

/**
 * Loads `public/theme.js` before the first paint. In the browser the tag is inert text: React would warn of a script it
 * cannot run when it draws the page anew.
 */
export function ThemeScript() {
  // Going to a page with a document of its own, React draws <html> anew and the script does not run again.
  useLayoutEffect(applyStoredTheme, []);
  return (
    <script
      src="/theme.js"
      type={typeof window === "undefined" ? "text/javascript" : "text/plain"}
      suppressHydrationWarning
    />
  );
}
