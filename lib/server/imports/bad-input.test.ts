import "@/prisma/testing/empty-database";
import { existsSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { CSV_BOM } from "@/lib/domain/csv";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { receiveFile } from "@/lib/server/imports/receive-file";
import {
  begun,
  bodyOf,
  csvFile,
  findingsOf,
  imported,
  settled,
  uploaded,
} from "@/prisma/testing/imports";
import { newOfficer } from "@/prisma/testing/officers";
import { newPerson } from "@/prisma/testing/people";
import {
  sampleCreditCode,
  sampleDocument,
  samplePhone,
  sampleRow,
} from "@/scripts/imports/sample-rows";

vi.setConfig({ testTimeout: 60_000 });

const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });
const person = (index: number, more: Record<string, string> = {}) => ({
  ...sampleRow("PEOPLE", index),
  ...more,
});
const enterprise = (index: number, more: Record<string, string> = {}) => ({
  ...sampleRow("ENTERPRISES", index),
  ...more,
});
const relation = (index: number, more: Record<string, string> = {}) => ({
  ...sampleRow("RELATIONS", index),
  ...more,
});
const errorsOf = async (...args: Parameters<typeof uploaded>) => {
  const { id, run } = await uploaded(...args);
  return { status: run.status, found: await findingsOf(id), run };
};

describe("the characters of a file", () => {
  test.each([
    ["with byte order mark", csvFile("PEOPLE", [person(101)])],
    ["without", csvFile("PEOPLE", [person(101)]).replace(CSV_BOM, "")],
    ["with LF only", csvFile("PEOPLE", [person(101)]).replaceAll("\r\n", "\n")],
    ["without quotation marks", csvFile("PEOPLE", [person(101)]).replaceAll('"', "")],
    ["with blank lines", `${csvFile("PEOPLE", [person(101)])}\r\n,,,,,\r\n`],
    ["without a last line end", csvFile("PEOPLE", [person(101)]).trimEnd()],
  ])("T2 a file %s is read", async (_, content) => {
    const { status, run } = await errorsOf("PEOPLE", content);
    expect({ status, lines: run.lineCount }).toEqual({ status: "READY", lines: 1 });
  });

  test("T2 a file in GBK is read as one in UTF-8", async () => {
    // 姓名,证件类型,国籍（地区）,证件号码,移动电话,固定电话 / 中国,居民身份证,,…
    const titles =
      "d0d5c3fb2cd6a4bcfec0e0d0cd2cb9fabcaea3a8b5d8c7f8a3a92cd6a4bcfebac5c2eb2cd2c6b6afb5e7bbb02cb9ccb6a8b5e7bbb0";
    const line = "d6d0b9fa2cbed3c3f1c9edb7ddd6a42c2c";
    const content = Buffer.concat([
      Buffer.from(`${titles}0d0a${line}`, "hex"),
      Buffer.from(`${sampleDocument(102)},,\r\n`),
    ]);
    const { status, run, found } = await errorsOf("PEOPLE", content);
    expect({ found, status, encoding: run.encoding }).toEqual({
      found: [],
      status: "READY",
      encoding: "gb18030",
    });
    expect(await db.importRow.findFirst({ where: { runId: run.id } })).toMatchObject({
      name: "中国",
    });
  });

  test("T2 UTF-16 and other bytes are refused at once, with what to do", async () => {
    const officer = await newOfficer();
    const id = await begun("PEOPLE", officer);
    const utf16 = Buffer.from(csvFile("PEOPLE", [person(103)]), "utf16le");
    const file = { body: bodyOf(utf16), announced: null };
    expect(await receiveFile(id, file, officer)).toEqual(refused("FILE_ENCODING"));
    const empty = { body: bodyOf(""), announced: null };
    expect(await receiveFile(id, empty, officer)).toEqual(refused("FILE_EMPTY"));
  });
});

