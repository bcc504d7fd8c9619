import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { findPersonByAccount } from "@/lib/server/login/person-lookup";
import { blindIndex, protect } from "@/lib/server/protect";
import { personTarget } from "@/lib/server/verification/person-target";
import { newPerson } from "@/prisma/testing/people";

const find = (account: string, hint = {}) => findPersonByAccount(account, hint);

async function nameOf(account: string, hint = {}): Promise<string> {
  const found = await find(account, hint);
  if (found.personId === null) return found.code;
  const { name } = await db.person.findUniqueOrThrow({ where: { id: found.personId } });
  return `${name} by ${found.identifierKind}`;
}

/** A person who holds `number` as a document of this type and country. */
async function holder(
  name: string,
  number: string,
  type: "FOREIGN_PASSPORT" | "OTHER",
  country: string,
) {
  await db.person.create({
    data: {
      name,
      documentType: type,
      country,
      documentNumberCipher: protect("Person.documentNumber", number),
      documentNumberIndex: blindIndex("documentNumber", number),
      account: { create: { passwordHash: "$none" } },
    },
  });
}

test.each([
  ["370100197801050130", "张伟 by DOCUMENT"],
  ["３７０１００ 19780105 0130", "张伟 by DOCUMENT"],
  ["37020019990909069x", "于新 by DOCUMENT"],
  ["37020019990909069Х", "于新 by DOCUMENT"],
  ["tr1234567", "YUKI TANAKA by DOCUMENT"],
  ["15403700001", "张伟 by PHONE"],
  ["+86 154-0370-0001", "张伟 by PHONE"],
  ["15405400002", "扎西顿珠 by PHONE"],
  ["Zhaxi2026", "扎西顿珠 by USERNAME"],
  ["zhaxi2026", "PERSON_NOT_REGISTERED"],
  ["15499999999", "PHONE_UNKNOWN"],
  ["370100197801050131", "PERSON_NOT_REGISTERED"],
  ["", "PERSON_NOT_REGISTERED"],
  ["张伟", "PERSON_NOT_REGISTERED"],
  ["' OR 1=1 --", "PERSON_NOT_REGISTERED"],
])("L2 L5 %j names %s", async (account, name) => {
  expect(await nameOf(account)).toBe(name);
});

test.each(["370100198303030393", "540100199105050533", "P12345678", "540100199712120484"])(
  "L5 R5 %s has no open account and counts as not registered",
  async (account) => {
    expect(await nameOf(account)).toBe("PERSON_NOT_REGISTERED");
  },
);

test("L4 a typed phone is remembered as a row of the person, another identifier is not", async () => {
  expect(await find("15405400002")).toMatchObject({ phoneId: expect.any(String) });
  expect(await find("Zhaxi2026")).toMatchObject({ phoneId: null });
});

test("P1 any of a person's phones logs in, and one phone is one person's", async () => {
  const person = await newPerson();
  const second = "15477770001";
  const numberIndex = blindIndex("phone", second);
  const phone = { numberIndex, numberCipher: protect("Phone.number", second) };
  await db.phone.create({ data: { personId: person.id, ...phone } });
  const rows = await db.phone.findMany({ where: { personId: person.id } });
  for (const number of [person.phone, second]) {
    const row = rows.find((each) => each.numberIndex === blindIndex("phone", number));
    const found = await find(number);
    expect(found).toMatchObject({ personId: person.id, phoneId: row?.id });
    // The code goes to the number typed, default or not (西藏 二(二)7).
    const named = { personId: person.id, accountId: person.accountId, phoneId: row?.id ?? null };
    expect(await personTarget(named)).toEqual({ method: "SMS", address: number });
  }
  const other = await newPerson();
  await expect(db.phone.create({ data: { personId: other.id, ...phone } })).rejects.toThrow();
  await expect(
    db.phone.updateMany({ where: { personId: person.id }, data: { isDefault: true } }),
  ).rejects.toThrow();
});

test("L2 a number several people hold asks for type and country", async () => {
  await holder("ONE", "AB1234567", "FOREIGN_PASSPORT", "US");
  await holder("TWO", "AB1234567", "FOREIGN_PASSPORT", "DE");
  await holder("THREE", "AB1234567", "OTHER", "US");
  expect(await nameOf("ab1234567")).toBe("DOCUMENT_AMBIGUOUS");
  expect(await nameOf("ab1234567", { documentType: "FOREIGN_PASSPORT" })).toBe(
    "DOCUMENT_AMBIGUOUS",
  );
  expect(await nameOf("ab1234567", { documentType: "FOREIGN_PASSPORT", country: "DE" })).toBe(
    "TWO by DOCUMENT",
  );
  expect(await nameOf("ab1234567", { documentType: "OTHER" })).toBe("THREE by DOCUMENT");
  expect(await nameOf("ab1234567", { documentType: "FOREIGN_PASSPORT", country: "FR" })).toBe(
    "PERSON_NOT_REGISTERED",
  );
});
