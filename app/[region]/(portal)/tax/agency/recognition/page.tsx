import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { messageOf } from "@/lib/messages";
import { agreementsOfClient } from "@/lib/server/agencies/agreements";
import { AgreementTable } from "../../_components/agreement-table";
import { ListPages } from "../../_components/list-pages";
import { openForm } from "../../_components/open-form";
import { RecognitionButtons } from "./_components/recognition-buttons";
import { SynchroniseButton } from "./_components/synchronise-button";

const TITLE = "代理机构认定管理";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 代理机构认定管理 (辽宁 二(三)): the client recognises the agencies that may act for it. */
export default async function RecognitionPage({ params, searchParams }: Props) {
  const opened = await openForm(params, "RECOGNITION", TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session, enterprise } = opened;
  const asked = readListQuery(await searchParams);
  const { agreements, total } = await agreementsOfClient(enterprise.id, {
    ...asked,
    now: new Date(),
  });
  const { identityVersion } = session;
  const here = region.clientsRecogniseAgencies;
  return (
    <>
      <PageHeading title={TITLE} actions={here && <SynchroniseButton {...{ identityVersion }} />}>
        代理机构报送协议后，经{enterprise.name}认定，其税务代理人员才能为您办税。
      </PageHeading>
      {!here && (
        <Alert title="本地区不需要认定" className="mb-6">
          <p>{messageOf({ code: "RECOGNITION_NOT_HERE" })}。需要终止的，请联系代理机构办理。</p>
        </Alert>
      )}
      {agreements.length === 0 ? (
        <EmptyState title="没有代理机构">
          代理机构以本企业为委托企业报送协议后，会显示在这里。
        </EmptyState>
      ) : (
        <AgreementTable
          caption="本企业的代理机构"
          party="代理机构"
          agreements={agreements}
          actions={(agreement) =>
            here ? (
              <RecognitionButtons {...{ agreement, identityVersion }} />
            ) : (
              <span className="text-muted">无需办理</span>
            )
          }
        />
      )}
      <ListPages page={asked.page} total={total} />
    </>
  );
}
