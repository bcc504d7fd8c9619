/** Byte order mark: spreadsheets take a file that begins with it for UTF-8. */
export const CSV_BOM = "\uFEFF";

/**
 * What makes a spreadsheet take a cell for a formula (公式注入; OWASP, CSV Injection), with the full-width forms that East
 * Asian versions accept too.
 */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One line of a CSV file (RFC 4180), line end included: each cell in quotes, and one that a spreadsheet would calculate begins
 * with an apostrophe, which shows it as text.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(text: string): string {
  const harmless = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
