import type { StaffRelation } from "@/lib/server/relations/staff";

/** A person by name and masked document number; the element the row's buttons refer to. */
export function PersonCell({ row }: { row: StaffRelation }) {
  return (
    <span id={`of-${row.id}`}>
      <span className="block">{row.person.name}</span>
      <span className="block break-all text-muted text-sm tabular-nums">
        {row.person.maskedDocumentNumber}
      </span>
    </span>
  );
}
