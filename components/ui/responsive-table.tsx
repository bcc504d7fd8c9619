import type { ReactNode } from "react";

export type Column<Row> = { key: string; header: string; cell: (row: Row) => ReactNode };

type ResponsiveTableProps<Row> = {
  /** Read out, and shown to screen readers only. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

/** A table that becomes cards under 768 px; one set of cells for both. */
export function ResponsiveTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: ResponsiveTableProps<Row>) {
  return (
    <table className="block w-full md:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="border-line border-b">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className="px-3 py-2 text-left font-semibold text-muted text-sm"
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="grid gap-3 md:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="block rounded-md border border-line bg-raised p-3 md:table-row md:rounded-none md:border-0 md:border-b"
          >
            {columns.map((column) => (
              <td
                key={column.key}
                className="grid grid-cols-[7rem_1fr] gap-2 py-1 align-top md:table-cell md:px-3 md:py-3"
              >
                <span aria-hidden="true" className="text-muted text-sm md:hidden">
                  {column.header}
                </span>
                <span className="min-w-0">{column.cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
