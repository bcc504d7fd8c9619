import "server-only";
import { cookies } from "next/headers";
import type { z } from "zod";
import type { Prisma } from "@/generated/sqlite/client";
import type { Entry, FlowKind } from "@/generated/sqlite/enums";
import { failure, type Result, success } from "@/lib/domain/result";
import { db, type Tx } from "./db";
import { cookieFlags, cookieName } from "./session-cookie";
import { hashToken, newToken } from "./tokens";

/** A flow as its steps see it: who holds the browser's secret, what is known so far. */
export type OpenFlow<Data> = {
  id: string;
  region: string;
  entry: Entry | null;
  data: Data;
  expiresAt: Date;
};

const COOKIE = "flow-binding";
const COOKIE_SECONDS = 24 * 60 * 60;
const SECRET_LENGTH = 43;

/**
 * The secret that binds flows to this browser; made when there is none. Only actions and route handlers may make one. Best made
 * before the action that needs it (the challenge of 人机验证 does): an action that sets a cookie has its page rendered anew.
 * `renew`: its time begins anew, so that it does not run out in the middle of a flow.
 */
export async function bindBrowser({ renew = false } = {}): Promise<string> {
  const jar = await cookies();
  const present = jar.get(cookieName(COOKIE))?.value;
  const known = present?.length === SECRET_LENGTH ? present : undefined;
  if (known && !renew) return known;
  const secret = known ?? newToken();
  jar.set(cookieName(COOKIE), secret, {
    ...cookieFlags(),
    maxAge: COOKIE_SECONDS,
  });
  return secret;
}

/** This browser's binding as the database keeps it; made when there is none. Only in actions and route handlers. */
export async function boundBrowserHash(): Promise<string> {
  return hashToken("flow-binding", await bindBrowser());
}

/** This browser's binding as the database keeps it, or null when the browser has none. */
export async function browserHash(): Promise<string | null> {
  const secret = (await cookies()).get(cookieName(COOKIE))?.value;
  return secret ? hashToken("flow-binding", secret) : null;
}

/** Starts a flow bound to this browser; two tabs may each have one. */
export async function createFlow<Data>(flow: {
  kind: FlowKind;
  region: string;
  entry: Entry | null;
  data: Data;
  now: Date;
  ttlMinutes: number;
}): Promise<{ id: string }> {
  const secret = await bindBrowser();
  return db.flow.create({
    data: {
      kind: flow.kind,
      region: flow.region,
      entry: flow.entry,
      data: JSON.stringify(flow.data),
      browserHash: hashToken("flow-binding", secret),
      createdAt: flow.now,
      expiresAt: new Date(flow.now.getTime() + flow.ttlMinutes * 60_000),
    },
    select: { id: true },
  });
}

type Expected<Data> = { kind: FlowKind; region: string; schema: z.ZodType<Data>; now: Date };

/**
 * The open flow with this id, if this browser started it in this bureau. A stolen, forged, foreign or finished id is
 * answered alike (`FLOW_EXPIRED`), so that ids tell nothing.
 */
export async function readFlow<Data>(
  id: unknown,
  expected: Expected<Data>,
): Promise<Result<OpenFlow<Data>>> {
  return findFlow(id, { consumedAt: null, expiresAt: { gt: expected.now } }, expected);
}

/** The same for a flow that came to its end: what a step of it that is asked for again shows the way by. */
export async function readEndedFlow<Data>(
  id: unknown,
  expected: Omit<Expected<Data>, "now">,
): Promise<Result<OpenFlow<Data>>> {
  return findFlow(id, { consumedAt: { not: null } }, expected);
}

async function findFlow<Data>(
  id: unknown,
  state: Pick<Prisma.FlowWhereInput, "consumedAt" | "expiresAt">,
  { kind, region, schema }: Omit<Expected<Data>, "now">,
): Promise<Result<OpenFlow<Data>>> {
  const binding = await browserHash();
  if (typeof id !== "string" || id.length > 64 || !binding) return failure("FLOW_EXPIRED");
  const row = await db.flow.findFirst({
    where: { id, kind, region, browserHash: binding, ...state },
    select: { id: true, region: true, entry: true, data: true, expiresAt: true },
  });
  if (!row) return failure("FLOW_EXPIRED");
  // A kind may hold flows of several shapes: one of another is none of the asker's.
  const data = schema.safeParse(JSON.parse(row.data));
  return data.success ? success({ ...row, data: data.data }) : failure("FLOW_EXPIRED");
}

/** Ends a flow: true for exactly one caller. */
export async function consumeFlow(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.flow.updateMany({
    where: { id, consumedAt: null, expiresAt: { gt: now } },
    data: { consumedAt: now },
  });
  return count === 1;
}

/** Ends the steps a person has under way: what was proved before counts for nothing any more. */
export async function endFlowsOf(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.flow.updateMany({
    where: {
      consumedAt: null,
      expiresAt: { gt: now },
      data: { contains: personId },
    },
    data: { consumedAt: now },
  });
}
