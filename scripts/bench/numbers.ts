/** The middle of a series, or the mean of the two middle ones; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Value below which `share` (0 to 1) of a series lies, by nearest rank; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A number with `digits` decimals, as tables show it. */
export function fixed(value: number, digits = 1): string {
  return value.toFixed(digits);
}

/** Bytes as KiB with one decimal. */
export function kibibytes(bytes: number): string {
  return `${fixed(bytes / 1024)} KiB`;
}
