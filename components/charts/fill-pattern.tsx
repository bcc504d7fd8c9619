const KINDS = ["SOLID", "SLANT", "DOTS", "LINES", "GRID", "PALE"] as const;

type FillPatternProps = {
  id: string;
  /** Number of the part, 0 for the first. */
  part: number;
  /** Size of one repetition in units of the drawing. */
  width: number;
  height: number;
};

/** The fill of one part of a chart: by pattern and not by colour alone, so that it is told apart in print and by everyone. */
export function FillPattern({ id, part, width, height }: FillPatternProps) {
  const kind = KINDS[part % KINDS.length];
  return (
    <pattern id={id} width={width} height={height} patternUnits="userSpaceOnUse">
      <rect
        width={width}
        height={height}
        className={kind === "SOLID" ? "fill-accent" : "fill-accent-soft"}
      />
      <g transform={`scale(${width} ${height})`}>{markOf(kind)}</g>
    </pattern>
  );
}

/** What is drawn on the soft ground, in a square of one unit. */
function markOf(kind: (typeof KINDS)[number] | undefined) {
  switch (kind) {
    case "SLANT":
      return <path d="M0 1 1 0V.5L.5 1ZM0 0H.5L0 .5Z" className="fill-accent" />;
    case "DOTS":
      return <circle cx=".5" cy=".5" r=".3" className="fill-danger" />;
    case "LINES":
      return <rect width="1" height=".5" className="fill-warning" />;
    case "GRID":
      return <path d="M0 0H1V.3H0ZM0 0H.3V1H0Z" className="fill-success" />;
    default:
      return null;
  }
}
