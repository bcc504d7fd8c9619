import "server-only";
import { createHmac } from "node:crypto";
import { grantedFunctions } from "@/lib/domain/function-tree-grants";
import { grantFacts } from "../functions/granted";
import { secretFor } from "../secrets";
import type { CurrentSession } from "../session-store";
import type { PortalClient } from "./clients";

/** What each scope tells (授权范围). No document number, no phone: nobody needs them to know who acts. */
export const SCOPE_CLAIMS = {
  profile: ["name", "real_name_level"],
  identity: ["entry", "enterprise", "role", "functions", "agency", "project"],
};

export type Scope = "openid" | keyof typeof SCOPE_CLAIMS;

/** The scopes there are (授权范围). */
export const SCOPES = ["openid", "profile", "identity"] as const satisfies readonly Scope[];

/** Of the scopes a request names those there are. */
export function knownScopes(asked: unknown): Scope[] {
  const named = String(asked ?? "").split(" ");
  return SCOPES.filter((scope) => named.includes(scope));
}

/** The scopes that tell one of these claims: who asks for a single claim (OpenID Connect Core 5.5) asks for a part of one. */
export function scopesTelling(claims: readonly string[]): Scope[] {
  const telling = Object.entries(SCOPE_CLAIMS) as [keyof typeof SCOPE_CLAIMS, string[]][];
  return telling
    .filter(([, told]) => told.some((claim) => claims.includes(claim)))
    .map(([scope]) => scope);
}

/** Name a client with names of its own knows a person by (pairwise sub, OpenID Connect Core 8.1). */
export function pairwiseSub(personId: string, sector: string): string {
  return createHmac("sha256", secretFor("oidc-pairwise"))
    .update(`${sector}\0${personId}`)
    .digest("base64url");
}

/**
 * What a business system is told of the person and whom they act for (声明), true at this moment: functions are those granted now
 * that the client is allowed to know.
 */
export async function claimsOf(
  session: CurrentSession,
  { portal_functions: allowed }: Pick<PortalClient, "portal_functions">,
): Promise<Record<string, unknown>> {
  const { acting, entry, personName, realNameLevel } = session;
  const granted = allowed.length > 0 ? grantedFunctions(await grantFacts(session)) : [];
  return {
    name: personName,
    real_name_level: realNameLevel,
    entry,
    functions: granted.map(({ code }) => code).filter((code) => allowed.includes(code)),
    ...identityClaims(acting),
  };
}

function identityClaims(acting: CurrentSession["acting"]): Record<string, unknown> {
  if (acting.kind === "PERSON") return { role: "PERSON" };
  const { name, creditCode, taxAuthority } = acting.enterprise;
  const enterprise = { name, credit_code: creditCode, tax_authority: taxAuthority };
  switch (acting.kind) {
    case "ENTERPRISE":
      return { enterprise, role: acting.role };
    case "CLIENT":
      return {
        enterprise,
        role: "TAX_AGENT",
        agency: { name: acting.agency.name, agreement: acting.agreementStaffId },
      };
    case "PROJECT":
      return {
        enterprise,
        role: acting.role ?? "PROJECT_HANDLER",
        project: {
          number: acting.number,
          name: acting.name,
          kind: acting.projectKind,
          tax_authority: acting.projectAuthority,
        },
      };
  }
}
