import type { ReactNode } from "react";
import { ThemeScript } from "@/components/layout/theme-script";
import type { Locale } from "@/lib/regions/editions";

/**
 * The HTML document around a page. Not in the outermost layout, which does not know the language: whatever stands beside
 * `app/layout.tsx` brings its own.
 */
export function Document({ locale = "zh-CN", children }: { locale?: Locale; children: ReactNode }) {
  return (
    // The script sets data-theme before React arrives.
    <html lang={locale} suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>{children}</body>
    </html>
  );
}