describe("the form of a file", () => {
  test("T2 commas, quotation marks and line ends within quotation marks are data", async () => {
    const name = '样本"甲", 分公司';
    const { run } = await errorsOf(
      "ENTERPRISES",
      csvFile("ENTERPRISES", [enterprise(110, { name })]),
    );
    expect(await db.importRow.findFirst({ where: { runId: run.id } })).toMatchObject({ name });
  });

  test("T2 an open quotation mark is told with its line, and does not swallow the file", async () => {
    const broken = `${csvFile("PEOPLE", [person(111)])}"样本,居民身份证\r\n${"x".repeat(100_000)}`;
    expect(await errorsOf("PEOPLE", broken)).toMatchObject({
      status: "INVALID",
      found: ["3 FILE_SYNTAX"],
    });
  });

  test("T2 a file of another kind is told by its titles, and nothing of it is read", async () => {
    const { status, found, run } = await errorsOf(
      "PEOPLE",
      csvFile("ENTERPRISES", [enterprise(112)]),
    );
    expect({ status, lines: run.lineCount }).toEqual({ status: "INVALID", lines: 0 });
    expect(found).toContain("1 COLUMN_UNKNOWN");
    expect(found).toContain("1 documentNumber COLUMN_MISSING");
  });

  test("T2 columns may stand in another order", async () => {
    const { status } = await errorsOf(
      "PEOPLE",
      `证件号码,姓名,证件类型,移动电话,固定电话,国籍（地区）\n${sampleDocument(113)},样本113,居民身份证,,0531-88880000,\n`,
    );
    expect(status).toBe("READY");
  });

  test("T2 a file without lines is refused", async () => {
    const { status, found } = await errorsOf("PEOPLE", csvFile("PEOPLE", []));
    expect({ status, found }).toEqual({ status: "INVALID", found: ["FILE_WITHOUT_LINES"] });
  });

  test("T2 values of the wrong type are told by line and column, each once, and nothing is imported", async () => {
    const rows = [
      person(114),
      person(115, { documentNumber: "3.70100E+17" }),
      person(116, { documentType: "驾驶证", mobile: "12345" }),
      person(117, { landline: "无", name: "" }),
    ];
    const { status, found, run } = await errorsOf("PEOPLE", csvFile("PEOPLE", rows));
    expect({ status, errors: run.errorCount }).toEqual({ status: "INVALID", errors: 3 });
    expect(found).toEqual([
      "3 documentNumber DOCUMENT_NUMBER_FORMAT",
      "4 documentType WORD_UNKNOWN",
      "4 mobile PHONE_INVALID",
      "5 landline LANDLINE_INVALID",
      "5 name REQUIRED",
    ]);
    expect(await db.person.count({ where: { name: "样本114" } })).toBe(0);
  });

  test("T2 a relation needs a role of the registry; a source belongs to 法定代表人 alone", async () => {
    const rows = [
      relation(118, { role: "涉税代理人员" }),
      relation(118, { department: "" }),
      relation(118, { role: "办税员" }),
    ];
    const { found } = await errorsOf("RELATIONS", csvFile("RELATIONS", rows));
    expect(found.filter((each) => !each.includes("NOT_REGISTERED"))).toEqual([
      "2 role WORD_UNKNOWN",
      "3 department DEPARTMENT_REQUIRED",
      "4 department DEPARTMENT_FOR_LEGAL_REPRESENTATIVE",
    ]);
  });
});

describe("公式注入", () => {
  test("T2 what looks like a formula is data, kept as it is", async () => {
    const name = "=HYPERLINK(1)";
    await imported("ENTERPRISES", [enterprise(120, { name })]);
    expect(
      await db.enterprise.findUnique({ where: { creditCode: sampleCreditCode(120) } }),
    ).toMatchObject({ name });
  });
});

