"use client";

import { useState } from "react";
import { useTexts } from "#use-texts";
import { PageHeading } from "@/components/layout/page-heading";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";

/** A page that failed: what happened, what to do, and what the hotline needs to know. */
export function FailureNotice({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTexts();
  const [at] = useState(() => new Date());
  const digest =
    error instanceof Error && "digest" in error && typeof error.digest === "string"
      ? error.digest
      : t("无");
  return (
    <>
      <PageHeading title={t("页面暂时无法打开")}>
        {t("系统处理您的请求时出现故障，这不是您的操作造成的。未提交成功的内容没有保存。")}
      </PageHeading>
      <ol className="mb-6 list-decimal space-y-1 pl-5">
        <li>{t("请稍等片刻，再点“重新加载”。")}</li>
        <li>{t("仍然打不开时，请拨打 12366，并告知下面的时间和编号。")}</li>
      </ol>
      <DescriptionList
        items={[
          { name: t("发生时间"), value: t.moment(at) },
          { name: t("故障编号"), value: digest },
        ]}
      />
      <Button onClick={retry} className="mt-6">
        {t("重新加载")}
      </Button>
    </>
  );
}
