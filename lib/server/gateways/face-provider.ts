import "server-only";
import { env } from "../env";
import type { FaceGateway } from "./face";
import { embeddedFaceGateway } from "./face-embedded";
import { identityAuthority } from "./identity-authority";

/** The gateway this deployment verifies faces with: the authority's when IDENTITY_AUTHORITY_URL is set. */
export function faceGateway(): FaceGateway {
  const { IDENTITY_AUTHORITY_URL: url, IDENTITY_AUTHORITY_KEY: key } = env();
  return url && key ? identityAuthority({ url, key }) : embeddedFaceGateway;
}
