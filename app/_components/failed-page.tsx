"use client";

import { FailureNotice } from "@/app/_components/failure-notice";
import { SiteHeader } from "@/components/layout/site-header";

/** 页面暂时无法打开, as a page. */
export function FailedPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <SiteHeader />
      <main id="main" className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
        <FailureNotice error={error} retry={retry} />
      </main>
    </>
  );
}
