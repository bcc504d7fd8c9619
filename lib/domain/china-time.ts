const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Asia/Shanghai by arithmetic: never the machine's zone, and no summer time of 1986 to 1991. */
const OFFSET_MS = 8 * HOUR_MS;

/** The day of an instant in Asia/Shanghai, "YYYY-MM-DD". */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant a day ("YYYY-MM-DD") begins in Asia/Shanghai. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - OFFSET_MS);
}

/** The first midnight of Asia/Shanghai after an instant (次日零时); at a midnight exactly, the one a day later. */
export function nextMidnight(instant: Date): Date {
  return new Date(startOfDay(dayOf(instant)).getTime() + DAY_MS);
}

/** The day `days` days later ("YYYY-MM-DD"); negative goes back. */
export function addDays(day: string, days: number): string {
  return dayOf(new Date(startOfDay(day).getTime() + days * DAY_MS));
}

/** Whether the three numbers name a day of the calendar: no 30 February. Months count from 1. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

/** A day as people read it: "2026-11-22" → "2026年11月22日". */
export function formatDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** An instant as people in Asia/Shanghai read it: "2026年11月22日 00:00". */
export function formatMoment(instant: Date): string {
  const clock = new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);
  return `${formatDay(dayOf(instant))} ${clock}`;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A day as people read it in English: "2026-11-22" → "22 November 2026". */
export function englishDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** An instant in English, by the clocks of China: "22 November 2026, 00:00". */
export function englishMoment(instant: Date): string {
  const clock = new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);
  return `${englishDay(dayOf(instant))}, ${clock}`;
}

/** An instant as machines in Asia/Shanghai write it: "2026-11-22 00:00:00". */
export function timestampOf(instant: Date): string {
  const clock = new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 19);
  return `${dayOf(instant)} ${clock}`;
}

/** A remaining time in milliseconds, rounded down to minutes: "3小时12分", "12分", "3小时"; under one minute "不到1分钟". */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE_MS);
  if (minutes < 1) return "不到1分钟";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}分`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`;
}

/** The instant of "2026-11-22T09:30" in Asia/Shanghai, as a browser's own field writes it; null when that names none. */
export function readMoment(text: string): Date | null {
  const [, day = "", hours, minutes] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text) ?? [];
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (!isRealDate(year, month, date) || Number(hours) > 23 || Number(minutes) > 59) return null;
  return new Date(
    startOfDay(day).getTime() + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS,
  );
}
