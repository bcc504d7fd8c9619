import type { Metadata } from "next";
import Link from "next/link";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { buttonClass } from "@/components/ui/button-class";

export const metadata: Metadata = { title: "页面不存在" };

export default function NotFound() {
  return (
    <PublicShell>
      <PageHeading title="页面不存在">
        您访问的网址不存在，可能是网址输入有误，或该页面已经调整。
      </PageHeading>
      <ul className="mb-6 list-disc space-y-1 pl-5">
        <li>请核对网址，注意字母和斜杠。</li>
        <li>也可以重新选择税务局，从首页进入。</li>
        <li>需要帮助请拨打 12366。</li>
      </ul>
      <Link href="/" className={buttonClass()}>
        选择税务局
      </Link>
    </PublicShell>
  );
}