describe("lines that repeat or contradict", () => {
  test("T2 the same line twice counts once and is told", async () => {
    const { status, found, run } = await errorsOf(
      "PEOPLE",
      csvFile("PEOPLE", [person(130), person(131), person(130)]),
    );
    expect({ status, found }).toEqual({ status: "READY", found: ["4 ROW_TWICE"] });
    expect(run).toMatchObject({ newCount: 2, skippedCount: 1 });
  });

  test("T2 two lines that say different things of one person are both errors", async () => {
    const rows = [person(132), person(132, { name: "另一人", mobile: "" })];
    expect((await errorsOf("PEOPLE", csvFile("PEOPLE", rows))).found).toEqual([
      "2 ROWS_CONTRADICT",
      "3 ROWS_CONTRADICT",
    ]);
  });

  test("T2 a document that is somebody else's name in the database is an error", async () => {
    const known = await newPerson();
    const row = person(133, { documentNumber: known.number, mobile: "" });
    const { found } = await errorsOf("PEOPLE", csvFile("PEOPLE", [row]));
    expect(found.at(-1)).toMatch(/PERSON_HAS_OTHER_NAME|DOCUMENT_NUMBER/);
    await imported("PEOPLE", [person(134)]);
    const renamed = await errorsOf("PEOPLE", csvFile("PEOPLE", [person(134, { name: "改名" })]));
    expect(renamed.found).toEqual(["2 name PERSON_HAS_OTHER_NAME"]);
  });

  test("T2 two 法定代表人 of one enterprise are both errors", async () => {
    await imported("ENTERPRISES", [enterprise(135)]);
    await imported("PEOPLE", [person(135), person(136)]);
    const creditCode = sampleCreditCode(135);
    const rows = [relation(135), relation(136, { creditCode })];
    expect((await errorsOf("RELATIONS", csvFile("RELATIONS", rows))).found).toEqual([
      "2 role LEGAL_REPRESENTATIVE_TWICE",
      "3 role LEGAL_REPRESENTATIVE_TWICE",
    ]);
  });

  test("T1 an enterprise of another bureau is neither changed nor given people", async () => {
    await imported("ENTERPRISES", [enterprise(137)]);
    const elsewhere = await newOfficer({ region: "xizang" });
    const renamed = csvFile("ENTERPRISES", [enterprise(137, { name: "抢注" })]);
    expect((await errorsOf("ENTERPRISES", renamed, elsewhere)).found).toEqual([
      "2 creditCode ENTERPRISE_OF_OTHER_BUREAU",
    ]);
    await imported("PEOPLE", [person(137)]);
    expect(
      (await errorsOf("RELATIONS", csvFile("RELATIONS", [relation(137)]), elsewhere)).found,
    ).toEqual(["2 creditCode ENTERPRISE_NOT_REGISTERED_HERE"]);
  });

  test("T2 a closed enterprise stays closed and takes no people", async () => {
    await imported("ENTERPRISES", [enterprise(138, { status: "注销" })]);
    await imported("PEOPLE", [person(138)]);
    expect(
      (await errorsOf("ENTERPRISES", csvFile("ENTERPRISES", [enterprise(138)]))).found,
    ).toEqual(["2 status ENTERPRISE_STAYS_CLOSED"]);
    expect((await errorsOf("RELATIONS", csvFile("RELATIONS", [relation(138)]))).found).toEqual([
      "2 creditCode ENTERPRISE_IS_CLOSED",
    ]);
  });

  test("B13 an officer imports no relation of their own, known by document or by phone", async () => {
    const officer = await newOfficer({ phone: samplePhone(139) });
    await imported("ENTERPRISES", [enterprise(139)]);
    await imported("PEOPLE", [person(139, { mobile: "" })]);
    const { documentNumberIndex } = await db.person.findFirstOrThrow({
      where: { name: "样本139" },
    });
    await db.officer.update({
      where: { id: officer.officer.officerId },
      data: { documentNumberIndex },
    });
    const { found } = await errorsOf("RELATIONS", csvFile("RELATIONS", [relation(139)]), officer);
    expect(found).toEqual(["2 documentNumber OFFICERS_OWN_RELATION"]);
    await imported("RELATIONS", [relation(139)]);
    await imported("PEOPLE", [person(140)]);
    const colleague = relation(140, { creditCode: sampleCreditCode(139) });
    expect((await errorsOf("RELATIONS", csvFile("RELATIONS", [colleague]), officer)).found).toEqual(
      ["2 creditCode OFFICERS_OWN_ENTERPRISE"],
    );
  });
});

describe("a file that is too long", () => {
  beforeAll(() => {
    env().IMPORT_MAX_MB = 1;
  });

  test("T2 1 GB announced is refused without reading a byte", async () => {
    const officer = await newOfficer();
    const id = await begun("PEOPLE", officer);
    const pull = vi.fn();
    const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
    expect(await receiveFile(id, { body, announced: 2 ** 30 }, officer)).toEqual(
      refused("FILE_TOO_LONG"),
    );
    expect(pull).not.toHaveBeenCalled();
  });

  test("T2 1 GB that was announced as less is cut off at the limit, and nothing of it is kept", async () => {
    const officer = await newOfficer();
    const id = await begun("PEOPLE", officer);
    const piece = new Uint8Array(64 * 1024).fill(97);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += piece.length;
        if (sent > 2 ** 30) controller.close();
        else controller.enqueue(piece);
      },
    });
    expect(await receiveFile(id, { body, announced: 100 }, officer)).toEqual(
      refused("FILE_TOO_LONG"),
    );
    expect(sent).toBeLessThan(4 * 1024 * 1024);
    const folder = env().IMPORT_FOLDER;
    expect(existsSync(folder) ? readdirSync(folder).join() : "").not.toContain(id);
    const again = { body: bodyOf(csvFile("PEOPLE", [person(150)])), announced: null };
    expect((await receiveFile(id, again, officer)).ok).toBe(true);
    expect((await settled(id)).status).toBe("READY");
  });
});
