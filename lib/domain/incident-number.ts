/** Without I, O, 0 and 1: the number is read out on the telephone. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const RANDOM_CHARACTERS = 6;

/**
 * The number of a report 「不是我本人操作」 (报告编号), e.g. AQ20261122-4F7K9Q: its day in Asia/Shanghai ("YYYY-MM-DD") and six
 * characters of a thousand million. `random` gives a whole number from 0 to below its argument.
 */
export function incidentNumber(day: string, random: (below: number) => number): string {
  const characters = Array.from(
    { length: RANDOM_CHARACTERS },
    () => ALPHABET[random(ALPHABET.length)],
  );
  return `AQ${day.replaceAll("-", "")}-${characters.join("")}`;
}
