"use client";

import "./globals.css";
import { FailureNotice } from "@/app/_components/failure-notice";

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>页面暂时无法打开</title>
        <main className="mx-auto max-w-3xl px-4 py-12 sm:px-6">
          <FailureNotice error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
