import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/relation-rules";
import { db } from "@/lib/server/db";
import { blindIndex, protect } from "@/lib/server/protect";

/** The password of every person of the demo data. */
export const DEMO_PASSWORD = "Etax@2026";

let made = 0;

/** A registered person with a phone; the password is that of the demo data when `passwordHash` is a demo person's. */
export async function newPerson(passwordHash = "$none") {
  made += 1;
  const number = `3701001990010${String(made).padStart(5, "0")}`;
  const phone = `1548${String(made).padStart(7, "0")}`;
  const person = await db.person.create({
    data: {
      name: `测试${made}`,
      documentType: "RESIDENT_ID",
      documentNumberCipher: protect("Person.documentNumber", number),
      documentNumberIndex: blindIndex("documentNumber", number),
      account: { create: { passwordHash } },
      phones: {
        create: {
          numberCipher: protect("Phone.number", phone),
          numberIndex: blindIndex("phone", phone),
          isDefault: true,
        },
      },
    },
    select: { id: true, name: true, account: { select: { id: true } } },
  });
  return { id: person.id, name: person.name, accountId: person.account?.id ?? "", number, phone };
}

/** The hash of the demo password, from a person of the demo data. */
export async function demoPasswordHash(): Promise<string> {
  const account = await db.account.findFirstOrThrow({
    where: { usernameKey: "zhangwei78" },
    select: { passwordHash: true },
  });
  return account.passwordHash;
}

/** An enterprise in 山东. */
export async function newEnterprise(kind: "ENTERPRISE" | "AGENCY" = "ENTERPRISE") {
  return db.enterprise.create({
    data: {
      region: "shandong",
      kind,
      name: "测试贸易有限公司",
      creditCode: randomUUID(),
      taxAuthority: "国家税务总局济南市税务局",
    },
    select: { id: true, name: true },
  });
}

/** A relation in force. */
export async function relate(personId: string, enterpriseId: string, role: Role): Promise<string> {
  const { id } = await db.relation.create({
    data: { personId, enterpriseId, role, status: "ACTIVE", living: true, source: "AUTHORIZATION" },
    select: { id: true },
  });
  return id;
}

/** A login flow bound to nobody's browser, for proofs that need one to belong to. */
export async function newFlow(now: Date): Promise<string> {
  const { id } = await db.flow.create({
    data: {
      kind: "LOGIN",
      region: "shandong",
      data: "{}",
      browserHash: randomUUID(),
      expiresAt: new Date(now.getTime() + 900_000),
    },
    select: { id: true },
  });
  return id;
}
