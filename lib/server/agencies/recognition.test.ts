import "@/prisma/testing/empty-database";
import { beforeEach, describe, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { fileAgreement } from "@/lib/server/agencies/agreement";
import { fileAgreementChange } from "@/lib/server/agencies/change";
import {
  recogniseAgency,
  synchroniseAgencies,
  withdrawRecognition,
} from "@/lib/server/agencies/recognition";
import { db } from "@/lib/server/db";
import type { SignedIn } from "@/lib/server/filings/access";
import { verifyPassword } from "@/lib/server/password";
import {
  agencyAndClient,
  agentSession,
  agreed,
  clientsOf,
  elements,
  type Filer,
} from "@/prisma/testing/agencies";
import { formOf, type newCitizen, newFiler } from "@/prisma/testing/filing";

const today = dayOf(new Date());
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

describe("in 辽宁, where clients recognise agencies", () => {
  let agency: Filer;
  let client: Filer;
  let agent: Awaited<ReturnType<typeof newCitizen>>;
  let staff: string;
  let managing: SignedIn;
  const agreementPassword = "Xieyi#88";
  beforeEach(async () => {
    ({ agency, client, agent, staff } = await agencyAndClient("liaoning"));
    // 辽宁 grants nothing by default; a 法定代表人 has everything.
    managing = await client.context();
  });

  test("G1 an agreement needs 协议密码, kept as its hash only", async () => {
    const context = await agency.context();
    const form = () => ({ ...formOf(context), ...elements(client, [staff]) });
    expect(await fileAgreement(form(), context)).toEqual(refused("AGREEMENT_PASSWORD_REQUIRED"));
    const id = await agreed(agency, client, [staff], { agreementPassword });
    const { agreementPasswordHash } = await db.agreement.findUniqueOrThrow({ where: { id } });
    expect(await verifyPassword(agreementPasswordHash, agreementPassword)).toBe(true);
  });

  test("G1 the client is asked, and only then its agents have it; 取消认定 takes it back at once", async () => {
    const agreement = await agreed(agency, client, [staff], { agreementPassword });
    const todo = { enterpriseId: client.enterprise.id, kind: "RECOGNISE_AGENCY", doneAt: null };
    expect(await db.todo.count({ where: todo })).toBe(1);
    expect(await clientsOf(agent.id, agency)).toEqual([]);
    expect(await synchroniseAgencies({ identityVersion: 1 }, managing)).toEqual({
      ok: true,
      value: { inForce: 0, waiting: 1 },
    });
    const form = { agreement, identityVersion: 1 };
    const results = await Promise.all([
      recogniseAgency(form, managing),
      recogniseAgency(form, managing),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.todo.count({ where: todo })).toBe(0);
    expect(await clientsOf(agent.id, agency)).toHaveLength(1);
    const running = await agentSession(agent.id, agreement);
    expect((await withdrawRecognition(form, managing)).ok).toBe(true);
    expect((await running.session()).problem).toBe("AGREEMENT_TERMINATED");
    expect(await recogniseAgency(form, managing)).toEqual(refused("AGREEMENT_NOT_WAITING"));
  });

  test("G2 a changed agreement waits for the client again", async () => {
    const agreement = await agreed(agency, client, [staff], { agreementPassword });
    await recogniseAgency({ agreement, identityVersion: 1 }, managing);
    const context = await agency.context();
    const period = { validFrom: today, validTo: addDays(today, 300) };
    const change = { ...formOf(context), agreement, staff: [staff], ...period };
    expect((await fileAgreementChange(change, context)).ok).toBe(true);
    expect(await clientsOf(agent.id, agency)).toEqual([]);
  });

  test("G1 another enterprise recognises nothing, a stale tab neither", async () => {
    const agreement = await agreed(agency, client, [staff], { agreementPassword });
    const other = await (await newFiler({ region: "liaoning" })).context();
    expect(await recogniseAgency({ agreement, identityVersion: 1 }, other)).toEqual(
      refused("AGREEMENT_NOT_FOUND_HERE"),
    );
    expect(await recogniseAgency({ agreement, identityVersion: 2 }, managing)).toEqual(
      refused("IDENTITY_SWITCHED"),
    );
    expect(await clientsOf(agent.id, agency)).toEqual([]);
  });
});
