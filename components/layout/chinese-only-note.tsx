"use client";

import { usePathname } from "next/navigation";
import { useTexts } from "#use-texts";
import { useVisitorLocale } from "@/components/texts/use-visitor-locale";
import { Alert } from "@/components/ui/alert";
import { isInEnglish } from "@/lib/regions/editions";

/** Tells who chose English that this page is there in Chinese only. */
export function ChineseOnlyNote() {
  const path = usePathname();
  const chosen = useVisitorLocale();
  const { locale } = useTexts();
  if (chosen !== "en" || locale === "en" || isInEnglish(path)) return null;
  return (
    <div lang="en" className="no-print mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6">
      <Alert title="This page is available in Chinese only.">
        <p>Public pages and pages for individuals are available in English.</p>
      </Alert>
    </div>
  );
}
