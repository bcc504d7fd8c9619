import { FillPattern } from "@/components/charts/fill-pattern";
import { formatDay } from "@/lib/domain/china-time";

type Part = {
  label: string;
  /** One value per day. */
  values: readonly number[];
};

type DayChartProps = {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What one of them is called, e.g. 次. */
  unit: string;
  /** "YYYY-MM-DD", in order. */
  days: readonly string[];
  parts: readonly Part[];
  /** Said when there is nothing at all in these days. */
  empty: string;
};

const HEIGHT = 100;
const BAR = 0.7;

/**
 * Stacked bars per day, drawn by the server: parts told apart by pattern and labelled directly, the numbers beside it as a table.
 * Needs no script, prints, and is as wide as its place.
 */
export function DayChart({ id, title, unit, days, parts, empty }: DayChartProps) {
  const shown = parts.filter(({ values }) => sum(values) > 0);
  const totals = days.map((_, day) => sum(shown.map(({ values }) => values[day] ?? 0)));
  const highest = Math.max(0, ...totals);
  const all = sum(totals);
  return (
    <figure className="min-w-0 rounded-lg border border-line bg-raised p-4 print:break-inside-avoid">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{title}</h3>
        <span className="text-muted text-sm tabular-nums">
          共{all}
          {unit}
        </span>
      </figcaption>
      {all === 0 ? (
        <p className="mt-3 text-muted text-sm">{empty}</p>
      ) : (
        <>
          <p aria-hidden="true" className="mt-3 text-muted text-sm tabular-nums">
            {highest}
            {unit}
          </p>
          <Bars {...{ id, title, unit, days, totals, highest }} parts={shown} />
          <p
            aria-hidden="true"
            className="mt-1 flex justify-between text-muted text-sm tabular-nums"
          >
            <span>{days[0]?.slice(5)}</span>
            <span>{days.length > 1 && days.at(-1)?.slice(5)}</span>
          </p>
          <Legend id={id} unit={unit} parts={shown} />
          <Numbers {...{ title, days, totals }} parts={shown} />
        </>
      )}
    </figure>
  );
}

type BarsProps = Pick<DayChartProps, "id" | "title" | "unit" | "days" | "parts"> & {
  totals: readonly number[];
  highest: number;
};

function Bars({ id, title, unit, days, parts, totals, highest }: BarsProps) {
  const peak = days[totals.indexOf(highest)] ?? "";
  return (
    <svg
      role="img"
      aria-label={`${title}：最多的一天是${formatDay(peak)}，${highest}${unit}`}
      viewBox={`0 0 ${days.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-36 w-full border-line border-t border-b"
    >
      <defs>
        {parts.map(({ label }, part) => (
          <FillPattern
            key={label}
            id={`${id}-bar-${part}`}
            part={part}
            width={days.length / 90}
            height={6}
          />
        ))}
      </defs>
      {days.map((day, index) => (
        <g key={day}>
          <title>{`${formatDay(day)} ${totals[index]}${unit}`}</title>
          {stack(parts, index).map(({ part, from, value }) => (
            <rect
              key={part}
              x={index + (1 - BAR) / 2}
              width={BAR}
              y={HEIGHT - ((from + value) / highest) * HEIGHT}
              height={(value / highest) * HEIGHT}
              fill={`url(#${id}-bar-${part})`}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** The parts of one day on top of each other. */
function stack(parts: readonly Part[], day: number) {
  let from = 0;
  const pieces: { part: number; from: number; value: number }[] = [];
  for (const [part, { values }] of parts.entries()) {
    const value = values[day] ?? 0;
    if (value > 0) pieces.push({ part, from, value });
    from += value;
  }
  return pieces;
}

function Legend({ id, unit, parts }: Pick<DayChartProps, "id" | "unit" | "parts">) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {parts.map(({ label, values }, part) => (
        <li key={label} className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 shrink-0">
            <defs>
              <FillPattern id={`${id}-key-${part}`} part={part} width={6} height={6} />
            </defs>
            <rect
              width="16"
              height="16"
              fill={`url(#${id}-key-${part})`}
              className="stroke-line-strong"
            />
          </svg>
          <span>
            {label} <span className="tabular-nums">{sum(values)}</span>
            {unit}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Numbers({
  title,
  days,
  parts,
  totals,
}: Pick<BarsProps, "title" | "days" | "parts" | "totals">) {
  const filled = days.map((day, index) => ({ day, index })).filter(({ index }) => totals[index]);
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent text-sm">
        查看数据表
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keyboard, too */}
      <section tabIndex={0} aria-label={`${title}数据表`} className="overflow-x-auto">
        <table className="w-full text-sm tabular-nums">
          <caption className="sr-only">{title}，没有发生的日期未列出</caption>
          <thead>
            <tr className="border-line border-b">
              <Head>日期</Head>
              {parts.map(({ label }) => (
                <Head key={label}>{label}</Head>
              ))}
              <Head>合计</Head>
            </tr>
          </thead>
          <tbody>
            {filled.map(({ day, index }) => (
              <tr key={day} className="border-line border-b">
                <th scope="row" className="whitespace-nowrap px-2 py-1 text-left font-normal">
                  {day}
                </th>
                {parts.map(({ label, values }) => (
                  <td key={label} className="px-2 py-1">
                    {values[index] ?? 0}
                  </td>
                ))}
                <td className="px-2 py-1">{totals[index]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="px-2 py-1 text-left font-semibold text-muted">
      {children}
    </th>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
