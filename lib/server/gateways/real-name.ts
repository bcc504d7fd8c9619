import "server-only";
import type { DocumentType } from "@/lib/domain/documents";
import type { Unavailable } from "./exchange";

/** Whom a provider is asked to verify. A person need not be known to the portal yet (注册). */
export type RealNameRequest = {
  name: string;
  documentType: DocumentType;
  documentNumber: string;
  /** Where the phone is sent when it is over; holds nothing of the person. */
  returnUrl: string;
};

/** How a verification begins: on the portal's own phone page, or on the provider's at `url`. */
export type BegunRealName =
  | { kind: "EMBEDDED" }
  | { kind: "EXTERNAL"; url: string; reference: string }
  | { kind: "DOCUMENT_NOT_OFFERED" }
  | Unavailable;

/** How a verification stands; being unable to tell says nothing against the person. */
export type RealNameVerdict =
  | { kind: "PASSED" }
  | { kind: "FAILED"; reason: string }
  | { kind: "PENDING" }
  | Unavailable;

/** Anything that proves who someone is by an application they have anyway (支付宝/微信实名认证, 云南 2.4). */
export type RealNameGateway = {
  provider: string;
  begin(request: RealNameRequest): Promise<BegunRealName>;
  /** `reference` is what `begin` gave; asking changes nothing. */
  query(reference: string): Promise<RealNameVerdict>;
};
