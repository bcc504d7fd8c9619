import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import type { FilingKind } from "@/lib/domain/filing-rules";
import { filingKindLabel } from "@/lib/labels";
import type { ListedFiling } from "@/lib/server/filings/list";
import { DeleteDraft } from "./delete-draft";
import { FilingStatusBadge } from "./filing-status-badge";

/** Where a draft is gone on with; the others have none. */
const FORM_PATHS: Partial<Record<FilingKind, string>> = {
  HANDLER_CHANGE: "handlers",
  AGENCY_INFORMATION: "agency/information",
  AGREEMENT: "agency/agreement",
  CROSS_REGION_REPORT: "cross-region",
  PROPERTY_SOURCE: "cross-region",
};

type FilingTableProps = {
  region: string;
  filings: readonly ListedFiling[];
  identityVersion: number;
};

/** Filings with their status and the way to each. */
export function FilingTable({ region, filings, identityVersion }: FilingTableProps) {
  return (
    <ResponsiveTable
      caption="我的申报事项"
      rows={filings}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "kind",
          header: "事项",
          cell: ({ id, kind, enterprise }) => (
            <>
              <span id={`filing-${id}`}>{filingKindLabel(kind)}</span>
              <span className="block text-muted text-sm">{enterprise}</span>
            </>
          ),
        },
        { key: "number", header: "受理编号", cell: ({ number }) => number ?? "—" },
        {
          key: "status",
          header: "状态",
          cell: ({ status }) => <FilingStatusBadge status={status} />,
        },
        {
          key: "by",
          header: "经办人",
          cell: ({ filedBy, at }) => (
            <>
              {filedBy}
              <span className="block text-muted text-sm tabular-nums">{formatMoment(at)}</span>
            </>
          ),
        },
        {
          key: "actions",
          header: "操作",
          cell: ({ id, kind, status }) =>
            status === "DRAFT" ? (
              <span className="flex flex-wrap gap-2">
                <Link
                  href={`/${region}/tax/${FORM_PATHS[kind] ?? "filings"}?draft=${id}`}
                  aria-describedby={`filing-${id}`}
                  className={buttonClass("secondary")}
                >
                  继续填写
                </Link>
                <DeleteDraft filing={id} identityVersion={identityVersion} />
              </span>
            ) : (
              <Link
                href={`/${region}/tax/filings/${id}`}
                aria-describedby={`filing-${id}`}
                className={buttonClass("secondary")}
              >
                查看
              </Link>
            ),
        },
      ]}
    />
  );
}
