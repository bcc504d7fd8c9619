import { AsWritten } from "@/components/texts/as-written";
import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { CorrectionStatus } from "@/lib/domain/correction-rules";
import { maskDocumentNumber } from "@/lib/domain/masking";
import { correctionKindLabel, correctionStatusLabel } from "@/lib/labels";
import { findRegion } from "@/lib/regions/list";
import type { RegionProfile } from "@/lib/regions/types";
import { standsOnSecondFactor } from "@/lib/server/accounts/second-factor-proof";
import { ownCorrections } from "@/lib/server/corrections/own";
import type { CurrentSession } from "@/lib/server/session-store";
import { SecondFactorLost } from "../../_components/second-factor-lost";
import { CorrectionForm } from "./correction-form";
import { WithdrawCorrection } from "./withdraw-correction";

type Row = Awaited<ReturnType<typeof ownCorrections>>[number];

const TONES = {
  PENDING: "accent",
  CORRECTED: "success",
  REFUSED: "warning",
  WITHDRAWN: "neutral",
} as const satisfies Record<CorrectionStatus, string>;

/** 更正申请: the person's own requests with what became of them, and a new one. */
export async function Corrections({
  region,
  session,
}: {
  region: RegionProfile;
  session: CurrentSession;
}) {
  const rows = await ownCorrections(session.personId);
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections" className="mb-2 text-lg">
        {t("更正申请")}
      </h2>
      <p className="mb-4 text-muted">
        {t(
          "不能自行更正的信息，可以在这里提出更正申请，由办税服务厅核实。需要核对证件的，会请您持有效身份证件前往，也可以拨打{hotline}。我们在15个工作日内答复，核实有误的及时更正。",
          { hotline: region.hotline },
        )}
      </p>
      {rows.length > 0 && (
        <ul className="mb-6 grid gap-4">
          {rows.map((row) => (
            <li key={row.id}>
              <Correction row={row} />
            </li>
          ))}
        </ul>
      )}
      {standsOnSecondFactor(session) ? (
        <CorrectionForm />
      ) : (
        <SecondFactorLost region={region} personId={session.personId} />
      )}
    </section>
  );
}

function Correction({ row }: { row: Row }) {
  const { id, kind, status, value, note, region, requestedAt, decidedAt, answer } = row;
  const shown = kind === "DOCUMENT_NUMBER" ? maskDocumentNumber(value) : value;
  return (
    <Card>
      <h3 id={`correction-${id}`} className="flex flex-wrap items-center gap-2">
        {t(correctionKindLabel(kind))}
        <Badge tone={TONES[status]}>{t(correctionStatusLabel(status))}</Badge>
      </h3>
      <DescriptionList
        items={[
          { name: t("更正为"), value: <AsWritten>{shown}</AsWritten> },
          { name: t("情况说明"), value: <AsWritten>{note}</AsWritten> },
          { name: t("受理税务局"), value: t.named(findRegion(region)?.name ?? "") },
          { name: t("申请时间"), value: t.moment(requestedAt) },
          ...(decidedAt ? [{ name: t("办结时间"), value: t.moment(decidedAt) }] : []),
        ]}
      />
      {answer && (
        <Alert tone={status === "CORRECTED" ? "success" : "warning"} title={t("税务机关答复")}>
          <AsWritten>{answer}</AsWritten>
        </Alert>
      )}
      {status === "PENDING" && (
        <div className="mt-3">
          <WithdrawCorrection id={id} describedBy={`correction-${id}`} />
        </div>
      )}
    </Card>
  );
}
