import "@/prisma/testing/demo-database";
import { readFileSync } from "node:fs";
import sqlite3 from "sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { checkCreditCode } from "@/lib/domain/credit-code";
import { checkDocumentNumber } from "@/lib/domain/documents";
import { checkMobileNumber } from "@/lib/domain/phone-number";
import { db, isPostgres } from "@/lib/server/db";
import { openDatabase } from "@/lib/server/db/open";
import { verifyPassword } from "@/lib/server/password";
import { blindIndex, reveal } from "@/lib/server/protect";
import { ANNOUNCEMENT_BODIES } from "@/prisma/seed/announcement-bodies";
import { DatabaseInUseError, loadDemo } from "@/prisma/seed/demo";
import demoJson from "@/prisma/seed/demo.json";
import { dayAt } from "@/prisma/seed/demo-enterprises";
import { demoSchema } from "@/prisma/seed/demo-schema";
import { createTestDatabase } from "@/prisma/testing/test-database";

const demo = demoSchema.parse(demoJson);

function personByNumber(documentNumber: string) {
  return db.person.findFirstOrThrow({
    where: { documentNumberIndex: blindIndex("documentNumber", documentNumber) },
    select: {
      name: true,
      documentNumberCipher: true,
      account: true,
      phones: { orderBy: { isDefault: "desc" } },
      collections: { include: { officer: true } },
    },
  });
}

describe("demo data", () => {
  test("is valid: every number passes the rules of its type", () => {
    for (const { documentType, documentNumber, phones } of demo.persons) {
      expect([
        documentNumber,
        checkDocumentNumber(documentType, documentNumber, "2026-01-01"),
      ]).toEqual([documentNumber, null]);
      for (const phone of phones) expect([phone, checkMobileNumber(phone)]).toEqual([phone, null]);
    }
    for (const { creditCode } of demo.enterprises) {
      expect([creditCode, checkCreditCode(creditCode)]).toEqual([creditCode, null]);
    }
  });

  test("is there completely", async () => {
    expect({
      persons: await db.person.count(),
      accounts: await db.account.groupBy({
        by: ["status"],
        _count: true,
        orderBy: { status: "asc" },
      }),
      phones: await db.phone.count(),
      defaultPhones: await db.phone.count({ where: { isDefault: true } }),
      collections: await db.realNameCollection.count(),
      enterprises: await db.enterprise.count(),
      relations: await db.relation.count(),
      livingRelations: await db.relation.count({ where: { living: true } }),
      identities: await db.relationPermissionIdentity.count(),
      staff: await db.agencyStaff.count(),
      agreements: await db.agreement.count(),
      agreementStaff: await db.agreementStaff.count(),
      projects: await db.crossRegionProject.count(),
      officers: await db.officer.count(),
      announcements: await db.announcement.count({ where: { status: "PUBLISHED" } }),
    }).toEqual({
      persons: 35,
      accounts: [
        { status: "ACTIVE", _count: 28 },
        { status: "CLOSED", _count: 1 },
        { status: "INVALID", _count: 1 },
      ],
      phones: demo.persons.flatMap(({ phones }) => phones).length,
      defaultPhones: demo.persons.filter(({ phones }) => phones.length > 0).length,
      collections: 31,
      enterprises: 13,
      relations: 34,
      livingRelations: 30,
      identities: 2,
      staff: 3,
      agreements: 5,
      agreementStaff: 5,
      projects: 5,
      officers: 6,
      announcements: 5,
    });
  });

  test("L4 the first phone is the default", async () => {
    const { phones } = await personByNumber("540100198003120110");
    expect(phones.map(({ numberCipher }) => reveal("Phone.number", numberCipher))).toEqual([
      "15405400001",
      "15405400002",
    ]);
  });

  test("K4 an initial password is the last six of the document number", async () => {
    const { account } = await personByNumber("37020019990909069X");
    expect(account?.passwordState).toBe("INITIAL");
    expect(await verifyPassword(account?.passwordHash ?? null, "09069X")).toBe(true);
    expect(await verifyPassword(account?.passwordHash ?? null, "09069x")).toBe(false);
  });

  test("people sign in with the demo password, user name and e-mail", async () => {
    const { account, collections, documentNumberCipher } =
      await personByNumber("370100197801050130");
    expect(account).toMatchObject({ username: "zhangwei78", usernameKey: "zhangwei78" });
    expect(await verifyPassword(account?.passwordHash ?? null, "Etax@2026")).toBe(true);
    expect(reveal("Person.documentNumber", documentNumberCipher)).toBe("370100197801050130");
    expect(collections).toMatchObject([
      { channel: "HALL", region: "shandong", officer: { name: "孔令华" } },
    ]);
    const tanaka = await personByNumber("TR1234567");
    expect(reveal("Account.email", tanaka.account?.emailCipher ?? "")).toBe("yuki@example.com");
    expect(tanaka.collections).toEqual([]);
  });

  test("relations carry who agreed, freezing and validity", async () => {
    const relationOf = (creditCode: string, name: string) =>
      db.relation.findFirstOrThrow({ where: { enterprise: { creditCode }, person: { name } } });
    expect(await relationOf("91370100YY3C2B017K", "徐岩")).toMatchObject({
      status: "ACTIVE",
      living: true,
      frozenAt: expect.any(Date),
    });
    expect(await relationOf("91370100YY3C2B025E", "张伟")).toMatchObject({
      status: "WITHDRAWN",
      living: null,
    });
    expect(await relationOf("91540100YY6T1A01XG", "卓玛")).toMatchObject({
      status: "PENDING_PERSON",
      decidedAt: null,
    });
    expect(await relationOf("91210100YY0P4D01X0", "罗平")).toMatchObject({ inRegistry: false });
  });

  test("relative days count from the day of loading in Asia/Shanghai", () => {
    const lateEvening = new Date("2026-11-22T16:30:00Z");
    expect(dayAt("+20d", lateEvening)).toBe("2026-12-13");
    expect(dayAt("-30d", lateEvening)).toBe("2026-10-24");
    expect(dayAt("2027-12-31", lateEvening)).toBe("2027-12-31");
  });

  test("every announcement has a text", () => {
    for (const { title } of demo.announcements) {
      expect(ANNOUNCEMENT_BODIES[title]?.length).toBeGreaterThan(60);
    }
  });

  test("loading twice changes nothing", async () => {
    expect(await loadDemo(db, { now: new Date() })).toBe(false);
    expect(await db.person.count()).toBe(35);
  });

  test("a database with other data is refused and left alone", async () => {
    const other = await openDatabase(await createTestDatabase());
    await other.enterprise.create({
      data: { region: "yunnan", name: "甲", creditCode: "X", taxAuthority: "乙" },
    });
    await expect(loadDemo(other, { now: new Date() })).rejects.toThrow(DatabaseInUseError);
    expect(await other.person.count()).toBe(0);
    await other.$disconnect();
  });
});

