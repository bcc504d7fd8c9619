import { groupCreditCode } from "@/lib/domain/credit-code";
import { findRegion } from "@/lib/regions/list";
import type { OwnRelation } from "@/lib/server/relations/own";

/** An enterprise by name and code, and its bureau where that is another one. */
export function EnterpriseCell({
  row: { id, enterprise },
  region,
}: {
  row: OwnRelation;
  region: string;
}) {
  return (
    <span id={`of-${id}`}>
      <span className="block">{enterprise.name}</span>
      <span className="block text-muted text-sm tabular-nums">
        {groupCreditCode(enterprise.creditCode)}
        {enterprise.region !== region && `（${findRegion(enterprise.region)?.name ?? ""}）`}
      </span>
    </span>
  );
}
