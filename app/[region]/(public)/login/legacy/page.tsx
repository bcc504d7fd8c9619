import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { messageOf } from "@/lib/messages";
import { legacyStyleOf, offersWay } from "@/lib/regions/entry-styles";
import { presentedHolder } from "@/lib/server/certificates/proxy-header";
import { openLegacyEntry } from "@/lib/server/legacy/legacy-flow";
import { EndingNotice } from "../_components/ending-notice";
import { LegacyEntries } from "./_components/legacy-entries";

export const metadata: Metadata = { title: "登录" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The old entry (旧版登录) while it lasts; afterwards a notice and the way to the unified one (双轨运行). */
export default async function LegacyLoginPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  await connection();
  const style = legacyStyleOf(region) ?? notFound();
  const unified = `/${region.slug}/login/unified`;
  if (!openLegacyEntry(region.slug, new Date()).ok) {
    return (
      <LoginLayout region={region}>
        <PageHeading title="登录" />
        <Alert tone="warning" title={messageOf({ code: "LEGACY_ENDED" })} className="mb-6">
          <p>请使用您本人的账户登录，没有账户的请先在自然人业务下注册。</p>
        </Alert>
        <Link href={unified} className={buttonClass("primary", "w-full")}>
          新版登录
        </Link>
      </LoginLayout>
    );
  }
  const { endsOn } = region.dualTrack;
  const { reason } = await searchParams;
  return (
    <LoginLayout region={region} notice={endsOn && <EndingNotice endsOn={endsOn} />}>
      <PageHeading
        title="登录"
        actions={
          <Link href={unified} className="link inline-flex min-h-11 items-center">
            新版登录
          </Link>
        }
      />
      <LegacyEntries
        region={region.slug}
        style={style}
        holder={offersWay(style, "CERTIFICATE") ? await presentedHolder() : null}
        reason={typeof reason === "string" ? reason : null}
      />
    </LoginLayout>
  );
}
