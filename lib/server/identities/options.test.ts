import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { clientOptions } from "@/lib/server/identities/clients";
import { enterpriseOptions } from "@/lib/server/identities/enterprises";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";
import { projectOptions } from "@/lib/server/identities/projects";
import { personId } from "@/prisma/testing/demo-session";

const now = new Date("2026-11-22T02:00:00Z");
const first = { search: "", page: 1, now };

async function agency(name: string): Promise<string> {
  const { id } = await db.enterprise.findFirstOrThrow({
    where: { name: { contains: name }, kind: "AGENCY" },
    select: { id: true },
  });
  return id;
}

test("E3 offers a person's enterprises of this bureau with every role", async () => {
  const wangfang = { personId: await personId("王芳"), region: "shandong" };
  const { enterprises, total } = await enterpriseOptions({ ...wangfang, ...first });
  expect(total).toBe(2);
  const roles = enterprises.map(({ name, roles }) => [name, roles.map(({ role }) => role).sort()]);
  expect(Object.fromEntries(roles)).toEqual({
    山东泰岳贸易有限公司: ["INVOICE_CLERK", "TAX_HANDLER"],
    山东齐鲁装备制造有限公司: ["TAX_HANDLER"],
  });
  expect(await enterpriseOptions({ ...wangfang, ...first, region: "qingdao" })).toEqual({
    enterprises: [],
    total: 0,
  });
});

test("E3 offers nothing frozen, waiting, ended or unconfirmed", async () => {
  for (const [name, region] of [
    ["徐岩", "shandong"],
    ["卓玛", "xizang"],
    ["丁宁", "shandong"],
    ["郭欣", "shandong"],
  ] as const) {
    const offered = await enterpriseOptions({ personId: await personId(name), region, ...first });
    expect(offered.total, name).toBe(0);
  }
});

test("B8 an agent with hundreds of clients pages and searches through them", async () => {
  const sunli = await personId("孙丽");
  const agencyId = await agency("诚信");
  const count = 205;
  const clients = await db.enterprise.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      region: "shandong",
      status: "ACTIVE" as const,
      name: `委托企业${String(index).padStart(4, "0")}`,
      creditCode: `TEST${String(index).padStart(14, "0")}`,
      taxAuthority: "国家税务总局济南市税务局",
    })),
    select: { id: true },
  });
  const agreements = await db.agreement.createManyAndReturn({
    data: clients.map(({ id }) => ({
      agencyId,
      clientId: id,
      status: "ACTIVE" as const,
      validFrom: "2026-01-01",
      validTo: "2026-12-31",
    })),
    select: { id: true },
  });
  await db.agreementStaff.createMany({
    data: agreements.map(({ id }) => ({ agreementId: id, personId: sunli })),
  });
  const ask = { personId: sunli, agencyId, now };
  const total = count + 2;
  const seen = new Set<string>();
  for (let page = 1; page <= Math.ceil(total / OPTIONS_ON_ONE_PAGE); page++) {
    const offered = await clientOptions({ ...ask, search: "", page });
    expect(offered).toMatchObject({ total, more: false });
    expect(offered.clients.length).toBeLessThanOrEqual(OPTIONS_ON_ONE_PAGE);
    for (const { identity } of offered.clients) seen.add(identity);
  }
  expect(seen.size).toBe(total);
  expect((await clientOptions({ ...ask, search: "", page: 99 })).clients).toEqual([]);
  const names = async (search: string) =>
    (await clientOptions({ ...ask, search, page: 1 })).clients.map(({ name }) => name);
  expect(await names("0204")).toEqual(["委托企业0204"]);
  expect(await names("test00000000000007")).toEqual(["委托企业0007"]);
  expect(await names("泰岳")).toEqual(["山东泰岳贸易有限公司"]);
});

test("L7 what is not offered is told with its reason", async () => {
  const sunli = await personId("孙丽");
  const { notOffered } = await clientOptions({
    personId: sunli,
    agencyId: await agency("诚信"),
    ...first,
  });
  expect(notOffered).toEqual([
    { name: "山东齐鲁装备制造有限公司", reason: "AGREEMENT_EXPIRED", since: "2025-12-31" },
  ]);
  const dingning = await personId("丁宁");
  expect(
    await clientOptions({ personId: dingning, agencyId: await agency("诚信"), ...first }),
  ).toEqual({ clients: [], total: 0, more: false, notOffered: [] });
});

test("G3 another agency's clients are not offered", async () => {
  const offered = await clientOptions({
    personId: await personId("孙丽"),
    agencyId: await agency("盛京"),
    ...first,
  });
  expect(offered).toEqual({ clients: [], total: 0, more: false, notOffered: [] });
});

test("X2 身份切换 has every project of this region, a picker the first twenty and the rest by number (山东 23)", async () => {
  const person = await personId("张伟");
  const { enterpriseId } = await db.crossRegionProject.findFirstOrThrow({
    where: { projectRegion: "shandong", number: { endsWith: "3456" } },
  });
  const { id: _, ...like } = await db.crossRegionProject.findFirstOrThrow({
    where: { enterpriseId },
  });
  await db.crossRegionProject.createMany({
    data: Array.from({ length: 30 }, (_, index) => ({
      ...like,
      enterpriseId,
      number: `测跨报〔2026〕${String(770_000 + index).padStart(12, "0")}`,
    })),
  });
  const ask = { personId: person, enterpriseId: null, region: "shandong", kind: null, now };
  const offered = async (more: { search?: string; atMost?: number }) =>
    (await projectOptions({ ...ask, subIdentity: false, search: "", ...more })).length;
  expect(await offered({ atMost: Number.POSITIVE_INFINITY })).toBe(31);
  expect(await offered({})).toBe(20);
  expect(await offered({ search: "0029" })).toBe(1);
  await db.crossRegionProject.deleteMany({ where: { number: { startsWith: "测跨报" } } });
});

test("X2 after 企业业务 all projects of this region the roles show, and none of 经办人", async () => {
  const ask = async (name: string, region: string, subIdentity = false) => {
    const found = await projectOptions({
      personId: await personId(name),
      enterpriseId: null,
      region,
      kind: null,
      search: "",
      subIdentity,
      now,
    });
    return found.map(({ number }) => number.slice(-4));
  };
  expect(await ask("张伟", "shandong")).toEqual(["3456"]);
  expect((await ask("次仁旺堆", "shandong")).sort()).toEqual(["0042", "1234", "9012"]);
  expect(await ask("次仁旺堆", "qingdao")).toEqual(["5678"]);
  expect(await ask("次仁旺堆", "xizang")).toEqual([]);
  expect(await ask("丹增", "shandong")).toEqual([]);
  expect(await ask("王芳", "shandong")).toEqual([]);
});
