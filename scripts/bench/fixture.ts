import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import type { LoginCase } from "./login";

const demo = z.object({
  password: z.string(),
  persons: z.array(z.object({ key: z.string(), name: z.string(), phones: z.array(z.string()) })),
  enterprises: z.array(z.object({ key: z.string(), region: z.string(), creditCode: z.string() })),
});

/** 张伟 at 企业业务 of 山东泰岳贸易: one role, hence nothing to choose. */
export function demoCase(root: string, db: Db): LoginCase {
  const path = join(root, "prisma", "seed", "demo.json");
  const { password, persons, enterprises } = demo.parse(JSON.parse(readFileSync(path, "utf8")));
  const person = persons.find(({ key }) => key === "zhangwei");
  const enterprise = enterprises.find(({ key }) => key === "taiyue");
  const phone = person?.phones[0];
  if (!enterprise || !phone) throw new Error("The demo data has changed: choose another person");
  return {
    region: enterprise.region,
    taxpayerId: enterprise.creditCode,
    account: phone,
    password,
    readCode: async () => {
      const code = (await readOutbox(phone))[0]?.code;
      if (!code) throw new Error("No code was sent");
      return code;
    },
    forgetQuota: async () => {
      await db.rateLimit.deleteMany({ where: { key: { startsWith: "messages:" } } });
    },
  };
}
