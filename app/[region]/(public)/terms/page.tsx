import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { LegalText } from "@/app/[region]/(public)/_legal/legal-text";
import { termsOf } from "@/app/[region]/(public)/_legal/terms";

export const generateMetadata = titled("用户服务协议");
export const dynamicParams = false;

/** 用户服务协议 (L11). */
export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  return (
    <LegalText
      region={region}
      title="用户服务协议"
      wordingOf="2026-11-22"
      sections={termsOf(region)}
    />
  );
}