/** Every text that must not be readable on disk. */
const SECRETS = [
  demo.password,
  demo.officerPassword,
  ...demo.persons.flatMap(({ documentNumber, phones, email }) => [
    documentNumber,
    ...phones,
    ...(email ? [email] : []),
  ]),
  ...demo.enterprises.flatMap(({ enterprisePassword }) => enterprisePassword ?? []),
  ...demo.relations.flatMap(({ handlerPassword, registryMobile }) => [
    ...(handlerPassword ? [handlerPassword] : []),
    ...(registryMobile ? [registryMobile] : []),
  ]),
  ...demo.agencyStaff.flatMap(({ handlerPassword }) => handlerPassword ?? []),
  ...demo.agreements.flatMap(({ agreementPassword }) => agreementPassword ?? []),
  ...demo.crossRegionProjects.flatMap(({ handlerPhone, contactPhone }) => [
    handlerPhone,
    contactPhone,
  ]),
  ...demo.officers.map(({ phone }) => phone),
];

describe.runIf(!isPostgres)("demo data on disk", () => {
  let file: string;
  beforeAll(async () => {
    file = (await createTestDatabase({ demo: true })).replace("file:", "");
  });

  test("holds no personal identifier and no password in plain text", () => {
    const bytes = readFileSync(file);
    expect(bytes.includes("扎西顿珠")).toBe(true);
    for (const secret of SECRETS) expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
  });

  test("another driver reads only cipher texts, indexes and hashes", async () => {
    const rows = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
      const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY);
      database.all<Record<string, unknown>>(
        `SELECT p."documentNumberCipher", p."documentNumberIndex", f."numberCipher", a."passwordHash"
         FROM "Person" p JOIN "Phone" f ON f."personId" = p."id" JOIN "Account" a ON a."personId" = p."id"`,
        (error, found) => (error ? reject(error) : resolve(found)),
      );
      database.close();
    });
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row).toEqual({
        documentNumberCipher: expect.stringMatching(/^k1\.[A-Za-z0-9_-]{40,}$/),
        documentNumberIndex: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
        numberCipher: expect.stringMatching(/^k1\.[A-Za-z0-9_-]{40,}$/),
        passwordHash: expect.stringMatching(/^\$argon2id\$/),
      });
    }
  });
});
