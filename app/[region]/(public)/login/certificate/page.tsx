import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { Link } from "@/components/ui/link";
import { personChoice } from "@/lib/server/certificates/people";
import { presentedHolder } from "@/lib/server/certificates/proxy-header";
import { CertificateWays } from "./_components/certificate-ways";
import { PersonChoice } from "./_components/person-choice";

export const metadata: Metadata = { title: "税务数字证书登录" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** 税务数字证书登录 (L12): the certificate identifies the enterprise, then one of its people is chosen. */
export default async function CertificatePage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  if (!region.certificateLogin) notFound();
  const query = await searchParams;
  const { flow } = query;
  if (typeof flow === "string") {
    const search = readListQuery(query);
    const choice = await personChoice(region.slug, flow, search, new Date());
    if (!choice.ok) redirect(`/${region.slug}/login?reason=FLOW_EXPIRED`);
    return (
      <LoginLayout region={region}>
        <PersonChoice region={region.slug} flow={flow} {...search} {...choice.value} />
      </LoginLayout>
    );
  }
  const holder = await presentedHolder();
  return (
    <LoginLayout region={region}>
      <PageHeading title="税务数字证书登录">
        由证书识别企业，再选择办税人员并验证其身份。
      </PageHeading>
      <CertificateWays region={region.slug} holder={holder} />
      <Link
        href={`/${region.slug}/login`}
        className="link mt-4 inline-flex min-h-11 items-center text-sm"
      >
        返回登录
      </Link>
    </LoginLayout>
  );
}
