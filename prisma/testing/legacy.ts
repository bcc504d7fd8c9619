import type { Role } from "@/lib/domain/relation-rules";
import { db } from "@/lib/server/db";
import { hashPassword } from "@/lib/server/password";
import { blindIndex, protect } from "@/lib/server/protect";
import { newPerson } from "@/prisma/testing/people";

/** Secrets of the enterprises and people made here. */
export const ENTERPRISE_PASSWORD = "Qiye#2018";
export const HANDLER_PASSWORD = "Banshui#1";

let enterpriseHash: string | undefined;
let handlerHash: string | undefined;
let made = 0;

/** An enterprise of 辽宁 with an enterprise password, set up in the old style unless told. */
export async function newLegacyEnterprise({
  kind = "ENTERPRISE",
  setUp = true,
  region = "liaoning",
  confirmedAt = new Date("2020-01-01"),
}: {
  kind?: "ENTERPRISE" | "AGENCY" | "SOCIAL_INSURANCE_ONLY";
  setUp?: boolean;
  region?: string;
  confirmedAt?: Date;
} = {}) {
  made += 1;
  enterpriseHash ??= await hashPassword(ENTERPRISE_PASSWORD);
  return db.enterprise.create({
    data: {
      region,
      kind,
      name: `旧版测试${made}有限公司`,
      // The use cases look it up as it is; its check digits are the form's business.
      creditCode: `LEGACY${String(made).padStart(12, "0")}`,
      taxAuthority: "国家税务总局沈阳市税务局",
      enterprisePasswordHash: enterpriseHash,
      legacySetUpAt: setUp ? new Date() : null,
      confirmedAt,
    },
    select: { id: true, name: true, creditCode: true, region: true },
  });
}

/** A cross-region project of an enterprise (跨区域涉税事项), reported with nobody's names. */
export async function newProject(
  enterpriseId: string,
  projectRegion: string,
  columns: Partial<{
    kind: "REPORT" | "PROPERTY_SOURCE";
    handlerName: string;
    handlerPhone: string;
  }> = {},
) {
  made += 1;
  const { kind = "REPORT", handlerName = "无人", handlerPhone = "15400000099" } = columns;
  const cipher = protect("CrossRegionProject.handlerPhone", handlerPhone);
  const index = blindIndex("phone", handlerPhone);
  const number = `测跨报〔2026〕${String(made).padStart(12, "0")}`;
  const { id } = await db.crossRegionProject.create({
    data: {
      number,
      kind,
      enterpriseId,
      originRegion: "xizang",
      projectRegion,
      name: "测试工程",
      taxAuthority: "国家税务总局昆明市税务局",
      handlerName,
      handlerPhoneCipher: cipher,
      handlerPhoneIndex: index,
      contactName: handlerName,
      contactPhoneCipher: protect("CrossRegionProject.contactPhone", handlerPhone),
      contactPhoneIndex: index,
      validFrom: "2026-01-01",
    },
    select: { id: true },
  });
  return { id, number };
}

type RelationColumns = Partial<{
  status: "ACTIVE" | "REGISTERED" | "PENDING_PERSON";
  frozenAt: Date;
  inRegistry: boolean;
  legacyOnly: boolean;
  handlerPasswordState: "CHOSEN" | "INITIAL" | "RESET_REQUIRED";
  passwordBound: boolean;
  primary: boolean;
}>;

/** A person of that enterprise; collected, with the registry's mobile number their own, and a handler password if asked for. */
export async function newHandler(
  enterpriseId: string,
  role: Role = "TAX_HANDLER",
  {
    collected = true,
    account = true,
    mobile = "OWN",
    password = false,
    passwordHash,
    ...columns
  }: RelationColumns & {
    collected?: boolean;
    account?: boolean;
    mobile?: "OWN" | "OTHER" | "LANDLINE" | "NONE";
    password?: boolean;
    /** Of the account. */
    passwordHash?: string;
  } = {},
) {
  const person = await newPerson(passwordHash);
  if (!account) await db.account.delete({ where: { personId: person.id } });
  if (collected) {
    await db.realNameCollection.create({
      data: {
        personId: person.id,
        channel: "HALL",
        region: "liaoning",
        phoneIndex: blindIndex("phone", person.phone),
      },
    });
  }
  handlerHash ??= await hashPassword(HANDLER_PASSWORD);
  const registryMobile = { OWN: person.phone, OTHER: "15400000000", LANDLINE: null, NONE: null };
  const number = registryMobile[mobile];
  const { id } = await db.relation.create({
    data: {
      personId: person.id,
      enterpriseId,
      role,
      status: "ACTIVE",
      living: true,
      source: "REGISTRY",
      registryMobileCipher: number && protect("Relation.registryMobile", number),
      registryMobileIndex: number && blindIndex("phone", number),
      registryLandlineCipher:
        mobile === "LANDLINE" ? protect("Relation.registryLandline", person.phone) : null,
      handlerPasswordHash: password ? handlerHash : null,
      ...columns,
    },
    select: { id: true },
  });
  return { ...person, relationId: id };
}
