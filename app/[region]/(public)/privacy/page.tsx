import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { LegalText } from "@/app/[region]/(public)/_legal/legal-text";
import { privacyOf } from "@/app/[region]/(public)/_legal/privacy";

export const generateMetadata = titled("隐私政策");
export const dynamicParams = false;

/** 隐私政策 (L11). */
export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  return (
    <LegalText
      region={region}
      title="隐私政策"
      wordingOf="2026-11-22"
      sections={privacyOf(region)}
    />
  );
}
