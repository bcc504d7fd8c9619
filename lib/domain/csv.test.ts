import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "@/lib/domain/csv";

/** Reads one line back as RFC 4180 has it. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < line.length - 2) {
    expect(line[at]).toBe('"');
    let cell = "";
    at += 1;
    while (line[at] !== '"' || line[at + 1] === '"') {
      cell += line[at];
      at += line[at] === '"' ? 2 : 1;
    }
    cells.push(cell);
    at += 2;
  }
  return cells;
}

const anyText = fc.string({ unit: "binary" });
const formula = fc
  .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"), anyText)
  .map(([start, rest]) => start + rest);

describe("csvLine", () => {
  test("B12 quotes cells and ends the line", () => {
    expect(csvLine(["登录", '说"好"', "a,b", ""])).toBe('"登录","说""好""","a,b",""\r\n');
  });

  test("B12 any text comes back, whatever commas, quotes and line ends it has", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), (cells) => {
        const read = cellsOf(csvLine(cells));
        expect(read.map((cell, index) => (cell === cells[index] ? cell : cell.slice(1)))).toEqual(
          cells,
        );
      }),
    );
  });

  test("B12 a cell that begins like a formula is text to a spreadsheet", () => {
    fc.assert(
      fc.property(formula, (cell) => {
        expect(cellsOf(csvLine([cell]))).toEqual([`'${cell}`]);
      }),
    );
  });

  test.each(["=1+1", "+8613800000000", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
    "B12 %j is neutralised",
    (cell) => {
      expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
    },
  );
});
