import "@/prisma/testing/empty-database";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { outbox, readOutbox } from "@/lib/server/gateways/outbox";
import { type CodeTarget, codeProblem, sendCode, tryCode } from "@/lib/server/verification/codes";
import { newFlow, newPerson } from "@/prisma/testing/people";

const NOW = new Date("2026-03-01T02:00:00.000Z");
const seconds = (count: number) => new Date(NOW.getTime() + count * 1000);

afterEach(() => vi.restoreAllMocks());

/** A verification of a person's own, and shorthands to use it. */
async function prepare(target?: CodeTarget) {
  const person = await newPerson();
  const flowId = await newFlow(NOW);
  const to = target ?? { method: "SMS" as const, address: person.phone };
  const key = { flowId, purpose: "LOGIN" as const, method: to.method };
  return {
    key,
    address: to.address,
    send: (now = NOW, bureauName = "国家税务总局山东省电子税务局") =>
      sendCode({ flowId, purpose: "LOGIN", personId: person.id, target: to, bureauName, now }),
    newest: async () => (await readOutbox(to.address))[0]?.code ?? "",
    submit: (code: string, now = NOW) => tryCode(db, key, code, now),
    problem: (now = NOW) => codeProblem(key, now),
    row: () => db.verification.findUniqueOrThrow({ where: { flowId_purpose_method: key } }),
  };
}

/** Another code of six digits. */
const not = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("K2 a code is six digits, sent once, kept as a keyed hash, good for five minutes", async () => {
  const { send, newest, row, problem, submit, address } = await prepare();
  expect(await problem()).toBe("CODE_NOT_SENT");
  expect(await send()).toEqual({ ok: true, value: { sentAt: NOW } });
  const code = await newest();
  expect(code).toMatch(/^\d{6}$/);
  const stored = await row();
  expect(stored.codeHash).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(stored.targetCipher).not.toContain(address);
  expect(stored.expiresAt).toEqual(seconds(300));
  expect(await problem(seconds(299.9))).toBeNull();
  expect(await problem(seconds(300))).toBe("CODE_EXPIRED");
  expect(await submit(code, seconds(300))).not.toBe("VERIFIED");
  expect(await submit(code, seconds(299))).toBe("VERIFIED");
  expect(await problem()).toBe("CODE_USED");
});

test("B16 the message names the bureau and ends with the origin-bound line", async () => {
  const { send, newest, address } = await prepare();
  await send();
  const [message] = await readOutbox(address);
  expect(message).toMatchObject({ to: address, channel: "SMS", purpose: "LOGIN" });
  expect(message?.text).toMatch(/^【国家税务总局山东省电子税务局】/);
  expect(message?.text.endsWith(`\n@localhost:3000 #${await newest()}`)).toBe(true);
});

test("K2 of twelve right submissions at once one counts", async () => {
  const { send, newest, submit } = await prepare();
  await send();
  const code = await newest();
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => submit(code)));
  expect(outcomes.filter((each) => each === "VERIFIED")).toHaveLength(1);
  expect(outcomes).not.toContain("CODE_WRONG");
});

test("K2 guesses at once share the five tries; then the right code comes too late", async () => {
  const { send, newest, submit, problem, row } = await prepare();
  await send();
  const code = await newest();
  await Promise.all(Array.from({ length: 20 }, () => submit(not(code))));
  expect((await row()).failures).toBe(5);
  expect(await problem()).toBe("CODE_TRIES_USED_UP");
  expect(await submit(code)).not.toBe("VERIFIED");
  expect((await row()).verifiedAt).toBeNull();
});

