import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "电子税务局统一登录门户", template: "%s - 电子税务局统一登录门户" },
  description: "选择您的电子税务局，登录后办理税费业务。",
  // Numbers on these pages are codes more often than phones.
  formatDetection: { telephone: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

/** The document itself is drawn further in, where the language is known (`app/_components/document.tsx`). */
export default function RootLayout({ children }: { children: ReactNode }) {
  return children;
}
