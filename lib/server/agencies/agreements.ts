import "server-only";
import type { AgreementStatus } from "@/generated/sqlite/enums";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "../db";
import { named, pageWindow } from "../identities/paging";

/** An agreement (涉税专业服务协议) as a list shows it. */
export type ListedAgreement = {
  id: string;
  /** The other side: the client for the agency, the agency for the client. */
  party: string;
  creditCode: string;
  services: string;
  validFrom: string;
  validTo: string;
  /** As it stands today: a period that has passed ends it by itself. */
  status: AgreementStatus;
  staff: { agencyStaffId: string | null; name: string }[];
};

const columns = {
  id: true,
  services: true,
  validFrom: true,
  validTo: true,
  status: true,
  agencyId: true,
  agency: { select: { name: true, creditCode: true } },
  client: { select: { name: true, creditCode: true } },
  staff: {
    where: { removedAt: null },
    orderBy: { id: "asc" },
    select: {
      person: { select: { name: true, agencyStaff: { select: { id: true, agencyId: true } } } },
    },
  },
} as const;

type Asked = { search: string; page: number; now: Date };

/** An agency's agreements with its clients, newest first, a page at a time. */
export async function agreementsOfAgency(agencyId: string, { search, page, now }: Asked) {
  const where = { agencyId, client: named(search) };
  return listed(where, "client", page, now);
}

/** A client's agreements with agencies (代理机构), newest first, a page at a time. */
export async function agreementsOfClient(clientId: string, { search, page, now }: Asked) {
  const where = { clientId, agency: named(search) };
  return listed(where, "agency", page, now);
}

/** One agreement of an agency; null when it is not theirs. */
export async function agreementOfAgency(
  agencyId: string,
  id: string,
  now: Date,
): Promise<ListedAgreement | null> {
  if (id.length > 64) return null;
  const row = await db.agreement.findFirst({ where: { id, agencyId }, select: columns });
  return row && shown(row, "client", dayOf(now));
}

async function listed(
  where: NonNullable<Parameters<typeof db.agreement.findMany>[0]>["where"],
  party: "agency" | "client",
  page: number,
  now: Date,
): Promise<{ agreements: ListedAgreement[]; total: number }> {
  const [rows, total] = await Promise.all([
    db.agreement.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageWindow(page),
      select: columns,
    }),
    db.agreement.count({ where }),
  ]);
  const today = dayOf(now);
  return { agreements: rows.map((row) => shown(row, party, today)), total };
}

type Row = Omit<ListedAgreement, "party" | "creditCode" | "staff"> & {
  agencyId: string;
  agency: { name: string; creditCode: string };
  client: { name: string; creditCode: string };
  staff: { person: { name: string; agencyStaff: { id: string; agencyId: string }[] } }[];
};

function shown(row: Row, party: "agency" | "client", today: string): ListedAgreement {
  const { agency, client, agencyId, staff, ...rest } = row;
  const other = party === "agency" ? agency : client;
  const expired = agreementProblem(row, today) === "AGREEMENT_EXPIRED";
  return {
    ...rest,
    status: expired ? "EXPIRED" : row.status,
    party: other.name,
    creditCode: other.creditCode,
    staff: staff.map(({ person }) => ({
      name: person.name,
      agencyStaffId: person.agencyStaff.find((each) => each.agencyId === agencyId)?.id ?? null,
    })),
  };
}