test("B1 a new message brings a new code and no new tries", async () => {
  const { send, newest, submit, problem } = await prepare();
  await send();
  const first = await newest();
  for (let each = 0; each < 3; each++) await submit(not(first));
  await send(seconds(60));
  const second = await newest();
  if (first !== second) expect(await submit(first, seconds(60))).toBe("CODE_WRONG");
  else await submit(not(second), seconds(60));
  await submit(not(second), seconds(61));
  expect(await problem(seconds(62))).toBe("CODE_TRIES_USED_UP");
  expect(await send(seconds(120))).toMatchObject({ problems: [{ code: "CODE_TRIES_USED_UP" }] });
  expect(await readOutbox((await prepare()).address)).toEqual([]);
});

test("K2 five messages to a phone in ten minutes, over all logins and bureaus", async () => {
  const first = await prepare();
  const others = await Promise.all(
    [1, 2].map(() => prepare({ method: "SMS", address: first.address })),
  );
  const [second, third] = others;
  if (!second || !third) throw new Error("not prepared");
  for (const send of [first.send, second.send, third.send, first.send, second.send]) {
    expect(await send()).toMatchObject({ ok: true });
  }
  expect(await third.send(seconds(599), "国家税务总局西藏自治区电子税务局")).toEqual({
    ok: false,
    problems: [
      {
        code: "MESSAGES_TOO_FREQUENT",
        params: { retryAt: seconds(600).toISOString(), now: seconds(599).toISOString() },
      },
    ],
  });
  expect(await third.send(seconds(600))).toMatchObject({ ok: true });
});

test("K2 a phone is bombed by nobody: forty requests at once, of every purpose, are five messages", async () => {
  const { address } = await prepare();
  const purposes = ["LOGIN", "REGISTER", "FORGOT_PASSWORD", "FIND_PHONE", "ADD_PHONE"] as const;
  const requests = await Promise.all(
    Array.from({ length: 40 }, async (_, each) => ({
      flowId: await newFlow(NOW),
      purpose: purposes[each % purposes.length] ?? "LOGIN",
      personId: null,
      target: { method: "SMS" as const, address },
      bureauName: "国家税务总局山东省电子税务局",
      now: NOW,
    })),
  );
  const answers = await Promise.all(requests.map(sendCode));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
  expect(await readOutbox(address)).toHaveLength(5);
});

test("B1 a message the provider refuses is not counted, and can be asked for again", async () => {
  const { send, problem, address } = await prepare();
  const refuse = vi
    .spyOn(outbox, "send")
    .mockResolvedValue({ accepted: false, provider: "outbox", reason: "busy" });
  for (let each = 0; each < 7; each++) {
    expect(await send()).toMatchObject({ problems: [{ code: "MESSAGE_NOT_SENT" }] });
  }
  expect(await problem()).toBe("CODE_NOT_SENT");
  refuse.mockRestore();
  for (let each = 0; each < 5; each++) expect(await send()).toMatchObject({ ok: true });
  expect(await readOutbox(address)).toHaveLength(5);
});

test("B1 a message the provider refuses leaves the code before it as it was", async () => {
  const { send, newest, row, submit } = await prepare();
  await send();
  const [code, before] = [await newest(), await row()];
  vi.spyOn(outbox, "send").mockResolvedValue({
    accepted: false,
    provider: "outbox",
    reason: "busy",
  });
  expect(await send(seconds(60))).toMatchObject({ problems: [{ code: "MESSAGE_NOT_SENT" }] });
  expect(await row()).toEqual(before);
  expect(await submit(code, seconds(120))).toBe("VERIFIED");
});

test("K2 a mailbox has its own five messages, and codes of another method do not count", async () => {
  const mail = await prepare({ method: "EMAIL", address: "someone@example.com" });
  const phone = await prepare();
  await mail.send();
  await phone.send();
  const code = await mail.newest();
  expect(await tryCode(db, { ...mail.key, method: "SMS" }, code, NOW)).toBe("CODE_WRONG");
  expect(await tryCode(db, phone.key, not(await phone.newest()), NOW)).toBe("CODE_WRONG");
  expect(await mail.submit(code)).toBe("VERIFIED");
});
