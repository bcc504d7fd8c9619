import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { previewLines } from "@/lib/server/imports/preview";
import { approved, csvFile, imported, uploaded } from "@/prisma/testing/imports";
import { newOfficer } from "@/prisma/testing/officers";
import { samplePhone, sampleRow } from "@/scripts/imports/sample-rows";

vi.setConfig({ testTimeout: 60_000 });

test("T2 B13 who approves a file sees its lines, what each would do, and people by masked names and numbers", async () => {
  await imported("PEOPLE", [sampleRow("PEOPLE", 1)]);
  const shared = { mobile: samplePhone(3) };
  const rows = [
    sampleRow("PEOPLE", 1),
    { ...sampleRow("PEOPLE", 2), ...shared, landline: "053188880000" },
    sampleRow("PEOPLE", 3),
    sampleRow("PEOPLE", 1),
  ];
  const { id, by } = await uploaded("PEOPLE", csvFile("PEOPLE", rows));
  const run = { id, kind: "PEOPLE" as const };
  const supervisor = await newOfficer({ role: "SUPERVISOR" });
  const { lines, titles } = await previewLines(run, supervisor.officer, 1);
  expect(titles).toEqual(["姓名", "证件", "移动电话", "固定电话"]);
  expect(lines.map(({ line, effect }) => `${line} ${effect}`)).toEqual([
    "2 KNOWN",
    "3 NEW",
    "4 NEW",
    "5 SKIPPED",
  ]);
  expect(lines[1]?.cells).toEqual([
    "样**",
    expect.stringMatching(/^居民身份证 370\*+..$/),
    "154****0003（置空）",
    "053****0000",
  ]);
  const text = JSON.stringify(lines);
  for (const { name = "", documentNumber = "", mobile = "" } of rows) {
    for (const secret of [name, documentNumber, mobile]) expect(text).not.toContain(secret);
  }
  const elsewhere = await newOfficer({ role: "SUPERVISOR", region: "yunnan" });
  expect((await previewLines(run, elsewhere.officer, 1)).lines).toEqual([]);
  await approved(id, by);
  expect((await previewLines(run, supervisor.officer, 1)).lines).toEqual([]);
});

test("T2 enterprises and relations are previewed in the words of the file, page by page", async () => {
  const enterprises = Array.from({ length: 23 }, (_, index) => sampleRow("ENTERPRISES", index));
  const { id } = await uploaded("ENTERPRISES", csvFile("ENTERPRISES", enterprises));
  const { officer } = await newOfficer({ role: "SUPERVISOR" });
  const second = await previewLines({ id, kind: "ENTERPRISES" }, officer, 2);
  expect(second.lines.map(({ line }) => line)).toEqual([22, 23, 24]);
  const { creditCode = "", name = "", taxAuthority = "" } = sampleRow("ENTERPRISES", 22);
  expect(second.lines[2]?.cells).toEqual([creditCode, name, "企业", taxAuthority, "正常"]);
  await imported("PEOPLE", [sampleRow("PEOPLE", 1)]);
  await imported("ENTERPRISES", [sampleRow("ENTERPRISES", 1)]);
  const handler = {
    ...{ role: "子身份办税员", department: "" },
    ...{ validFrom: "2026-01-01", validTo: "2026-12-31" },
  };
  const relations = [sampleRow("RELATIONS", 1), { ...sampleRow("RELATIONS", 1), ...handler }];
  const run = await uploaded("RELATIONS", csvFile("RELATIONS", relations));
  const { lines } = await previewLines({ id: run.id, kind: "RELATIONS" }, officer, 1);
  expect(lines.map(({ cells }) => cells.slice(3))).toEqual([
    ["法定代表人（市场监管）", ""],
    ["子身份办税员", "2026-01-01 至 2026-12-31"],
  ]);
});
