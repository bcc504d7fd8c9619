import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { blindIndex, blindIndexBy, protect, reveal } from "@/lib/server/protect";
import { newOfficer } from "@/prisma/testing/officers";
import { newEnterprise, newPerson } from "@/prisma/testing/people";
import { inProcesses } from "@/prisma/testing/processes";

vi.setConfig({ testTimeout: 120_000 });

const FORMER = process.env.BLIND_INDEX_KEY ?? "";
const NEXT = Buffer.alloc(32, 7);
const later = (kind: "phone" | "email" | "documentNumber", value: string) =>
  blindIndexBy(NEXT, kind, value);

/** The command's work, in a process that has the new key. */
async function reindexed(): Promise<unknown> {
  const [result] = await inProcesses(
    1,
    `import { reindex } from "./lib/server/keys/reindex.ts";`,
    `return reindex("${FORMER}", new Date()).catch((error) => error.name);`,
    { DATABASE_URL: process.env.DATABASE_URL ?? "", BLIND_INDEX_KEY: NEXT.toString("base64url") },
  );
  return result;
}

test("the key of the blind indexes is changed: everybody is found by the new one", async () => {
  const person = await newPerson();
  const number = "370100199001010011";
  // One of two people who share a document, as the registry may list them.
  const twin = await db.person.create({
    data: {
      name: "王芳",
      documentType: "RESIDENT_ID",
      documentNumberCipher: protect("Person.documentNumber", number),
      documentNumberIndex: blindIndex("documentNumber", `${number} 王芳`),
    },
  });
  // A draft, whose cipher texts are in JSON without an index beside them.
  await db.filing.create({
    data: {
      kind: "AGREEMENT",
      region: "shandong",
      enterpriseId: (await newEnterprise()).id,
      filedById: person.id,
      data: JSON.stringify({ name: protect("Filing.AGREEMENT", "王芳") }),
    },
  });
  const { officer: unknownOfficer } = await newOfficer();
  const [own, unknown] = [(await newOfficer()).officer.officerId, unknownOfficer.officerId];
  const ownIndex = { documentNumberIndex: blindIndex("documentNumber", person.number) };
  await db.officer.update({ where: { id: own }, data: ownIndex });
  await db.officer.update({
    where: { id: unknown },
    data: { documentNumberIndex: "nobody's" },
  });
  const run = {
    id: "run",
    region: "shandong",
    kind: "PEOPLE",
    reason: "",
    requestedById: "",
    createdAt: new Date(),
    updatedAt: new Date(),
  } as const;
  await db.importRun.create({
    data: { ...run, rows: { create: { line: 1, key: "", content: "", newId: "" } } },
  });
  expect(await reindexed()).toBe("ImportsUnderWayError");
  await db.importRow.deleteMany();

  // While a value cannot be read no officer's document is emptied: it may belong to that person.
  const where = { id: person.id };
  const { documentNumberCipher } = await db.person.findUniqueOrThrow({ where });
  const altered = documentNumberCipher.slice(0, -8);
  await db.person.update({ where, data: { documentNumberCipher: altered } });
  expect(await reindexed()).toMatchObject({ strange: 1, officersEmptied: [] });
  expect(
    await db.officer.count({ where: { documentNumberIndex: { not: null }, id: unknown } }),
  ).toBe(1);
  await db.person.update({ where, data: { documentNumberCipher } });

  expect(await reindexed()).toMatchObject({
    strange: 0,
    officersEmptied: [unknownOfficer.employeeNumber],
  });
  for (const { name, documentNumberCipher, documentNumberIndex } of await db.person.findMany()) {
    const plain = reveal("Person.documentNumber", documentNumberCipher);
    const expected = name === "王芳" && plain === number ? `${plain} ${name}` : plain;
    expect(documentNumberIndex).toBe(later("documentNumber", expected));
  }
  for (const { numberCipher, numberIndex } of await db.phone.findMany()) {
    expect(numberIndex).toBe(later("phone", reveal("Phone.number", numberCipher)));
  }
  const withMail = await db.account.findMany({ where: { emailIndex: { not: null } } });
  expect(withMail.length).toBeGreaterThan(0);
  for (const { emailCipher, emailIndex } of withMail) {
    expect(emailIndex).toBe(later("email", reveal("Account.email", emailCipher ?? "")));
  }
  const relations = await db.relation.findMany({ where: { registryMobileIndex: { not: null } } });
  for (const { registryMobileCipher, registryMobileIndex } of relations) {
    expect(registryMobileIndex).toBe(
      later("phone", reveal("Relation.registryMobile", registryMobileCipher ?? "")),
    );
  }
  expect(await db.officer.findUniqueOrThrow({ where: { id: own } })).toMatchObject({
    documentNumberIndex: later("documentNumber", person.number),
  });
  expect(await db.officer.findUniqueOrThrow({ where: { id: unknown } })).toMatchObject({
    documentNumberIndex: null,
  });

  // Called again it finds all done; what fits neither key is told.
  expect(await reindexed()).toEqual({ written: 0, strange: 0, officersEmptied: [] });
  await db.person.update({ where: { id: twin.id }, data: { documentNumberIndex: "strange" } });
  expect(await reindexed()).toMatchObject({ written: 0, strange: 1 });
});
