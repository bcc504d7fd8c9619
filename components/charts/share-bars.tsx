type ShareBarsProps = {
  title: string;
  unit: string;
  rows: readonly { label: string; value: number }[];
  /** Said when there is nothing at all. */
  empty: string;
};

/** How a whole is divided: one bar per row with its number, readable as a list. */
export function ShareBars({ title, unit, rows, empty }: ShareBarsProps) {
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  return (
    <section className="min-w-0 rounded-lg border border-line bg-raised p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{title}</h3>
        <span className="text-muted text-sm tabular-nums">
          共{total}
          {unit}
        </span>
      </div>
      {total === 0 ? (
        <p className="mt-3 text-muted text-sm">{empty}</p>
      ) : (
        <ul className="mt-3 grid gap-3">
          {rows.map(({ label, value }) => (
            <li key={label}>
              <div className="flex justify-between gap-4 text-sm">
                <span>{label}</span>
                <span className="shrink-0 tabular-nums">
                  {value}
                  {unit}（{Math.round((value / total) * 100)}%）
                </span>
              </div>
              <svg
                aria-hidden="true"
                viewBox="0 0 100 1"
                preserveAspectRatio="none"
                className="mt-1 h-2 w-full"
              >
                <rect width="100" height="1" className="fill-line" />
                <rect width={(value / total) * 100} height="1" className="fill-accent" />
              </svg>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
