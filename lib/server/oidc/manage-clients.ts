import "server-only";
import { randomInt } from "node:crypto";
import { findFunction } from "@/lib/domain/function-tree";
import { sectorOf } from "@/lib/domain/oidc-clients";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import type { EditClient, NewClient } from "@/lib/schemas/oidc-client";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import type { OfficerContext } from "../hall/officer-action";
import type { CurrentOfficer } from "../hall/officer-store";
import { addressProblem, findCallable } from "./client-addresses";
import { newClientSecret } from "./client-secret";
import { listOf } from "./clients";
import { endGrants } from "./end-grants";

const LISTED = 200;
const ID_CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
const ID_LENGTH = 10;

/** What the system needs to sign people in; the secret is told here and never again, null with private_key_jwt. */
export type Registered = { clientId: string; secret: string | null };

type Settings = Omit<NewClient, "reason" | "authMethod">;

/** Columns a supervisor may change. */
const SETTINGS = {
  name: true,
  businessSystem: true,
  kind: true,
  jwks: true,
  redirectUris: true,
  postLogoutRedirectUris: true,
  backchannelLogoutUri: true,
  loginUri: true,
  functions: true,
  pairwise: true,
  sectorIdentifier: true,
} as const;

/** The clients (业务系统客户端) of the supervisor's own bureau. */
export async function listClients({ region }: CurrentOfficer) {
  const rows = await db.oidcClient.findMany({
    where: { region },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: LISTED,
    select: {
      id: true,
      name: true,
      businessSystem: true,
      kind: true,
      functions: true,
      disabledAt: true,
      createdAt: true,
    },
  });
  return rows.map(({ functions, disabledAt, ...row }) => ({
    ...row,
    functionCount: listOf(functions).length,
    disabled: disabledAt !== null,
  }));
}

