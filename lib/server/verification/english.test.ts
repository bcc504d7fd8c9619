import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { readOutbox } from "@/lib/server/gateways/outbox";
import { carryNotice } from "@/lib/server/notices/carry";
import { notify } from "@/lib/server/notices/notify";
import { sendCode } from "@/lib/server/verification/codes";
import { newPerson } from "@/prisma/testing/people";

const NOW = new Date();
const BUREAU = "国家税务总局山东省税务局";
/** A long text message is sent, and paid, in parts of 67 characters (UCS-2). */
const PART = 67;

/** A registered person with a phone; of a foreign passport, or a resident. */
async function person(documentType: "FOREIGN_PASSPORT" | "RESIDENT_ID") {
  const made = await newPerson("none");
  await db.person.update({ where: { id: made.id }, data: { documentType } });
  return made;
}

/** The newest text message to a phone. */
async function newest(phone: string): Promise<string> {
  return (await readOutbox(phone))[0]?.text ?? "";
}

async function codeTo(of: { id: string; phone: string }): Promise<string> {
  const flow = await db.flow.create({
    data: {
      kind: "LOGIN",
      region: "shandong",
      entry: "PERSON",
      data: "{}",
      browserHash: "none",
      createdAt: NOW,
      expiresAt: new Date(NOW.getTime() + 600_000),
    },
  });
  const target = { method: "SMS", address: of.phone } as const;
  const request = { flowId: flow.id, purpose: "LOGIN", personId: of.id, target } as const;
  expect(await sendCode({ ...request, bureauName: BUREAU, now: NOW })).toMatchObject({ ok: true });
  return newest(of.phone);
}

test("B18 who holds a foreign passport gets codes with one English line, the origin-bound one still last, in three parts at most", async () => {
  const text = await codeTo(await person("FOREIGN_PASSPORT"));
  expect(text).toMatch(
    /请勿告知他人。 Code (\d{6}) to sign in, valid for 5 minutes\. Never tell anybody\.\n@\S+ #\1$/,
  );
  expect(text.length).toBeLessThanOrEqual(3 * PART);
  expect(await codeTo(await person("RESIDENT_ID"))).not.toContain("Code ");
});

test("B18 A5 notices to a foreign passport's holder say it in English, too, with what to do when it was not them", async () => {
  for (const [type, english] of [
    ["FOREIGN_PASSPORT", true] as const,
    ["RESIDENT_ID", false] as const,
  ]) {
    const { id: personId, phone } = await person(type);
    const notice = { personId, kind: "PASSWORD_CHANGED", params: {} } as const;
    const message = await db.$transaction((tx) => notify(tx, notice, NOW));
    await carryNotice(message, { region: "shandong", now: NOW });
    const text = await newest(phone);
    expect(text).toContain("您的个人用户密码已修改");
    expect(/\nYour password was changed\..*Not you\?/.test(text)).toBe(english);
  }
});
