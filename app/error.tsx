"use client";

import { FailureNotice } from "@/app/_components/failure-notice";
import { TroubleDocument } from "@/app/_components/trouble-document";
import { SiteHeader } from "@/components/layout/site-header";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <TroubleDocument title="页面暂时无法打开">
      <SiteHeader />
      <main id="main" className="mx-auto max-w-3xl px-4 py-8 sm:px-6 sm:py-12">
        <FailureNotice error={error} retry={retry} />
      </main>
    </TroubleDocument>
  );
}