/** One client of the supervisor's own bureau, without its secret; null when there is none. */
export async function clientOf({ region }: CurrentOfficer, id: string) {
  if (id.length > 64) return null;
  const row = await db.oidcClient.findFirst({
    where: { id, region },
    select: {
      ...SETTINGS,
      id: true,
      authMethod: true,
      disabledAt: true,
      createdAt: true,
      updatedAt: true,
      createdBy: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { disabledAt, createdBy, ...client } = row;
  return {
    ...client,
    redirectUris: listOf(row.redirectUris),
    postLogoutRedirectUris: listOf(row.postLogoutRedirectUris),
    // A function the catalogue has no more can be granted to nobody.
    functions: listOf(row.functions).filter((code) => findFunction(code)),
    disabled: disabledAt !== null,
    createdBy: createdBy?.name ?? null,
  };
}

/**
 * 「登记客户端」 of the supervisor's own bureau. The secret is answered here, once; only its hash is kept. Problems: those of
 * addresses at their fields, `CLIENT_SECTOR_MIXED`.
 */
export async function registerClient(
  { reason, authMethod, ...settings }: NewClient,
  { officer, now }: OfficerContext,
): Promise<Result<Registered>> {
  const problem = await settingsProblem(settings);
  if (problem) return { ok: false, problems: [problem] };
  const made = authMethod === "CLIENT_SECRET_BASIC" ? newClientSecret() : null;
  const id = newClientId(settings.businessSystem);
  await transaction(async (tx) => {
    const { region, officerId } = officer;
    const fixed = { id, region, authMethod, secretHash: made?.secretHash ?? null };
    await tx.oidcClient.create({
      data: { ...fixed, ...newColumns(settings, now), createdById: officerId },
      select: { id: true },
    });
    await record(tx, "ADD_OIDC_CLIENT", id, reason, { officer, now });
  });
  return success({ clientId: id, secret: made?.secret ?? null });
}

/**
 * Other settings of a client. Names it knows people by (pairwise sub) stay when its addresses change. Problems: as for a new one,
 * `CLIENT_NOT_FOUND`, `CLIENT_CHANGED` when another supervisor was quicker.
 */
export async function editClient(
  { client: id, version, reason, authMethod, ...settings }: EditClient,
  { officer, now }: OfficerContext,
): Promise<Result> {
  const problem = await settingsProblem(settings);
  if (problem) return { ok: false, problems: [problem] };
  const own = { id, region: officer.region };
  return transaction(async (tx) => {
    const before = await tx.oidcClient.findFirst({ where: own, select: SETTINGS });
    if (!before) return failure("CLIENT_NOT_FOUND");
    const changed = columns(settings);
    const sectorIdentifier =
      before.sectorIdentifier ?? (settings.pairwise ? sectorOf(settings.redirectUris) : null);
    const { count } = await tx.oidcClient.updateMany({
      where: { ...own, authMethod, updatedAt: version },
      data: { ...changed, sectorIdentifier, updatedAt: now },
    });
    if (count === 0) return failure("CLIENT_CHANGED");
    const names = Object.entries(changed).filter(
      ([name, value]) => before[name as keyof typeof changed] !== value,
    );
    const detail = { changed: names.map(([name]) => name).join(",") };
    await record(tx, "CHANGE_OIDC_CLIENT", id, reason, { officer, now }, detail);
    return success();
  });
}

/**
 * 「停用」: nobody signs in there any more, and what it was granted ends; 「启用」: people can sign in anew. The version of the settings
 * (`updatedAt`) stays, as they do: a form of them that is open keeps what was typed. Problems: `CLIENT_NOT_FOUND` (also: it is so
 * already), `CLIENT_CHANGED` when somebody else was quicker.
 */
export async function changeClientState(
  form: { client: string; change: "DISABLE" | "ENABLE"; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result> {
  const { client: id, change, reason } = form;
  const disable = change === "DISABLE";
  const own = { id, region: officer.region, disabledAt: disable ? null : { not: null } };
  return transaction(async (tx) => {
    const before = await tx.oidcClient.findFirst({ where: own, select: { updatedAt: true } });
    if (!before) return failure("CLIENT_NOT_FOUND");
    const { updatedAt } = before;
    const { count } = await tx.oidcClient.updateMany({
      where: { ...own, updatedAt },
      data: { disabledAt: disable ? now : null, updatedAt },
    });
    if (count === 0) return failure("CLIENT_CHANGED");
    if (disable) {
      await endGrants(tx, { clientId: id }, "CLIENT_DISABLED", now);
    }
    await record(tx, `${change}_OIDC_CLIENT`, id, reason, { officer, now });
    return success();
  });
}

/**
 * 「更换密钥」: a new secret, told once; the old one ends at once. The version of the settings stays. Problems: `CLIENT_NOT_FOUND`,
 * `CLIENT_DISABLED`, `CLIENT_WITHOUT_SECRET`, `CLIENT_CHANGED`.
 */
export async function renewClientSecret(
  { client: id, reason }: { client: string; reason: string },
  { officer, now }: OfficerContext,
): Promise<Result<Registered>> {
  const { secret, secretHash } = newClientSecret();
  const own = { id, region: officer.region };
  return transaction<Result<Registered>>(async (tx) => {
    const select = { authMethod: true, disabledAt: true, updatedAt: true };
    const before = await tx.oidcClient.findFirst({ where: own, select });
    if (!before) return failure("CLIENT_NOT_FOUND");
    const { authMethod, disabledAt, updatedAt } = before;
    if (authMethod === "PRIVATE_KEY_JWT") return failure("CLIENT_WITHOUT_SECRET");
    if (disabledAt) return failure("CLIENT_DISABLED");
    const { count } = await tx.oidcClient.updateMany({
      where: { ...own, disabledAt: null, updatedAt },
      data: { secretHash, updatedAt },
    });
    if (count === 0) return failure("CLIENT_CHANGED");
    await record(tx, "RENEW_OIDC_SECRET", id, reason, { officer, now });
    return success({ clientId: id, secret });
  });
}

/** What a form may not say in this deployment: the schema knows neither it nor what a name leads to. */
export async function settingsProblem(settings: Settings): Promise<Problem | null> {
  for (const field of ["redirectUris", "postLogoutRedirectUris"] as const) {
    for (const [index, uri] of settings[field].entries()) {
      const code = addressProblem(uri);
      if (code) return { code, field, params: { line: index + 1 } };
    }
  }
  const loginProblem = settings.loginUri && addressProblem(settings.loginUri);
  if (loginProblem) return { code: loginProblem, field: "loginUri" };
  if (settings.pairwise && sectorOf(settings.redirectUris) === null) {
    return { code: "CLIENT_SECTOR_MIXED", field: "redirectUris" };
  }
  if (!settings.backchannelLogoutUri) return null;
  const { problem: code } = await findCallable(settings.backchannelLogoutUri);
  return code ? { code, field: "backchannelLogoutUri" } : null;
}

function columns({ redirectUris, postLogoutRedirectUris, functions, ...rest }: Settings) {
  return {
    ...rest,
    redirectUris: JSON.stringify(redirectUris),
    postLogoutRedirectUris: JSON.stringify(postLogoutRedirectUris),
    functions: JSON.stringify(functions),
  };
}

/** Columns of a new client. */
export function newColumns(settings: Settings, now: Date) {
  const sectorIdentifier = settings.pairwise ? sectorOf(settings.redirectUris) : null;
  return { ...columns(settings), sectorIdentifier, createdAt: now, updatedAt: now };
}

/** client_id: what it is for, and random characters that are not read as another. */
export function newClientId(businessSystem: string | null): string {
  const random = Array.from(
    { length: ID_LENGTH },
    () => ID_CHARACTERS[randomInt(ID_CHARACTERS.length)] ?? "",
  );
  return `${businessSystem ?? "client"}-${random.join("")}`;
}

function record(
  tx: Tx,
  action: string,
  id: string,
  reason: string,
  { officer, now }: Pick<OfficerContext, "officer" | "now">,
  detail?: Record<string, string>,
): Promise<void> {
  return appendAudit(tx, {
    at: now,
    action,
    outcome: "OK",
    region: officer.region,
    actorKind: "OFFICER",
    actorId: officer.officerId,
    subjectKind: "OidcClient",
    subjectId: id,
    reason,
    detail,
  });
}
