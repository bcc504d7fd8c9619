import type { OfficerRole } from "@/lib/domain/officer-roles";
import { db } from "@/lib/server/db";
import type { OfficerContext } from "@/lib/server/hall/officer-action";
import { blindIndex, protect } from "@/lib/server/protect";

let made = 0;

type Someone = {
  role?: OfficerRole;
  region?: string;
  phone?: string;
  passwordHash?: string;
  now?: Date;
};

/** An officer of a test's own (山东, at the counter, unless told), as a use case of the hall sees their request. */
export async function newOfficer({
  role = "COUNTER",
  region = "shandong",
  phone,
  passwordHash,
  now = new Date(),
}: Someone = {}): Promise<OfficerContext & { phone: string }> {
  made += 1;
  const number = phone ?? `1549${String(made).padStart(7, "0")}`;
  const row = await db.officer.create({
    data: {
      employeeNumber: `9${String(made).padStart(5, "0")}`,
      name: `税务${made}`,
      region,
      role,
      phoneCipher: protect("Officer.phone", number),
      phoneIndex: blindIndex("phone", number),
      passwordHash,
    },
    select: { id: true, employeeNumber: true, name: true },
  });
  const { id: officerId, ...rest } = row;
  const officer = { sessionId: "none", officerId, ...rest, region, role };
  return { officer, phone: number, now, address: "test", userAgent: "test" };
}

/** 办理事由 of a test. */
export const REASON = "窗口办理，本人到场";
