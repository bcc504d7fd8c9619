import { roleLabel } from "@/lib/labels";
import type { ActingIdentity } from "@/lib/server/session-store";

/** The acting identity in words: whose business it is, and as what one does it. */
export function identityLabel(acting: ActingIdentity): {
  name: string;
  role: string | null;
  enterprise: boolean;
} {
  switch (acting.kind) {
    case "PERSON":
      return { name: "自然人业务", role: null, enterprise: false };
    case "ENTERPRISE":
      return {
        name: acting.enterprise.name,
        role: roleLabel(acting.role, acting.primary),
        enterprise: true,
      };
    case "CLIENT":
      return {
        name: acting.enterprise.name,
        role: `${roleLabel("TAX_AGENT")}（${acting.agency.name}）`,
        enterprise: true,
      };
    case "PROJECT":
      return {
        name: acting.enterprise.name,
        role: `${acting.role ? roleLabel(acting.role) : roleLabel("TAX_HANDLER", false)} · ${acting.name}`,
        enterprise: true,
      };
  }
}
