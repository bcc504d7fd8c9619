import type { ReactNode } from "react";
import { t } from "@/components/texts/request-texts";
import { Badge } from "@/components/ui/badge";
import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { PinButton } from "./pin-button";
import { RowButton } from "./row-button";

/** One identity that can be switched to. */
export type IdentityRow = {
  identity: string;
  current: boolean;
  /** Of the first column. */
  name: ReactNode;
  /** What it switches to, read after 「切换」. */
  spoken: string;
  /** Whether it is kept at the top; undefined: cannot be pinned. */
  pinned?: boolean;
};

type IdentityTableProps<Row extends IdentityRow> = {
  caption: string;
  /** Header of the column of names. */
  nameHeader: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
};

/** Identities with 「切换」 in each row; the current one is marked instead. */
export function IdentityTable<Row extends IdentityRow>({
  caption,
  nameHeader,
  columns,
  rows,
}: IdentityTableProps<Row>) {
  const idOf = (row: Row) => `to-${row.identity.replace(":", "-")}`;
  return (
    <ResponsiveTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.identity}
      columns={[
        inLine<Row>({ key: "name", header: nameHeader, cell: (row) => row.name }),
        ...columns.map(inLine),
        {
          key: "switch",
          header: t("操作"),
          cell: (row) => (
            <span className="flex min-h-11 flex-wrap items-center gap-2">
              {row.current ? (
                <Badge tone="success">{t("当前身份")}</Badge>
              ) : (
                <RowButton name="identity" value={row.identity} describedBy={idOf(row)}>
                  {t("切换")}
                </RowButton>
              )}
              {row.pinned !== undefined && (
                <PinButton identity={row.identity} pinned={row.pinned} describedBy={idOf(row)} />
              )}
              <span id={idOf(row)} hidden>
                {row.spoken}
              </span>
            </span>
          ),
        },
      ]}
    />
  );
}

/** The column's cells on one line with the button of their row. */
function inLine<Row>(column: Column<Row>): Column<Row> {
  return {
    ...column,
    cell: (row) => (
      <span className="block md:grid md:min-h-11 md:items-center">
        <span>{column.cell(row)}</span>
      </span>
    ),
  };
}
