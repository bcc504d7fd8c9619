import { initialPassword } from "@/lib/domain/password-rule";
import { hashPassword } from "@/lib/server/password";
import type { Demo, DemoPerson } from "@/prisma/seed/demo-schema";

/** The hashing threads would otherwise hold one 19 MiB block each for every password at once. */
const PARALLEL = 4;

/** Whose password a hash is: owners have different salts even where they share a password. */
export type PasswordOwner =
  | `person:${string}`
  | `enterprise:${string}`
  | `relation:${number}`
  | `staff:${number}`
  | `agreement:${number}`
  | `officer:${string}`;

function personalPassword(demo: Demo, person: DemoPerson): string {
  return person.passwordState === "INITIAL"
    ? initialPassword(person.documentNumber)
    : demo.password;
}

/** Every password of the demo data by its owner, in plain text. */
function demoPasswords(demo: Demo): Map<PasswordOwner, string> {
  const passwords = new Map<PasswordOwner, string>();
  for (const person of demo.persons) {
    if (person.account !== "NONE") {
      passwords.set(`person:${person.key}`, personalPassword(demo, person));
    }
  }
  for (const { key, enterprisePassword } of demo.enterprises) {
    if (enterprisePassword) passwords.set(`enterprise:${key}`, enterprisePassword);
  }
  for (const [index, { handlerPassword }] of demo.relations.entries()) {
    if (handlerPassword) passwords.set(`relation:${index}`, handlerPassword);
  }
  for (const [index, { handlerPassword }] of demo.agencyStaff.entries()) {
    if (handlerPassword) passwords.set(`staff:${index}`, handlerPassword);
  }
  for (const [index, { agreementPassword }] of demo.agreements.entries()) {
    if (agreementPassword) passwords.set(`agreement:${index}`, agreementPassword);
  }
  for (const { key } of demo.officers) passwords.set(`officer:${key}`, demo.officerPassword);
  return passwords;
}

/** Hashes every password of the demo data. */
export async function hashDemoPasswords(demo: Demo): Promise<Map<PasswordOwner, string>> {
  const hashes = new Map<PasswordOwner, string>();
  const waiting = demoPasswords(demo).entries();
  const work = async () => {
    for (const [owner, plain] of waiting) hashes.set(owner, await hashPassword(plain));
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return hashes;
}
