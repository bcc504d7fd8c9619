import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/lib/domain/china-time";
import { correctionKindLabel, correctionStatusLabel, documentTypeLabel } from "@/lib/labels";
import { correctionCase } from "@/lib/server/hall/corrections";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { LookUpFirst } from "../../_components/look-up-first";
import { DecideCorrection } from "../_components/correction-buttons";

export const metadata: Metadata = { title: "更正申请" };

type Props = { params: Promise<{ id: string }> };

/** One request with what is kept now, and its decision. */
export default async function CorrectionPage({ params }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { id } = await params;
  const read = await correctionCase(officer, id, new Date());
  if (!read.ok) {
    const [problem] = read.problems;
    return problem?.code === "LOOK_UP_FIRST" ? (
      <LookUpFirst href="/hall/corrections" />
    ) : (
      notFound()
    );
  }
  const request = read.value;
  const kind = correctionKindLabel(request.kind);
  return (
    <>
      <PageHeading title={`更正申请：${kind}`}>{request.name}</PageHeading>
      <DescriptionList
        items={[
          { name: "现有姓名", value: request.name },
          {
            name: "现有证件",
            value: `${documentTypeLabel(request.documentType)} ${request.documentNumber}`,
          },
          { name: "更正内容", value: kind },
          { name: "更正为", value: request.value },
          { name: "情况说明", value: request.note },
          { name: "申请时间", value: formatMoment(request.requestedAt) },
          { name: "状态", value: correctionStatusLabel(request.status) },
          ...(request.answer ? [{ name: "答复", value: request.answer }] : []),
        ]}
      />
      {request.status === "PENDING" && (
        <DecideCorrection id={id} subject={kind} applied={request.kind !== "OTHER"} />
      )}
    </>
  );
}
