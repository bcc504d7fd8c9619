import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { type LoginFlowData, loginFlowData, loginStep } from "@/lib/flows/login";
import { REGIONS } from "@/lib/regions/list";
import { db } from "@/lib/server/db";
import { createFlow } from "@/lib/server/flow-store";
import { changeInitialPassword } from "@/lib/server/login/change-initial-password";
import { verifyPassword } from "@/lib/server/password";
import { loginAs } from "@/prisma/testing/registration";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date();

/** 赵磊 or 于新, who still have the initial password, after the factors told. */
async function begin(name: string, secondFactor: "SMS" | null = "SMS") {
  const person = await db.person.findFirstOrThrow({ where: { name }, include: { account: true } });
  const accountId = person.account?.id ?? "";
  const browser = newBrowser();
  const data: LoginFlowData = {
    personId: person.id,
    accountId,
    identifierKind: "DOCUMENT",
    phoneId: null,
    enterpriseId: null,
    projectKind: null,
    mustChangePassword: true,
    secondFactor,
    app: null,
    scanned: null,
  };
  const { id: flow } = await inBrowser(browser, () =>
    createFlow({
      kind: "LOGIN",
      region: "qingdao",
      entry: "PERSON",
      data,
      now: NOW,
      ttlMinutes: 15,
    }),
  );
  return {
    account: () => db.account.findUniqueOrThrow({ where: { id: accountId } }),
    change: (newPassword: string) =>
      inBrowser(browser, () =>
        changeInitialPassword({ region: "qingdao", flow, newPassword }, { now: NOW }),
      ),
  };
}

test("K4 an initial password asks for its change in every bureau, whatever second factor follows", async () => {
  for (const { slug: region } of REGIONS) {
    const form = { account: "370200198707070338", password: "070338", region };
    const first = await loginAs(form, NOW);
    if (!first.ok) throw new Error(JSON.stringify(first));
    const flow = new URL(first.value.to, "http://portal").searchParams.get("flow") ?? "";
    const row = await db.flow.findUniqueOrThrow({ where: { id: flow } });
    const data = loginFlowData.parse(JSON.parse(row.data));
    expect(loginStep(data), region).toBe("VERIFY");
    for (const secondFactor of ["SMS", "FACE"] as const) {
      expect(loginStep({ ...data, secondFactor }), region).toBe("CHANGE_PASSWORD");
    }
  }
});

test("K4 K3 the new password may not be guessed from the person", async () => {
  const { change, account } = await begin("赵磊");
  for (const [password, code] of [
    ["070338", "PASSWORD_LENGTH"],
    ["15403720001a", "PASSWORD_HAS_PHONE"],
    ["370200198707070338", "PASSWORD_LENGTH"],
  ] as const) {
    expect(await change(password), password).toMatchObject({
      problems: [{ code, field: "newPassword" }],
    });
  }
  expect((await account()).passwordState).toBe("INITIAL");
});

test("K4 it is not changed before the second factor", async () => {
  const { change, account } = await begin("于新", null);
  expect(await change("Etax@2027")).toMatchObject({ problems: [{ code: "FLOW_EXPIRED" }] });
  expect((await account()).passwordState).toBe("INITIAL");
});

test("K4 it is changed once, and then one logs in anew", async () => {
  const { change, account } = await begin("于新");
  const answers = await Promise.all([change("Etax@2027"), change("Etax@2028")]);
  const won = answers.findIndex(({ ok }) => ok);
  expect(answers.filter(({ ok }) => ok)).toEqual([
    { ok: true, value: { to: "/qingdao/login?reason=PASSWORD_CHANGED" } },
  ]);
  const { passwordState, passwordHash } = await account();
  expect(passwordState).toBe("CHOSEN");
  expect(await verifyPassword(passwordHash, won === 0 ? "Etax@2027" : "Etax@2028")).toBe(true);
  expect(await change("Etax@2029")).toMatchObject({ problems: [{ code: "FLOW_EXPIRED" }] });
});

test("A5 the person is told that the password was changed", async () => {
  const { personId } = await db.account.findFirstOrThrow({ where: { person: { name: "于新" } } });
  expect(await db.message.findMany({ where: { personId } })).toMatchObject([
    { kind: "PASSWORD_CHANGED", readAt: null },
  ]);
});
