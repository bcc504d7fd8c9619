import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import {
  ACCOUNT_FLOW_MINUTES,
  type AccountFlowData,
  type AccountFlowKind,
  accountFlowData,
} from "@/lib/flows/account";
import type { RegionProfile } from "@/lib/regions/types";
import { db } from "../db";
import { servedRegion } from "../fixed-region";
import { createFlow, type OpenFlow, readFlow } from "../flow-store";
import type { CurrentSession } from "../session-store";
import { unchangedPassword } from "./password-mark";

type AccountFlow = OpenFlow<AccountFlowData> & { profile: RegionProfile };

/** Who asks: the clock, and the session where one is needed. */
export type AccountContext = { now: Date; session?: Pick<CurrentSession, "id" | "personId"> };

/** Starts a flow about one account, bound to this browser and, when signed in, to the session; returns its id. */
export async function openAccountFlow(
  kind: AccountFlowKind,
  about: {
    region: string;
    personId: string;
    accountId: string;
    phoneId?: string | null;
    both?: boolean;
    passwordMark?: string;
  },
  { now, session }: AccountContext,
): Promise<string> {
  const { region, personId, accountId, phoneId = null, both = false, passwordMark } = about;
  const { id } = await createFlow<AccountFlowData>({
    kind,
    region,
    entry: null,
    data: {
      personId,
      accountId,
      phoneId,
      sessionId: session?.id ?? null,
      proof: null,
      both,
      passwordMark,
    },
    now,
    ttlMinutes: ACCOUNT_FLOW_MINUTES,
  });
  return id;
}

/** The flow of this browser, bureau and session, or `STEPS_EXPIRED`. */
export async function readAccountFlow(
  kind: AccountFlowKind,
  { region, flow }: { region: string; flow: unknown },
  { now, session }: AccountContext,
): Promise<Result<AccountFlow>> {
  const profile = servedRegion(region);
  if (!profile) return failure("REGION_UNKNOWN");
  const read = await readFlow(flow, { kind, region, schema: accountFlowData, now });
  if (!read.ok) return failure("STEPS_EXPIRED");
  const { sessionId, personId } = read.value.data;
  const own = sessionId === (session?.id ?? null);
  if (!own || (session && session.personId !== personId)) return failure("STEPS_EXPIRED");
  if ((await unchangedPassword(db, read.value.data)) === null) return failure("STEPS_EXPIRED");
  return success({ ...read.value, profile });
}

/** The flow named, or a new one of this session: 「获取验证码」 of a signed-in page begins it. */
export async function ownAccountFlow(
  kind: "ADD_PHONE" | "CLOSE_ACCOUNT",
  flow: string,
  { now, session }: { now: Date; session: CurrentSession },
): Promise<Result<AccountFlow>> {
  const { region, personId } = session;
  if (flow) return readAccountFlow(kind, { region, flow }, { now, session });
  const accountId = await ownAccountId(personId);
  const opened = await openAccountFlow(kind, { region, personId, accountId }, { now, session });
  const profile = servedRegion(region);
  if (!profile) return failure("REGION_UNKNOWN");
  return success({
    id: opened,
    region,
    entry: null,
    data: {
      personId,
      accountId,
      phoneId: null,
      sessionId: session.id,
      proof: null,
      both: false,
    },
    expiresAt: new Date(now.getTime() + ACCOUNT_FLOW_MINUTES * 60_000),
    profile,
  });
}

/** The account of a signed-in person: there is one, since they are signed in. */
export async function ownAccountId(personId: string): Promise<string> {
  const { id } = await db.account.findUniqueOrThrow({ where: { personId }, select: { id: true } });
  return id;
}
