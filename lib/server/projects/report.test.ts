import "@/prisma/testing/empty-database";
import { describe, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { filingView } from "@/lib/server/filings/list";
import { projectOptions } from "@/lib/server/identities/projects";
import { fileCrossRegionReport } from "@/lib/server/projects/report";
import { filingIdOf, formOf, newCitizen, newFiler } from "@/prisma/testing/filing";

describe("跨区域涉税事项报告表", () => {
  test("X1, L8 the project is found where it is by its last four digits, by role and by the named handler", async () => {
    const filer = await newFiler();
    const handler = await newCitizen();
    const context = await filer.context();
    const today = dayOf(new Date());
    const report = {
      projectKind: "REPORT" as const,
      projectRegion: "qingdao",
      projectName: "测试工程",
      handlerName: handler.name,
      handlerPhone: handler.phone,
      contactName: "某人",
      contactPhone: "15480000005",
      validFrom: today,
      validTo: addDays(today, 10),
    };
    const result = await fileCrossRegionReport({ ...formOf(context), ...report }, context);
    const view = await filingView(context.session, filingIdOf(result));
    const digits = view?.projectNumber?.slice(-4) ?? "";
    const found = async (personId: string, region: string) =>
      projectOptions({
        personId,
        enterpriseId: filer.enterprise.id,
        region,
        kind: "REPORT",
        search: digits,
        subIdentity: true,
        now: new Date(),
      });
    expect(await found(filer.person.id, "qingdao")).toMatchObject([
      { number: view?.projectNumber, taxAuthority: "国家税务总局青岛市税务局" },
    ]);
    expect(await found(handler.id, "qingdao")).toHaveLength(1);
    expect(await found(filer.person.id, "shandong")).toEqual([]);
    expect(await found((await newCitizen()).id, "qingdao")).toEqual([]);
  });
});
