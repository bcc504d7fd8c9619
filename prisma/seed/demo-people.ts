import type { Tx } from "@/lib/server/db";
import { blindIndex, protect } from "@/lib/server/protect";
import type { PasswordOwner } from "@/prisma/seed/demo-passwords";
import type { Demo, DemoPerson } from "@/prisma/seed/demo-schema";

export type Loading = { tx: Tx; demo: Demo; hashes: Map<PasswordOwner, string>; now: Date };
/** Ids of what was written, by the key it has in demo.json. */
export type Ids = Map<string, string>;

export function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`demo.json refers to ${key}, which it does not define`);
  return id;
}

/** Bureaus by the division a resident identity number begins with; 青岛 before 山东. */
const DIVISIONS = [
  ["3702", "qingdao"],
  ["37", "shandong"],
  ["54", "xizang"],
  ["21", "liaoning"],
  ["53", "yunnan"],
] as const;

/** The bureau whose hall collected a person; holders of foreign documents went to one in 山东. */
function bureauOf({ documentNumber }: DemoPerson): string {
  return DIVISIONS.find(([division]) => documentNumber.startsWith(division))?.[1] ?? "shandong";
}

/** Officers (税务人员) by key. */
export async function loadOfficers({ tx, demo, hashes }: Loading): Promise<Ids> {
  const rows = await tx.officer.createManyAndReturn({
    data: demo.officers.map(({ key, phone, ...officer }) => ({
      ...officer,
      phoneCipher: protect("Officer.phone", phone),
      phoneIndex: blindIndex("phone", phone),
      passwordHash: hashes.get(`officer:${key}`) ?? "",
    })),
    select: { id: true, employeeNumber: true },
  });
  const byNumber = new Map(rows.map(({ id, employeeNumber }) => [employeeNumber, id]));
  return new Map(
    demo.officers.map(({ key, employeeNumber }) => [key, idOf(byNumber, employeeNumber)]),
  );
}

async function loadAccounts({ tx, demo, hashes, now }: Loading, people: Ids): Promise<void> {
  await tx.account.createMany({
    data: demo.persons.flatMap((person) => {
      if (person.account === "NONE") return [];
      return {
        personId: idOf(people, person.key),
        status: person.account,
        passwordHash: hashes.get(`person:${person.key}`) ?? "",
        passwordState: person.passwordState,
        passwordChangedAt: now,
        username: person.username,
        usernameKey: person.username?.toLowerCase() ?? null,
        emailCipher: person.email ? protect("Account.email", person.email) : null,
        emailIndex: person.email ? blindIndex("email", person.email) : null,
        closedAt: person.account === "CLOSED" ? now : null,
      };
    }),
  });
}

async function loadPhones({ tx, demo, now }: Loading, people: Ids): Promise<void> {
  await tx.phone.createMany({
    data: demo.persons.flatMap(({ key, phones }) =>
      phones.map((phone, position) => ({
        personId: idOf(people, key),
        numberCipher: protect("Phone.number", phone),
        numberIndex: blindIndex("phone", phone),
        isDefault: position === 0,
        verifiedAt: now,
      })),
    ),
  });
}

async function loadCollections(loading: Loading, people: Ids, officers: Ids): Promise<void> {
  const { tx, demo, now } = loading;
  await tx.realNameCollection.createMany({
    data: demo.persons
      .filter(({ collected }) => collected)
      .map((person) => {
        const region = bureauOf(person);
        const phone = person.phones[0];
        return {
          personId: idOf(people, person.key),
          channel: "HALL" as const,
          region,
          officerId: idOf(officers, `officer-${region}`),
          phoneCipher: phone ? protect("RealNameCollection.phone", phone) : null,
          phoneIndex: phone ? blindIndex("phone", phone) : null,
          collectedAt: now,
        };
      }),
  });
}

/** People with their accounts, phones and real-name collections (自然人、账户、手机号码、实名采集), by key. */
export async function loadPeople(loading: Loading, officers: Ids): Promise<Ids> {
  const { tx, demo } = loading;
  const index = ({ documentNumber }: DemoPerson) => blindIndex("documentNumber", documentNumber);
  const rows = await tx.person.createManyAndReturn({
    data: demo.persons.map((person) => ({
      name: person.name,
      documentType: person.documentType,
      country: person.country,
      documentNumberCipher: protect("Person.documentNumber", person.documentNumber),
      documentNumberIndex: index(person),
      realNameLevel: person.realNameLevel,
    })),
    select: { id: true, documentNumberIndex: true },
  });
  const byIndex = new Map(rows.map(({ id, documentNumberIndex }) => [documentNumberIndex, id]));
  const people = new Map(demo.persons.map((person) => [person.key, idOf(byIndex, index(person))]));
  await loadAccounts(loading, people);
  await loadPhones(loading, people);
  await loadCollections(loading, people, officers);
  return people;
}
