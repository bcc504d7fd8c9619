import { notFound } from "next/navigation";
import { CSV_BOM, csvLine } from "@/lib/domain/csv";
import { FILE_COLUMNS, IMPORT_KINDS } from "@/lib/domain/registry-file";
import { importKindLabel } from "@/lib/labels";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { csvHeaders } from "../../_components/csv-headers";

type Params = { params: Promise<{ kind: string }> };

/** 下载模板: the titles and an example of a file. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  await requireOfficer("COUNTER", "SUPERVISOR");
  const { kind: slug } = await params;
  const kind = IMPORT_KINDS.find((each) => each.toLowerCase() === slug) ?? notFound();
  const columns = FILE_COLUMNS[kind];
  const lines = [columns.map(({ title }) => title), columns.map(({ example }) => example)];
  return new Response(CSV_BOM + lines.map(csvLine).join(""), {
    headers: csvHeaders(`${importKindLabel(kind)}模板`),
  });
}
