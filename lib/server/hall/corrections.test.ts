import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { mod11Check } from "@/lib/domain/check-digits";
import { correctionForm, decideCorrectionForm } from "@/lib/schemas/corrections";
import { personalData } from "@/lib/server/accounts/personal-data";
import {
  ownCorrections,
  requestCorrection,
  withdrawCorrection,
} from "@/lib/server/corrections/own";
import { db } from "@/lib/server/db";
import {
  correctionCase,
  decideCorrection,
  listCorrections,
  openCorrection,
} from "@/lib/server/hall/corrections";
import { reportOwnMessage } from "@/lib/server/notices/report";
import { blindIndex, reveal } from "@/lib/server/protect";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { noticesOf, sessionFor, toldAt } from "@/prisma/testing/own-session";
import { newPerson } from "@/prisma/testing/people";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();
const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });
const DONE = { ok: true, value: undefined };

let made = 0;
const newNumber = () => {
  made += 1;
  const body = `37010019880101${String(made).padStart(3, "0")}`;
  return `${body}${mod11Check(body)}`;
};

async function asking() {
  const person = await newPerson();
  const session = await sessionFor(person);
  const ask = (kind: string, value: string, now = NOW) =>
    requestCorrection(correctionForm.parse({ kind, value, note: "证件已更新" }), { session, now });
  const newest = async () => (await ownCorrections(person.id))[0];
  const idOf = async () => (await newest())?.id ?? "";
  const row = () => db.person.findUniqueOrThrow({ where: { id: person.id } });
  return { person, session, ask, newest, idOf, row };
}

const decision = (correction: string, made: "CORRECT" | "REFUSE", reason = REASON) =>
  decideCorrectionForm.parse({ correction, decision: made, reason });

test("A1 更正申请 of a name reaches the hall, which corrects it with a reason the person reads", async () => {
  const { person, ask, newest, idOf, row } = await asking();
  expect(await ask("NAME", "  测试  更名 ")).toEqual(DONE);
  expect(await newest()).toMatchObject({ status: "PENDING", value: "测试 更名", answer: null });
  expect((await row()).name).toBe(person.name);
  expect(await toldAt(person.phone)).toContain("提交了个人信息更正申请");
  const officer = await newOfficer();
  const id = await idOf();
  const { rows } = await listCorrections(officer.officer, "PENDING", 1);
  const listed = rows.find((each) => each.id === id);
  expect(listed).toMatchObject({ kind: "NAME" });
  expect(JSON.stringify(listed)).not.toContain("更名");
  expect(await correctionCase(officer.officer, id, NOW)).toEqual(problem("LOOK_UP_FIRST"));
  expect(await decideCorrection(decision(id, "CORRECT"), officer)).toEqual(
    problem("LOOK_UP_FIRST"),
  );
  expect(await openCorrection({ correction: id, reason: REASON }, officer)).toEqual({
    ok: true,
    value: { to: `/hall/corrections/${id}` },
  });
  expect(await correctionCase(officer.officer, id, officer.now)).toMatchObject({
    ok: true,
    value: { name: person.name, documentNumber: person.number, value: "测试 更名" },
  });
  expect(await decideCorrection(decision(id, "CORRECT", "已核对身份证原件"), officer)).toEqual(
    DONE,
  );
  expect((await row()).name).toBe("测试 更名");
  expect(await newest()).toMatchObject({ status: "CORRECTED", answer: "已核对身份证原件" });
  expect(await noticesOf(person)).toEqual(["CORRECTION_REQUESTED", "CORRECTION_MADE"]);
  const events = await db.auditEvent.findMany({
    where: { personId: person.id },
    orderBy: { sequence: "asc" },
  });
  expect(events.map(({ action, actorKind }) => [action, actorKind])).toEqual([
    ["REQUEST_CORRECTION", "PERSON"],
    ["LOOK_UP_PERSON", "OFFICER"],
    ["DECIDE_CORRECTION", "OFFICER"],
  ]);
  expect(events[2]).toMatchObject({ reason: "已核对身份证原件", region: "shandong" });
  expect(JSON.stringify(events)).not.toContain("更名");
  expect((await personalData(person.id)).corrections).toMatchObject([{ value: "测试 更名" }]);
});

