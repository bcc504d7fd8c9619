import "@/prisma/testing/empty-database";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { approved, csvFile, findingsOf, imported, uploaded } from "@/prisma/testing/imports";
import { sampleRow } from "@/scripts/imports/sample-rows";

const rowsOf = (kind: "ENTERPRISES" | "PEOPLE" | "RELATIONS", ...indexes: number[]) =>
  indexes.map((index) => sampleRow(kind, index));

describe("数据导入", () => {
  test("T2 enterprises, people and relations of three files are there after approval", async () => {
    for (const kind of ["ENTERPRISES", "PEOPLE", "RELATIONS"] as const) {
      const { id, by, run } = await uploaded(kind, csvFile(kind, rowsOf(kind, 1, 2, 3)));
      expect(await findingsOf(id)).toEqual([]);
      expect(run).toMatchObject({ status: "READY", lineCount: 3, newCount: 3 });
      expect(await approved(id, by)).toMatchObject({ status: "APPLIED" });
    }
    const relation = await db.relation.findFirstOrThrow({
      where: { person: { name: "样本2" } },
      include: { enterprise: true },
    });
    expect(relation).toMatchObject({
      role: "LEGAL_REPRESENTATIVE",
      status: "REGISTERED",
      registryDepartment: "MARKET_REGULATION",
      enterprise: { name: "样本2有限公司", region: "shandong", status: "ACTIVE" },
    });
    expect(relation.registryMobileIndex).not.toBeNull();
    await expect.poll(() => db.importRow.count()).toBe(0);
    expect(imported).toBeDefined();
  });
});
