import "server-only";
import type { AdapterPayload } from "oidc-provider";
import { z } from "zod";
import type { OidcClient } from "@/generated/sqlite/client";
import { db } from "../db";
import { servedRegion } from "../fixed-region";
import { hashToken } from "../tokens";

const texts = z.array(z.string());

/** What a column of a client holds that is a list. */
export function listOf(column: string): string[] {
  return texts.parse(JSON.parse(column));
}

const keySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

/** Names of what the portal knows of a client beyond OpenID Connect. */
export const PORTAL_METADATA = [
  "portal_region",
  "portal_third_party",
  "portal_functions",
  "portal_sector",
] as const;

/** What the portal knows of a client (业务系统), as the provider library hands it on. */
export type PortalClient = {
  clientId: string;
  clientName?: string;
  portal_region: string;
  portal_third_party: boolean;
  /** Codes of the functions it may be told of. */
  portal_functions: string[];
  portal_sector: string;
};

/** What is stored of a client's secret (客户端密钥), which has 256 random bits and is shown once. */
export function clientSecretHash(secret: string): string {
  return hashToken("oidc-client", secret);
}

/** A client as the provider library wants it (OpenID Connect Registration 1.0), or undefined: unknown, disabled, or of a bureau not served here. */
export async function clientMetadata(id: string): Promise<AdapterPayload | undefined> {
  const row = await db.oidcClient.findUnique({ where: { id } });
  return row && !row.disabledAt && servedRegion(row.region) ? metadataOf(row) : undefined;
}

function metadataOf(row: OidcClient): AdapterPayload {
  const redirectUris = listOf(row.redirectUris);
  const byKey = row.authMethod === "PRIVATE_KEY_JWT";
  return {
    client_id: row.id,
    client_name: row.name,
    ...(byKey
      ? {
          token_endpoint_auth_method: "private_key_jwt",
          jwks: keySet.parse(JSON.parse(row.jwks ?? "null")),
        }
      : { token_endpoint_auth_method: "client_secret_basic", client_secret: row.secretHash ?? "" }),
    redirect_uris: redirectUris,
    post_logout_redirect_uris: listOf(row.postLogoutRedirectUris),
    ...(row.backchannelLogoutUri && {
      backchannel_logout_uri: row.backchannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
    response_types: ["code"],
    response_modes: ["query"],
    grant_types: ["authorization_code", "refresh_token"],
    subject_type: row.pairwise ? "pairwise" : "public",
    id_token_signed_response_alg: "RS256",
    portal_region: row.region,
    portal_third_party: row.kind === "THIRD_PARTY",
    portal_functions: listOf(row.functions),
    portal_sector: registeredSector(row),
  };
}

/** Host whose clients know a person by the same pairwise name. */
export function registeredSector(
  row: Pick<OidcClient, "sectorIdentifier" | "redirectUris">,
): string {
  const [first = "https://none"] = listOf(row.redirectUris);
  return row.sectorIdentifier ?? new URL(first).host;
}

/** What a client is called, or null when there is none. */
export async function clientName(id: unknown): Promise<string | null> {
  const row = await db.oidcClient.findUnique({
    where: { id: String(id) },
    select: { name: true },
  });
  return row?.name ?? null;
}
