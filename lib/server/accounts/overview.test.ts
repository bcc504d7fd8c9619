import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { accountOverview } from "@/lib/server/accounts/overview";
import { personId } from "@/prisma/testing/demo-session";

test("A1 shows a person's own account with numbers masked, the default phone first", async () => {
  const overview = await accountOverview(await personId("扎西顿珠"));
  expect(overview).toMatchObject({
    name: "扎西顿珠",
    documentType: "RESIDENT_ID",
    maskedDocumentNumber: "540*************10",
    realNameLevel: 4,
    username: "Zhaxi2026",
    maskedEmail: null,
    phones: [
      { masked: "154****0001", isDefault: true },
      { masked: "154****0002", isDefault: false },
    ],
  });
  expect(JSON.stringify(overview)).not.toContain("19800312");
});

test("A1 an account by e-mail, and one without a phone", async () => {
  expect(await accountOverview(await personId("YUKI TANAKA"))).toMatchObject({
    maskedEmail: "y***@example.com",
    phones: [],
  });
  expect(await accountOverview(await personId("陈静"))).toMatchObject({
    username: null,
    phones: [],
  });
});
