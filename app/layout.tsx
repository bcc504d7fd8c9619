import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { ThemeScript } from "@/components/layout/theme-script";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "电子税务局统一登录门户", template: "%s - 电子税务局统一登录门户" },
  description: "选择您的电子税务局，登录后办理税费业务。",
  // Numbers on these pages are codes more often than phones.
  formatDetection: { telephone: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script sets data-theme before React arrives.
    <html lang="zh-CN" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>{children}</body>
    </html>
  );
}
