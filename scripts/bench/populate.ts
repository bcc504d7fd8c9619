import { checkCreditCode } from "@/lib/domain/credit-code";
import { checkResidentId } from "@/lib/domain/documents";
import { type Db, isPostgres } from "@/lib/server/db";
import { hashPassword } from "@/lib/server/password";
import { blindIndex, protect } from "@/lib/server/protect";
import {
  accountId,
  agreementStaffId,
  creditCodeOf,
  enterpriseId,
  nameOf,
  PASSWORD,
  personId,
  phoneOf,
  REGION,
  ROLES,
  relationId,
  residentIdOf,
} from "./population-data";

const AT_ONCE = 500;
const TRANSACTION_MS = 600_000;

export type Population = {
  people: number;
  relations: number;
  /** Clients of the first people, each of whom is the agent of an agency of their own. */
  clients: readonly number[];
};

/**
 * Fills an empty database with synthetic people (accounts, phones), enterprises and relations, valid by the rules and sealed as
 * the portal seals them. Person and enterprise number n hold relation number n and so on in turn, six to an enterprise.
 * @throws Error when there is somebody already, or the numbers do not fit
 */
export async function populate(
  db: Db,
  { people, relations, clients }: Population,
  say: (line: string) => void,
): Promise<void> {
  const enterprises = Math.ceil(relations / ROLES.length);
  if (
    people < ROLES.length ||
    relations > people * enterprises ||
    Math.max(0, ...clients) > enterprises
  ) {
    throw new Error("这些数量不能同时成立。 These numbers do not fit together.");
  }
  if ((await db.person.count()) > 0) {
    throw new Error("数据库中已有人员。 The database has people already: give it an empty one.");
  }
  if (
    checkResidentId(residentIdOf(people - 1), null) ||
    checkCreditCode(creditCodeOf(enterprises))
  ) {
    throw new Error("生成的号码不合规则。 The generated numbers break their rules.");
  }
  const now = text(new Date().toISOString().replace("Z", "+00:00"));
  const passwordHash = text(await hashPassword(PASSWORD));
  const insert = async (
    table: string,
    columns: readonly string[],
    count: number,
    rowOf: (number: number) => readonly (string | number)[],
  ) => {
    const into = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(", ")}) VALUES`;
    const perTransaction = 100 * AT_ONCE;
    for (let from = 0; from < count; from += perTransaction) {
      const end = Math.min(count, from + perTransaction);
      await db.$transaction(
        async (tx) => {
          for (let first = from; first < end; first += AT_ONCE) {
            const rows = Array.from(
              { length: Math.min(AT_ONCE, end - first) },
              (_, index) => `(${rowOf(first + index).join(",")})`,
            );
            await tx.$executeRawUnsafe(`${into} ${rows.join(",")}`);
          }
        },
        { timeout: TRANSACTION_MS, maxWait: TRANSACTION_MS },
      );
      say(`${table} ${end} / ${count}`);
    }
  };
  await insert(
    "Person",
    [
      "id",
      "name",
      "documentType",
      "documentNumberCipher",
      "documentNumberIndex",
      "realNameLevel",
      "updatedAt",
    ],
    people,
    (number) => {
      const document = residentIdOf(number);
      return [
        text(personId(number)),
        text(nameOf(number)),
        "'RESIDENT_ID'",
        text(protect("Person.documentNumber", document)),
        text(blindIndex("documentNumber", document)),
        4,
        now,
      ];
    },
  );
  await insert("Account", ["id", "personId", "passwordHash", "updatedAt"], people, (number) => [
    text(accountId(number)),
    text(personId(number)),
    passwordHash,
    now,
  ]);
  await insert(
    "Phone",
    ["id", "personId", "numberCipher", "numberIndex", "isDefault"],
    people,
    (number) => [
      text(`bench-phone-${number}`),
      text(personId(number)),
      text(protect("Phone.number", phoneOf(number))),
      text(blindIndex("phone", phoneOf(number))),
      "TRUE",
    ],
  );
  const columns = ["id", "region", "kind", "name", "creditCode", "taxAuthority", "updatedAt"];
  const authority = text("国家税务总局济南市历下区税务局");
  await insert("Enterprise", columns, enterprises + clients.length, (number) => [
    text(enterpriseId(number)),
    text(REGION),
    number < enterprises ? "'ENTERPRISE'" : "'AGENCY'",
    text(number < enterprises ? `济南样本${number}贸易有限公司` : `济南样本${number}税务师事务所`),
    text(creditCodeOf(number)),
    authority,
    now,
  ]);
  await insert(
    "Relation",
    [
      "id",
      "personId",
      "enterpriseId",
      "role",
      "status",
      "living",
      "source",
      "decidedAt",
      "updatedAt",
    ],
    relations,
    (number) => [
      text(relationId(number)),
      text(personId(number % people)),
      text(enterpriseId(Math.floor(number / ROLES.length))),
      text(ROLES[number % ROLES.length] ?? "TAX_HANDLER"),
      "'ACTIVE'",
      "TRUE",
      "'REGISTRY'",
      now,
      now,
    ],
  );
  for (const [agent, count] of clients.entries()) {
    const agency = text(enterpriseId(enterprises + agent));
    const holder = text(personId(agent));
    await insert("AgencyStaff", ["id", "agencyId", "personId"], 1, () => [
      text(`bench-listed-${agent}`),
      agency,
      holder,
    ]);
    const agreement = (client: number) => text(`bench-agreement-${agent}-${client}`);
    await insert(
      "Agreement",
      ["id", "agencyId", "clientId", "status", "validFrom", "validTo", "updatedAt"],
      count,
      (client) => [
        agreement(client),
        agency,
        text(enterpriseId(client)),
        "'ACTIVE'",
        "'2020-01-01'",
        "'2099-12-31'",
        now,
      ],
    );
    await insert("AgreementStaff", ["id", "agreementId", "personId"], count, (client) => [
      text(agreementStaffId(agent, client)),
      agreement(client),
      holder,
    ]);
  }
  // PostgreSQL would get to it a little later by itself; on SQLite the portal keeps no statistics.
  if (isPostgres) await db.$executeRawUnsafe("ANALYZE");
}

/** A text in SQL. All of them are made here and hold no quotes. */
function text(value: string): string {
  if (value.includes("'")) throw new Error("A quote in synthetic data");
  return `'${value}'`;
}
