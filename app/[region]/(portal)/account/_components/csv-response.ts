import { CSV_BOM, csvLine } from "@/lib/domain/csv";

/** A table as a file to download; its first line names the columns. */
export function csvResponse(name: string, lines: readonly (readonly string[])[]): Response {
  return new Response(CSV_BOM + lines.map(csvLine).join(""), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}.csv`,
      "cache-control": "no-store",
    },
  });
}
