import { Badge } from "@/components/ui/badge";
import { dayOf, formatDay } from "@/lib/domain/china-time";
import { relationSourceLabel, relationStatusLabel, roleLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import type { ListedRelation } from "@/lib/server/relations/relation-row";

/** Role, and in which state it is: frozen, soon over, not begun, waiting, ended. */
export function RoleCell({ row, today }: { row: ListedRelation; today: string }) {
  const { role, primary, status, frozen, expiring, validFrom } = row;
  const waiting = status === "PENDING_PERSON" || status === "PENDING_ENTERPRISE";
  return (
    <span className="flex flex-wrap items-center gap-2">
      {roleLabel(role, primary)}
      {status !== "ACTIVE" && (
        <Badge tone={waiting ? "warning" : "neutral"}>{relationStatusLabel(status)}</Badge>
      )}
      {status === "ACTIVE" && frozen && <Badge tone="danger">已冻结</Badge>}
      {expiring && <Badge tone="warning">即将到期</Badge>}
      {status === "ACTIVE" && validFrom !== null && validFrom > today && <Badge>未生效</Badge>}
    </span>
  );
}

/** 有效期 in words; without an end it is 长期. */
export function periodText({
  validFrom,
  validTo,
}: Pick<ListedRelation, "validFrom" | "validTo">): string {
  if (validFrom === null && validTo === null) return "长期";
  const from = validFrom ? `${formatDay(validFrom)}起` : "";
  if (validTo === null) return `${from}，长期`;
  return `${from}${from ? "，" : ""}至${formatDay(validTo)}`;
}

/** 有效期, its two days on lines of their own. */
export function PeriodCell({ row }: { row: ListedRelation }) {
  return periodText(row)
    .split("，")
    .map((part) => (
      <span key={part} className="block whitespace-nowrap">
        {part}
      </span>
    ));
}

/** Why nothing, or not everything, can be done about a row, and where to go. */
export function Reason({ code }: { code: string }) {
  return <span className="mt-2 block max-w-80 text-muted text-sm">{messageOf({ code })}</span>;
}

/** 来源 and 最近使用 (B12). */
export function OriginCell({ row }: { row: ListedRelation }) {
  return (
    <>
      <span className="block">{relationSourceLabel(row.source)}</span>
      {lastUseText(row)
        .split(" ")
        .map((part) => (
          <span key={part} className="block whitespace-nowrap text-muted text-sm">
            {part}
          </span>
        ))}
    </>
  );
}

/** When the relation was last acted by. */
export function lastUseText({ lastUsedAt }: Pick<ListedRelation, "lastUsedAt">): string {
  return lastUsedAt ? `最近使用 ${formatDay(dayOf(lastUsedAt))}` : "尚未使用";
}

/** How and when a relation ended. */
export function endText({ status, decidedAt, validTo }: ListedRelation): string {
  const day = decidedAt ? dayOf(decidedAt) : validTo;
  return day ? `${relationStatusLabel(status)}（${formatDay(day)}）` : relationStatusLabel(status);
}
