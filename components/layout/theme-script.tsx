"use client";

/**
 * Loads `public/theme.js` before the first paint. In the browser the tag is inert text: React would warn of a script it
 * cannot run when it draws the page anew.
 */
export function ThemeScript() {
  return (
    <script
      src="/theme.js"
      type={typeof window === "undefined" ? "text/javascript" : "text/plain"}
      suppressHydrationWarning
    />
  );
}
