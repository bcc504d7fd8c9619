import { t } from "@/components/texts/request-texts";
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
      return { name: t("自然人业务"), role: null, enterprise: false };
    case "ENTERPRISE":
      return {
        name: acting.enterprise.name,
        role: t.named(roleLabel(acting.role, acting.primary)),
        enterprise: true,
      };
    case "CLIENT":
      return {
        name: acting.enterprise.name,
        role: t("{what}（{when}）", {
          what: t.named(roleLabel("TAX_AGENT")),
          when: acting.agency.name,
        }),
        enterprise: true,
      };
    case "PROJECT":
      return {
        name: acting.enterprise.name,
        role: `${acting.role ? t.named(roleLabel(acting.role)) : t.named(roleLabel("TAX_HANDLER", false))} · ${acting.name}`,
        enterprise: true,
      };
  }
}
