import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { Scanner } from "./_components/scanner";

export const metadata: Metadata = { title: "扫一扫" };

/** The application's own scanner (Q1). */
export default function ScannerPage() {
  return (
    <>
      <PageHeading title="扫一扫">将电脑网页上的二维码放入框内。</PageHeading>
      <Scanner />
    </>
  );
}
