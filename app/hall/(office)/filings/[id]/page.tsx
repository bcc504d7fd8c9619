import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/lib/domain/china-time";
import { filingKindLabel, filingStatusLabel } from "@/lib/labels";
import { filingAtCounter } from "@/lib/server/hall/filings";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { FilingDecisions } from "./_components/filing-decisions";

export const metadata: Metadata = { title: "事项审批" };

type Props = { params: Promise<{ id: string }> };

/** One filing, and its decision. */
export default async function FilingPage({ params }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { id } = await params;
  const filing = (await filingAtCounter(officer, id)) ?? notFound();
  return (
    <>
      <PageHeading title={filingKindLabel(filing.kind)}>{filing.number}</PageHeading>
      <DescriptionList
        items={[
          { name: "企业", value: filing.enterprise },
          { name: "报送人", value: filing.filedBy },
          {
            name: "报送时间",
            value: filing.submittedAt ? formatMoment(filing.submittedAt) : "",
          },
          { name: "状态", value: filingStatusLabel(filing.status) },
          ...filing.lines,
          ...(filing.reason ? [{ name: "审批意见", value: filing.reason }] : []),
        ]}
      />
      <FilingDecisions
        id={filing.id}
        number={filing.number ?? ""}
        pending={filing.status === "PENDING"}
        voidable={filing.voidable}
      />
    </>
  );
}
