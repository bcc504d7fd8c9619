import "@/prisma/testing/empty-database";
import { afterAll, expect, test, vi } from "vitest";
import { photographOfAnotherMan } from "@/e2e/fixtures/face-media";
import { db } from "@/lib/server/db";
import { faceEngine } from "@/lib/server/face/engine";
import { collectAtCounter } from "@/lib/server/hall/collect";
import type { OfficerContext } from "@/lib/server/hall/officer-action";
import { createByCommand } from "@/lib/server/hall/officer-command";
import { setOfficerPassword } from "@/lib/server/hall/set-password";
import { humanProof } from "@/prisma/testing/human-check";
import { approved, csvFile, uploaded } from "@/prisma/testing/imports";
import { REASON } from "@/prisma/testing/officers";
import { codeOf, loginAs, NEW_PASSWORD, Registrant, toOf } from "@/prisma/testing/registration";
import { sampleRow } from "@/scripts/imports/sample-rows";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.setConfig({ testTimeout: 120_000 });
afterAll(() => faceEngine().stop());

const NOW = new Date();
const REGION = "shandong";

/** The first officers come by the command and set their own passwords by its link. */
async function officerByCommand(employeeNumber: string, phone: string): Promise<OfficerContext> {
  const someone = { documentNumber: null, employeeNumber, name: "首位主管", region: REGION, phone };
  const made = await createByCommand({ ...someone, role: "SUPERVISOR", password: null }, NOW);
  const token = made.ok ? (made.value ?? "").split("/").at(-1) : undefined;
  const form = { token: token ?? "", employeeNumber, newPassword: "Harbour.4821" };
  const set = await setOfficerPassword({ ...form, humanCheck: await humanProof() }, { now: NOW });
  expect(codeOf(set)).toBe("OK");
  const { id: officerId, name } = await db.officer.findUniqueOrThrow({ where: { employeeNumber } });
  const rest = { sessionId: "none", employeeNumber, name, region: REGION } as const;
  const officer = { ...rest, officerId, role: "SUPERVISOR" as const };
  return { officer, now: NOW, address: "test", userAgent: "test" };
}

test("T1 T2 an empty deployment becomes usable through the hall alone: officers, registry, collection, registration, login", async () => {
  expect(await db.person.count()).toBe(0);
  const officer = await officerByCommand("h370001", "15499100001");
  const second = await officerByCommand("h370002", "15499100002");
  for (const kind of ["ENTERPRISES", "PEOPLE", "RELATIONS"] as const) {
    const { id } = await uploaded(kind, csvFile(kind, [sampleRow(kind, 7)]), officer);
    expect(await approved(id, officer, second)).toMatchObject({ status: "APPLIED" });
  }
  const { name = "", documentNumber = "", mobile = "" } = sampleRow("PEOPLE", 7);
  const collected = await collectAtCounter(
    {
      documentType: "RESIDENT_ID",
      country: "CN",
      documentNumber,
      name,
      phone: mobile,
      consented: true,
      reason: REASON,
      photo: await photographOfAnotherMan(),
    },
    officer,
  );
  expect(codeOf(collected)).toBe("OK");
  const registrant = new Registrant(NOW);
  expect(codeOf(await registrant.begin({ region: REGION, documentNumber, name }))).toBe("OK");
  expect(codeOf(await registrant.toFace(mobile))).toBe("OK");
  expect(codeOf(await registrant.complete())).toBe("OK");
  expect(await db.relation.findFirstOrThrow({ where: { person: { name } } })).toMatchObject({
    role: "LEGAL_REPRESENTATIVE",
    status: "ACTIVE",
  });
  const form = { account: documentNumber, password: NEW_PASSWORD, region: REGION };
  expect(toOf(await loginAs(form, NOW))).toBe("/shandong/login/verify?flow=…");
});
