import "@/prisma/testing/demo-database";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { openTodos, reminders } from "@/lib/server/home/notices";
import {
  agreementStaffId,
  personId,
  relationId,
  sessionOf,
  signIn,
} from "@/prisma/testing/demo-session";

beforeAll(async () => {
  const enterprise = async (name: string) =>
    (await db.enterprise.findFirstOrThrow({ where: { name: { contains: name } } })).id;
  const [taiyue, qilu] = [await enterprise("泰岳"), await enterprise("齐鲁")];
  const todo = { subjectId: "none" };
  await db.todo.createMany({
    data: [
      { ...todo, kind: "OWN", personId: await personId("王芳") },
      { ...todo, kind: "DONE", personId: await personId("王芳"), doneAt: new Date() },
      { ...todo, kind: "OTHER_PERSON", personId: await personId("张伟") },
      { ...todo, kind: "TAIYUE", enterpriseId: taiyue },
      { ...todo, kind: "QILU", enterpriseId: qilu },
    ],
  });
  await db.reminder.createMany({
    data: [
      { kind: "TAIYUE", enterpriseId: taiyue, params: JSON.stringify({ number: "1" }) },
      { kind: "QILU", enterpriseId: qilu },
    ],
  });
});

async function shown(name: string, acting: Parameters<typeof signIn>[2]) {
  const session = await sessionOf(await signIn(name, "shandong", acting));
  const codes = (notices: { code: string }[]) => notices.map(({ code }) => code).sort();
  return {
    todos: codes(await openTodos(session.personId, session.acting)),
    reminders: codes(await reminders(session.acting)),
  };
}

test("OL6 shows what is open of the person and of the enterprise acted for, nobody else's", async () => {
  expect(
    await shown("王芳", { entry: "ENTERPRISE", relationId: await relationId("王芳", "泰岳") }),
  ).toEqual({ todos: ["TODO_OWN", "TODO_TAIYUE"], reminders: ["REMINDER_TAIYUE"] });
  expect(
    await shown("王芳", { entry: "ENTERPRISE", relationId: await relationId("王芳", "齐鲁") }),
  ).toEqual({ todos: ["TODO_OWN", "TODO_QILU"], reminders: ["REMINDER_QILU"] });
});

test("OL6 a natural person sees their own only; an agent the client's", async () => {
  expect(await shown("王芳", { entry: "PERSON" })).toEqual({ todos: ["TODO_OWN"], reminders: [] });
  const client = await agreementStaffId("孙丽", "泰岳");
  expect(await shown("孙丽", { entry: "AGENCY", agreementStaffId: client })).toEqual({
    todos: ["TODO_TAIYUE"],
    reminders: ["REMINDER_TAIYUE"],
  });
});
