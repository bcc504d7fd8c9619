import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { csvLine } from "@/lib/domain/csv";
import { db } from "@/lib/server/db";
import { newProject } from "@/prisma/testing/legacy";
import { sessionFor } from "@/prisma/testing/own-session";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";
import { GET } from "./route";

const signedIn = vi.hoisted(() => ({ session: null as unknown }));
vi.mock("@/lib/server/session", () => ({ requireSession: async () => signedIn.session }));

/** The lines of the file, without the one that names the columns. */
async function file(person: { id: string }): Promise<string[]> {
  signedIn.session = await sessionFor(person);
  const asked = new Request("http://localhost/shandong/account/authorizations/export");
  const answer = await GET(asked, { params: Promise.resolve({ region: "shandong" }) });
  expect(answer.headers.get("content-type")).toContain("text/csv");
  return (await answer.text()).trim().split("\r\n").slice(1);
}

test("B12 the file of 我能代表谁 has the cross-region projects of this bureau, all of them", async () => {
  const [person, named] = [await newPerson(), await newPerson()];
  const enterprise = await newEnterprise();
  await relate(person.id, enterprise.id, "LEGAL_REPRESENTATIVE");
  const [project] = await Promise.all([
    newProject(enterprise.id, "shandong", { handlerName: named.name, handlerPhone: named.phone }),
    ...Array.from({ length: 20 }, () => newProject(enterprise.id, "shandong")),
    newProject(enterprise.id, "yunnan"),
  ]);
  const { name, creditCode } = await db.enterprise.findUniqueOrThrow({
    where: { id: enterprise.id },
  });
  const identity = `跨区域报验户 ${project?.number}（测试工程）`;
  const period = "2026年1月1日起，长期";
  const line = csvLine([
    ...[name, creditCode, "山东", identity, period],
    ...["跨区域涉税事项报告表", "", "有效"],
  ]).trim();
  const lines = await file(person);
  expect(lines).toHaveLength(1 + 21);
  expect(lines).toContain(line);
  // 经办人 of one project comes by 特定主体 to that one only.
  expect(await file(named)).toEqual([line]);
  await db.crossRegionProject.update({
    where: { id: project?.id ?? "" },
    data: { status: "CLOSED" },
  });
  expect(await file(named)).toEqual([]);
});
