import { requireOfficer } from "@/lib/server/hall/officer-session";
import { findingLines } from "@/lib/server/imports/view";
import { csvStream } from "../../_components/csv-headers";

type Params = { params: Promise<{ run: string }> };

/** 下载错误报告. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { run } = await params;
  return csvStream("导入错误报告", findingLines(run, officer));
}
