import { expect } from "@playwright/test";
import { auditHash } from "./fixtures/audit";
import { bytesOnDisk, rows } from "./fixtures/database";
import { demoPerson, PASSWORD } from "./fixtures/demo";
import { newPerson } from "./fixtures/people";
import { codeFor, signIn, startLogin } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

test("N1 the file holds no phone, document number, mailbox, code, token or password to be read", async ({
  page,
}) => {
  const person = await newPerson();
  const login = await startLogin(page.request, { account: person.phone });
  const code = await codeFor(page.request, login, person.phone);
  await signIn(page.request, { account: person.documentNumber, phone: person.phone });
  const tokens = (await page.context().cookies()).map(({ value }) => value);
  const secrets = [
    person.phone,
    person.documentNumber,
    person.documentNumber.slice(0, 14),
    `#${code}`,
    `验证码${code}`,
    PASSWORD,
    "yuki@example.com",
    ...tokens.filter((value) => value.length > 20),
    ...["zhangwei", "wangfang", "tanaka", "gaofei"].flatMap((key) => {
      const { documentNumber, phones } = demoPerson(key);
      return [documentNumber, ...phones];
    }),
  ];
  const bytes = await bytesOnDisk();
  // What may be read shows that the search would find the rest.
  expect(bytes.includes(person.name)).toBe(true);
  for (const secret of secrets) expect(bytes.includes(secret), secret).toBe(false);
});

test("K5 every password in the file is an argon2id hash of the agreed cost", async () => {
  for (const [table, column, atLeast] of [
    ["Account", "passwordHash", 20],
    ["Enterprise", "enterprisePasswordHash", 10],
    ["Relation", "handlerPasswordHash", 1],
    ["AgencyStaff", "handlerPasswordHash", 1],
    ["Agreement", "agreementPasswordHash", 2],
    ["Officer", "passwordHash", 6],
  ] as const) {
    const stored = await rows(
      `SELECT "${column}" AS "hash" FROM "${table}" WHERE "${column}" IS NOT NULL`,
    );
    expect(stored.length, table).toBeGreaterThanOrEqual(atLeast);
    for (const { hash } of stored) {
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/);
    }
  }
});

test("N1 the audit trail is a chain without a gap, and names nobody", async ({ request }) => {
  const person = await newPerson();
  await signIn(request, { account: person.phone, phone: person.phone });
  const events = await rows(`SELECT * FROM "AuditEvent" ORDER BY "sequence"`);
  expect(events.some(({ action, personId }) => action === "LOGIN" && personId === person.id)).toBe(
    true,
  );
  let previous = "0";
  for (const [index, event] of events.entries()) {
    expect(event.sequence).toBe(index + 1);
    expect(event.previousHash).toBe(previous);
    expect(event.hash).toBe(auditHash(event));
    previous = String(event.hash);
  }
});