test("A1 T3 a document number is corrected by the rules of a registration, never to somebody else's", async () => {
  const { person, ask, newest, idOf, row } = await asking();
  expect(await ask("DOCUMENT_NUMBER", person.number)).toEqual(problem("CORRECTION_SAME"));
  expect(await ask("DOCUMENT_NUMBER", "123")).toEqual(problem("DOCUMENT_NUMBER_FORMAT"));
  expect(await ask("NAME", "<script>")).toEqual(problem("NAME_INVALID"));
  const officer = await newOfficer();
  const number = newNumber();
  const [other, second] = [await asking(), await asking()];
  for (const each of [other, second]) {
    await each.ask("DOCUMENT_NUMBER", ` ${number} `);
    await openCorrection({ correction: await each.idOf(), reason: REASON }, officer);
  }
  // Two at once: one number is one person's.
  const answers = await Promise.all(
    [other, second].map(async (each) =>
      decideCorrection(decision(await each.idOf(), "CORRECT"), officer),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(problem("CORRECTION_DOCUMENT_TAKEN"));
  expect(
    await db.person.count({ where: { documentNumberIndex: blindIndex("documentNumber", number) } }),
  ).toBe(1);
  expect(await ask("DOCUMENT_NUMBER", number)).toEqual(DONE);
  await openCorrection({ correction: await idOf(), reason: REASON }, officer);
  expect(await decideCorrection(decision(await idOf(), "CORRECT"), officer)).toEqual(
    problem("CORRECTION_DOCUMENT_TAKEN"),
  );
  expect(await newest()).toMatchObject({ status: "PENDING" });
  expect(await decideCorrection(decision(await idOf(), "REFUSE"), officer)).toEqual(DONE);
  const { documentNumberCipher } = await row();
  expect(reveal("Person.documentNumber", documentNumberCipher)).toBe(person.number);
  expect(await noticesOf(person)).toEqual(["CORRECTION_REQUESTED", "CORRECTION_REFUSED"]);
});

test("A1 other data is answered; one of a kind waits, also when sent twice at once; five a day", async () => {
  const { person, ask, idOf, newest } = await asking();
  const both = await Promise.all([ask("OTHER", "登记的座机"), ask("OTHER", "登记的座机")]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual(problem("CORRECTION_WAITING"));
  const officer = await newOfficer();
  await openCorrection({ correction: await idOf(), reason: REASON }, officer);
  const deciding = decision(await idOf(), "CORRECT");
  const answers = await Promise.all([
    decideCorrection(deciding, officer),
    decideCorrection({ ...deciding, decision: "REFUSE" }, officer),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(problem("CORRECTION_OVER"));
  expect(["CORRECTED", "REFUSED"]).toContain((await newest())?.status);
  expect(await ask("OTHER", "再次申请")).toEqual(DONE);
  expect(await ask("NAME", "另一姓名")).toEqual(DONE);
  await ask("OTHER", "第五次");
  expect(await ask("OTHER", "第六次")).toEqual(problem("RATE_LIMITED"));
  expect(await db.correctionRequest.count({ where: { personId: person.id } })).toBe(3);
});

test("A1 withdrawn by the person only, and then not decided; another's is not found", async () => {
  const { session, ask, idOf, newest } = await asking();
  await ask("NAME", "撤回姓名");
  const stranger = await sessionFor(await newPerson());
  const form = { correction: await idOf() };
  expect(await withdrawCorrection(form, { session: stranger, now: NOW })).toEqual(
    problem("CORRECTION_OVER"),
  );
  const officer = await newOfficer();
  await openCorrection({ ...form, reason: REASON }, officer);
  expect(await withdrawCorrection(form, { session, now: NOW })).toEqual(DONE);
  expect(await newest()).toMatchObject({ status: "WITHDRAWN" });
  expect(await decideCorrection(decision(form.correction, "CORRECT"), officer)).toEqual(
    problem("CORRECTION_OVER"),
  );
  expect(await withdrawCorrection(form, { session, now: NOW })).toEqual(problem("CORRECTION_OVER"));
});

test("B13 no officer of another bureau, and none their own", async () => {
  const { person, ask, idOf } = await asking();
  await ask("NAME", "本人姓名");
  const correction = await idOf();
  const elsewhere = await newOfficer({ region: "yunnan" });
  const opening = { correction, reason: REASON };
  expect(await openCorrection(opening, elsewhere)).toEqual(problem("CORRECTION_OVER"));
  expect(await correctionCase(elsewhere.officer, correction, NOW)).toEqual(
    problem("CORRECTION_OVER"),
  );
  expect(await decideCorrection(decision(correction, "CORRECT"), elsewhere)).toEqual(
    problem("CORRECTION_OVER"),
  );
  const { rows } = await listCorrections(elsewhere.officer, "PENDING", 1);
  expect(rows.map(({ id }) => id)).not.toContain(correction);
  const self = await newOfficer({ phone: person.phone });
  expect(await openCorrection(opening, self)).toEqual(problem("OWN_ACCOUNT"));
});

test("B4 B15 not without a second factor; 「不是我本人操作」 takes it back", async () => {
  const { person, session, ask, newest } = await asking();
  const form = correctionForm.parse({ kind: "NAME", value: "他人姓名", note: "-" });
  const lost = { session: { ...session, proofs: ["PASSWORD"] }, now: NOW };
  expect(await requestCorrection(form, lost)).toEqual(problem("SECOND_FACTOR_LOST"));
  await ask("NAME", "他人姓名");
  const { id } = await db.message.findFirstOrThrow({
    where: { personId: person.id, kind: "CORRECTION_REQUESTED" },
  });
  expect(await reportOwnMessage({ message: id }, { session, now: new Date() })).toMatchObject({
    ok: true,
  });
  expect(await newest()).toMatchObject({ status: "WITHDRAWN" });
});
