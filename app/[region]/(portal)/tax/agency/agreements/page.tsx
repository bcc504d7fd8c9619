import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { ListSearch } from "@/app/[region]/(portal)/_components/list-search";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { agreementsOfAgency } from "@/lib/server/agencies/agreements";
import { AgreementTable } from "../../_components/agreement-table";
import { ListPages } from "../../_components/list-pages";
import { openForm } from "../../_components/open-form";
import { AgreementButtons } from "./_components/agreement-buttons";

const TITLE = "涉税专业服务协议信息变更及终止";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 涉税专业服务协议信息变更及终止 (G2): the agency's agreements, each to be changed or ended. */
export default async function AgreementsPage({ params, searchParams }: Props) {
  const opened = await openForm(params, "AGREEMENT_CHANGE", TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session, enterprise } = opened;
  const asked = readListQuery(await searchParams);
  const { agreements, total } = await agreementsOfAgency(enterprise.id, {
    ...asked,
    now: new Date(),
  });
  const here = `/${region.slug}/tax/agency`;
  return (
    <>
      <PageHeading
        title={TITLE}
        actions={
          <Link href={`${here}/agreement`} className={buttonClass("secondary")}>
            报送新协议
          </Link>
        }
      >
        变更经办人员或有效期，或终止协议。终止和人员变更立即生效，正在办税的人员同时失去该委托企业。
      </PageHeading>
      <ListSearch label="委托企业" search={asked.search} className="mb-6 block max-w-xl" />
      {agreements.length === 0 ? (
        <EmptyState title={asked.search ? `没有找到“${asked.search}”` : "没有协议"}>
          报送《涉税专业服务协议要素信息采集表》后，协议会显示在这里。
        </EmptyState>
      ) : (
        <AgreementTable
          caption="本机构的涉税专业服务协议"
          party="委托企业"
          agreements={agreements}
          actions={(agreement) => (
            <AgreementButtons
              agreement={agreement}
              identityVersion={session.identityVersion}
              filing={randomUUID()}
              changeHref={`${here}/agreements/${agreement.id}`}
            />
          )}
        />
      )}
      <ListPages search={asked.search} page={asked.page} total={total} />
    </>
  );
}
