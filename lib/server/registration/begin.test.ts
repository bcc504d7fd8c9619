import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { mod11Check } from "@/lib/domain/check-digits";
import type { DocumentType } from "@/lib/domain/documents";
import { registerIdentityForm } from "@/lib/schemas/register";
import { db } from "@/lib/server/db";
import { beginRegistration } from "@/lib/server/registration/begin";
import { humanProof } from "@/prisma/testing/human-check";
import { newResidentId, Registrant } from "@/prisma/testing/registration";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every registration solves a human check.
vi.setConfig({ testTimeout: 30_000 });

const NOW = new Date();
const SMITH = {
  documentType: "FOREIGN_PASSPORT",
  documentNumber: "P12345678",
  country: "US",
  name: "JOHN SMITH",
} as const;
const MULLER = {
  documentType: "FOREIGN_PASSPORT",
  documentNumber: "C01X00T47",
  country: "DE",
  name: "ANNA MULLER",
} as const;

async function begin(identity: Parameters<Registrant["begin"]>[0]) {
  const begun = await new Registrant(NOW).begin(identity);
  return begun.ok ? begun.value.to.replace(/=.*/, "=…") : begun.problems[0]?.code;
}

const DIRECT: [DocumentType, string, string][] = [
  ["RESIDENT_ID", newResidentId(), ""],
  ["HK_MO_TRAVEL_PERMIT", "H12345678", ""],
  ["TW_TRAVEL_PERMIT", "12345678", ""],
  ["CN_PASSPORT", "E12345678", ""],
  ["FOREIGN_PERMANENT_RESIDENT", "95125020010911556X", "法国"],
  ["HK_MO_RESIDENCE_PERMIT", "810000199207034016", ""],
  ["TW_RESIDENCE_PERMIT", "830000197902141176", ""],
];

test.each(DIRECT)("R2 %s registers directly", async (documentType, documentNumber, country) => {
  expect(await begin({ documentType, documentNumber, country })).toBe(
    "/xizang/register/details?flow=…",
  );
});

test("R2 a passport registers after its collection at a hall only", async () => {
  expect(await begin(SMITH)).toBe("/xizang/register/details?flow=…");
  expect(await begin(MULLER)).toBe("PHONE_NOT_COLLECTED");
  const nobody = { ...SMITH, documentNumber: "X98765432" };
  expect(await begin(nobody)).toBe("PHONE_NOT_COLLECTED");
  expect(await begin({ ...SMITH, name: "JOHN SMYTH" })).toBe("PHONE_NOT_COLLECTED");
  expect(await begin({ ...SMITH, country: "CA" })).toBe("PHONE_NOT_COLLECTED");
  const permit = { ...SMITH, documentType: "FOREIGN_WORK_PERMIT_B" as const };
  expect(await begin(permit)).toBe("PHONE_NOT_COLLECTED");
});

test("R1 a registered document is told so, whatever the name", async () => {
  const liming = { documentNumber: "370100199508180154", name: "李明" };
  expect(await begin(liming)).toBe("DOCUMENT_REGISTERED");
  expect(await begin({ ...liming, name: "李四" })).toBe("DOCUMENT_REGISTERED");
});

test("R1 who is known under another name is told no more than that it does not pass", async () => {
  const wumin = { documentNumber: "540100199712120484" };
  expect(await begin({ ...wumin, name: "吴敏" })).toBe("/xizang/register/details?flow=…");
  expect(await begin({ ...wumin, name: "吴明" })).toBe("IDENTITY_MISMATCH");
});

test("R5 a closed and an invalid account may register again", async () => {
  expect(await begin({ documentNumber: "370100198303030393", name: "高飞" })).toMatch(/details/);
  expect(await begin({ documentNumber: "540100199105050533", name: "巴桑" })).toMatch(/details/);
});

test("R3 境外自然人注册 is 山东's, takes its documents, and nobody the hall has collected", async () => {
  const overseas = { ...MULLER, overseas: true };
  expect(await begin({ ...overseas, region: "shandong" })).toBe(
    "/shandong/register/details?flow=…",
  );
  expect(await begin({ ...overseas, region: "xizang" })).toBe("REGION_UNKNOWN");
  const smith = { ...SMITH, overseas: true, region: "shandong" };
  expect(await begin(smith)).toBe("OVERSEAS_COLLECTED");
  expect(await begin({ ...smith, name: "SMITH" })).toBe("IDENTITY_MISMATCH");
  const resident = { overseas: true, region: "shandong", documentNumber: newResidentId() };
  expect(await begin(resident)).toBe("DOCUMENT_NOT_OFFERED");
  const other = { documentType: "OTHER", documentNumber: "AB1234", country: "FR" } as const;
  expect(await begin({ ...other, region: "shandong", overseas: true })).toMatch(/details/);
  expect(await begin({ ...other, region: "shandong" })).toBe("DOCUMENT_NOT_OFFERED");
});

test("L10 without a solved human check nothing is told, and one is used once", async () => {
  const form = (humanCheck: string) =>
    registerIdentityForm.parse({
      region: "xizang",
      overseas: false,
      documentType: "RESIDENT_ID",
      documentNumber: "370100199508180154",
      name: "李明",
      humanCheck,
    });
  const context = { now: NOW, address: "127.0.0.1", userAgent: "" };
  const proof = await humanProof();
  const answers = [];
  for (const each of ["x", proof, proof]) {
    const begun = await inBrowser(newBrowser(), () => beginRegistration(form(each), context));
    answers.push(begun.ok ? "" : begun.problems[0]?.code);
  }
  expect(answers).toEqual(["HUMAN_CHECK_FAILED", "DOCUMENT_REGISTERED", "HUMAN_CHECK_FAILED"]);
});

test("B10 names cannot be guessed for a document without end", async () => {
  const documentNumber = "210100199910010415";
  const answers: unknown[] = [];
  for (let each = 0; each < 11; each++) answers.push(await begin({ documentNumber, name: "李某" }));
  expect(answers.slice(0, 10)).toEqual(Array(10).fill("IDENTITY_MISMATCH"));
  expect(answers[10]).toBe("RATE_LIMITED");
});

test("R1 no person comes into being before the end", async () => {
  const before = await db.person.count();
  const registrant = new Registrant(NOW);
  await registrant.begin();
  await registrant.toFace();
  expect(await db.person.count()).toBe(before);
});

test("N1 a birth after today is refused by the server's own clock", async () => {
  const body = "54010020990101001";
  expect(await begin({ documentNumber: `${body}${mod11Check(body)}` })).toBe(
    "DOCUMENT_NUMBER_DATE",
  );
});
