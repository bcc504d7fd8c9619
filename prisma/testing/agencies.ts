import { addDays, dayOf } from "@/lib/domain/china-time";
import { fileAgreement } from "@/lib/server/agencies/agreement";
import { db } from "@/lib/server/db";
import { clientOptions } from "@/lib/server/identities/clients";
import { actingAs, filingIdOf, formOf, newCitizen, newFiler } from "@/prisma/testing/filing";

const today = dayOf(new Date());

export type Filer = Awaited<ReturnType<typeof newFiler>>;

/** An agency of a bureau with one listed agent, and an enterprise that may be its client. */
export async function agencyAndClient(region = "shandong") {
  const [agency, client] = [await newFiler({ kind: "AGENCY", region }), await newFiler({ region })];
  const agent = await newCitizen();
  const staff = await listAgent(agency, agent.id);
  return { agency, client, agent, staff };
}

/** Lists a person as staff of an agency; returns the row's id. */
export async function listAgent(agency: Filer, personId: string): Promise<string> {
  const { id } = await db.agencyStaff.create({
    data: { agencyId: agency.enterprise.id, personId },
    select: { id: true },
  });
  return id;
}

/** What 《涉税专业服务协议要素信息采集表》 asks for, from today on for a month. */
export function elements(client: Filer, staff: string[], more: Record<string, string> = {}) {
  return {
    client: client.enterprise.creditCode,
    services: "纳税申报代理",
    validFrom: today,
    validTo: addDays(today, 30),
    staff,
    ...more,
  };
}

/** An agreement filed by the agency; returns its id. */
export async function agreed(
  agency: Filer,
  client: Filer,
  staff: string[],
  more = {},
): Promise<string> {
  const context = await agency.context();
  const result = await fileAgreement(
    { ...formOf(context), ...elements(client, staff, more) },
    context,
  );
  const { subjectId } = await db.filing.findUniqueOrThrow({ where: { id: filingIdOf(result) } });
  return subjectId ?? "";
}

/** Clients an agent is offered at 代理业务. */
export async function clientsOf(personId: string, agency: Filer) {
  const { clients } = await clientOptions({
    personId,
    agencyId: agency.enterprise.id,
    search: "",
    page: 1,
    now: new Date(),
  });
  return clients;
}

/** A running session of an agent for a client. */
export async function agentSession(personId: string, agreementId: string) {
  const { id } = await db.agreementStaff.findFirstOrThrow({ where: { personId, agreementId } });
  return actingAs(personId, "shandong", { entry: "AGENCY", agreementStaffId: id });
}
