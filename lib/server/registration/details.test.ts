import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { registerAccessForm } from "@/lib/schemas/register";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { findPersonByAccount } from "@/lib/server/login/person-lookup";
import { blindIndex } from "@/lib/server/protect";
import { changeAccess } from "@/lib/server/registration/details";
import {
  codeOf,
  NEW_PASSWORD,
  newPhoneNumber,
  newResidentId,
  Registrant,
  readyToComplete,
  refused,
  toOf,
} from "@/prisma/testing/registration";
import { inBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every registration solves a human check.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
const ready = (
  identity?: Parameters<typeof readyToComplete>[1],
  more?: Parameters<typeof readyToComplete>[2],
) => readyToComplete(NOW, identity, more);

test("K3 a password with the own number, phone or user name is refused at its field", async () => {
  const documentNumber = newResidentId();
  const phone = newPhoneNumber();
  const registrant = new Registrant(NOW);
  await registrant.begin({ documentNumber });
  const code = (await registrant.receiveCode(phone)) ?? "";
  const tried = (password: string, username = "") =>
    registrant.details(phone, code, { password, username });
  expect(await tried(`a.${documentNumber.slice(-6)}`)).toEqual(
    refused("PASSWORD_HAS_DOCUMENT_NUMBER", "newPassword"),
  );
  expect(await tried(`a.${phone}`)).toEqual(refused("PASSWORD_HAS_PHONE", "newPassword"));
  expect(await tried("a.Lhasa2031", "Lhasa2031")).toEqual(
    refused("PASSWORD_HAS_USERNAME", "newPassword"),
  );
  expect(toOf(await tried(NEW_PASSWORD))).toBe("/xizang/register/face?flow=…");
});

test("N1 many numbers are not bombed from one network, whatever its addresses; others register on", async () => {
  vi.spyOn(env(), "REQUESTS_PER_ADDRESS", "get").mockReturnValue(30);
  try {
    const from = async (address: string) => {
      const registrant = new Registrant(NOW, address);
      await registrant.begin();
      return registrant.receiveCode(newPhoneNumber());
    };
    for (const each of [1, 2, 3]) expect(await from(`2001:db8:7:7::${each}`)).toMatch(/^\d{6}$/);
    expect(await from("2001:db8:7:7::4")).toBeNull();
    expect(await from("2001:db8:7:8::4")).toMatch(/^\d{6}$/);
  } finally {
    vi.restoreAllMocks();
  }
});

test("K2 a code of another purpose, another phone or another registration proves nothing", async () => {
  const phone = newPhoneNumber();
  const registrant = new Registrant(NOW);
  await registrant.begin();
  expect(codeOf(await registrant.details(phone, "123456"))).toBe("CODE_NOT_SENT");
  const code = (await registrant.receiveCode(phone)) ?? "";
  expect(await registrant.details(newPhoneNumber(), code)).toEqual(
    refused("CODE_NOT_SENT", "code"),
  );
  await db.verification.updateMany({
    where: { flowId: registrant.flow },
    data: { purpose: "LOGIN" },
  });
  expect(codeOf(await registrant.details(phone, code))).toBe("CODE_NOT_SENT");
  const other = new Registrant(NOW);
  await other.begin();
  const own = await other.receiveCode(newPhoneNumber());
  expect(own).not.toBeNull();
  expect(codeOf(await other.details(phone, code))).toBe("CODE_NOT_SENT");
});

test("K2 five wrong codes burn the registration's code, and a new one does not refill them", async () => {
  const phone = newPhoneNumber();
  const registrant = new Registrant(NOW);
  await registrant.begin();
  const code = (await registrant.receiveCode(phone)) ?? "";
  const wrong = code === "000000" ? "000001" : "000000";
  for (let each = 0; each < 5; each++) {
    expect(await registrant.details(phone, wrong)).toEqual(refused("REGISTER_CODE_WRONG", "code"));
  }
  expect(codeOf(await registrant.details(phone, code))).toBe("REGISTER_CODE_TRIES_USED_UP");
  expect(await registrant.receiveCode(phone)).toBeNull();
  expect(codeOf(await registrant.details(phone, code))).toBe("REGISTER_CODE_TRIES_USED_UP");
});

test("L10 one registration sends five messages at most, whatever the numbers", async () => {
  const registrant = new Registrant(NOW);
  await registrant.begin();
  const sent: unknown[] = [];
  for (let each = 0; each < 6; each++) sent.push(await registrant.receiveCode(newPhoneNumber()));
  expect(sent.filter((code) => code !== null)).toHaveLength(5);
  expect(sent[5]).toBeNull();
});

test("A2 a user name taken in other letters is refused, and login compares with case", async () => {
  const first = await ready({}, { username: "Lhasa2026" });
  await first.complete();
  const second = new Registrant(NOW);
  await second.begin();
  expect(await second.toFace(newPhoneNumber(), { username: "LHASA2026" })).toEqual(
    refused("USERNAME_TAKEN", "username"),
  );
  expect((await findPersonByAccount("Lhasa2026", {})).personId).not.toBeNull();
  expect(await findPersonByAccount("lhasa2026", {})).toMatchObject({
    code: "PERSON_NOT_REGISTERED",
  });
});

test("A2 of two that claim a user name at once exactly one gets it, the other may choose anew", async () => {
  const both = [
    await ready({}, { username: "Namtso99" }),
    await ready({}, { username: "NAMTSO99" }),
  ];
  const codes = (await Promise.all(both.map((each) => each.complete()))).map(codeOf);
  expect(codes.toSorted()).toEqual(["OK", "USERNAME_TAKEN"]);
  const loser = both[codes.indexOf("USERNAME_TAKEN")];
  if (!loser) throw new Error("both won");
  const form = registerAccessForm.parse({
    region: "xizang",
    flow: loser.flow,
    newPassword: NEW_PASSWORD,
    confirmPassword: NEW_PASSWORD,
    username: "Namtso98",
    agreement: true,
  });
  await inBrowser(loser.browser, () => changeAccess(form, { now: NOW }));
  expect(codeOf(await loser.complete())).toBe("OK");
});

test("R1 of two that register one document at once exactly one does", async () => {
  const documentNumber = newResidentId();
  const both = [await ready({ documentNumber }), await ready({ documentNumber })];
  const codes = (await Promise.all(both.map((each) => each.complete()))).map(codeOf);
  expect(codes.toSorted()).toEqual(["DOCUMENT_REGISTERED", "OK"]);
  const index = blindIndex("documentNumber", documentNumber);
  expect(await db.account.count({ where: { person: { documentNumberIndex: index } } })).toBe(1);
});
