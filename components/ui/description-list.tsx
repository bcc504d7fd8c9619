import type { ReactNode } from "react";

/** Names and values, e.g. 纳税人识别号 → 91370100 YY3C2B01 7K; one above the other on a phone. */
export function DescriptionList({
  items,
}: {
  items: readonly { name: string; value: ReactNode }[];
}) {
  return (
    <dl className="divide-y divide-line">
      {items.map((item) => (
        <div key={item.name} className="grid gap-1 py-3 sm:grid-cols-[12rem_1fr] sm:gap-4">
          <dt className="text-muted">{item.name}</dt>
          <dd className="min-w-0 tabular-nums">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
