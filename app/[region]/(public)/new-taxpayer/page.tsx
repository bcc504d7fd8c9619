import type { Metadata } from "next";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { unconfirmedEnterprises } from "@/lib/server/registry/new-taxpayer";
import { getOwnSession } from "@/lib/server/session";
import { AtTheHall } from "./_components/at-the-hall";
import { SignInFirst } from "./_components/sign-in-first";
import { Unconfirmed } from "./_components/unconfirmed";

export const metadata: Metadata = { title: "新办纳税人套餐" };

/** 新办纳税人套餐 (E6): the legal representative confirms what the registry says of a new enterprise. */
export default async function NewTaxpayerPage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const session = await getOwnSession();
  const here = session?.region === region.slug ? session : null;
  const person = here?.acting.kind === "PERSON" && !here.problem ? here : null;
  return (
    <PublicShell region={region}>
      <Breadcrumb
        items={[
          { label: "公众服务", href: `/${region.slug}/services` },
          { label: "新办纳税人套餐" },
        ]}
      />
      <div className="mt-4">
        <PageHeading title="新办纳税人套餐">
          新设立的企业由法定代表人在这里确认登记信息，确认后即可从“企业业务”登录办税。
        </PageHeading>
      </div>
      {person ? (
        <Unconfirmed
          region={region.slug}
          session={person}
          enterprises={await unconfirmedEnterprises(person.personId, region.slug)}
        />
      ) : (
        <SignInFirst region={region.slug} signedIn={here !== null} />
      )}
      <AtTheHall region={region} />
    </PublicShell>
  );
}
