import "server-only";
import type { BusinessSystem } from "@/lib/domain/function-tree-types";
import { loginInitiation } from "@/lib/domain/oidc-clients";
import { db } from "../db";
import { env } from "../env";
import { listOf } from "../oidc/clients";
import { issuer } from "../oidc/issuer";

/** Where a business system is, and whether who is signed in here is signed in there, too (单点登录). */
export type SystemLink = { url: string; signedIn: boolean };

/** Where a business system (业务系统) is, as this deployment is set up; null: not connected. */
export function businessSystemUrl(system: BusinessSystem | undefined): string | null {
  return (system && env().BUSINESS_SYSTEM_URLS[system]) ?? null;
}

/**
 * Where a function of the main page leads somebody who is signed in: to the 登录发起地址 of the client the bureau registered last for
 * that business among those that may be told of the function, else to the configured address; null: not connected.
 */
export async function businessSystemLink(
  system: BusinessSystem | undefined,
  { region, functionCode }: { region: string; functionCode?: string },
): Promise<SystemLink | null> {
  const url = businessSystemUrl(system);
  const loginUri =
    system && (await clientLoginUri({ region, businessSystem: system, functionCode }));
  if (!loginUri) return url ? { url, signedIn: false } : null;
  const target = { functionCode, targetUri: url };
  return { url: loginInitiation(loginUri, { issuer: issuer(), ...target }), signedIn: true };
}

async function clientLoginUri({
  functionCode,
  ...own
}: {
  region: string;
  businessSystem: string;
  functionCode?: string;
}): Promise<string | null> {
  const clients = await db.oidcClient.findMany({
    where: { ...own, disabledAt: null, loginUri: { not: null } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { loginUri: true, functions: true },
  });
  // Who may not be told of a function (可见功能) is not told of it by being opened for it.
  const client = clients.find(
    ({ functions }) => functionCode === undefined || listOf(functions).includes(functionCode),
  );
  return client?.loginUri ?? null;
}
