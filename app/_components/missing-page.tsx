"use client";

import { useTexts } from "#use-texts";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";

/** 页面不存在: what may be wrong with the address, and the way back. */
export function MissingPage() {
  const t = useTexts();
  return (
    <PublicShell>
      <PageHeading title={t("页面不存在")}>
        {t("您访问的网址不存在，可能是网址输入有误，或该页面已经调整。")}
      </PageHeading>
      <ul className="mb-6 list-disc space-y-1 pl-5">
        <li>{t("请核对网址，注意字母和斜杠。")}</li>
        <li>{t("也可以重新选择税务局，从首页进入。")}</li>
        <li>{t("需要帮助请拨打 12366。")}</li>
      </ul>
      <Link href="/" className={buttonClass()}>
        {t("选择税务局")}
      </Link>
    </PublicShell>
  );
}
