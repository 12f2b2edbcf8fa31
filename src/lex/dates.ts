const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** German and French names that start otherwise. */
const OTHER_MONTHS: Readonly<Record<string, string>> = {
  mär: "mar",
  mai: "may",
  okt: "oct",
  dez: "dec",
  fév: "feb",
  avr: "apr",
  déc: "dec",
};
const WEEKDAYS: readonly (readonly string[])[] = [
  ["sunday", "sonntag", "dimanche", "domingo"],
  ["monday", "montag", "lundi", "lunes"],
  ["tuesday", "dienstag", "mardi", "martes"],
  ["wednesday", "mittwoch", "mercredi", "miércoles"],
  ["thursday", "donnerstag", "jeudi", "jueves"],
  ["friday", "freitag", "vendredi", "viernes"],
  ["saturday", "samstag", "samedi", "sábado"],
];
const DATE =
  /\b(\d{4})-(\d{2})-(\d{2})\b|\b(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b|\b(\d{1,2})\.?\s+(\p{L}{3,9})\.?,?\s+(\d{4})\b/gu;

/** A full date in a text: offsets, and YYYY-MM-DD; undefined for a day that its month does not have. */
export interface StatedDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string | undefined;
}

/** Every full date of a text, in order; what has no month or a day above 31 is none. */
export function findDates(text: string): StatedDate[] {
  return [...text.matchAll(DATE)].flatMap((m) => {
    const [, y, mo, d, name, day, year, day2, name2, year2] = m;
    const short = (name ?? name2 ?? "").slice(0, 3).toLowerCase();
    const month = mo === undefined ? MONTHS.indexOf(OTHER_MONTHS[short] ?? short) + 1 : Number(mo);
    const dayOfMonth = Number(d ?? day ?? day2);
    if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return [];
    const iso = valid(Number(y ?? year ?? year2), month, dayOfMonth);
    return [{ start: m.index, end: m.index + m[0].length, iso }];
  });
}

/** Every full date of a text as YYYY-MM-DD, in order; impossible ones are left out. */
export function isoDates(text: string): string[] {
  return findDates(text).flatMap(({ iso }) => iso ?? []);
}

/** The weekday that stands right before a date or in brackets behind it, as 0 (Sunday) to 6. */
export function weekdayOf(text: string, { start, end }: StatedDate): { readonly day: number } | undefined {
  const before = /(\p{L}+),?\s*$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  const after = /^\s*(?:\((\p{L}+)\)|,\s*(\p{L}+)\b)/u.exec(text.slice(end, end + 20));
  for (const word of [before, after?.[1], after?.[2]]) {
    const day = WEEKDAYS.findIndex((names) => word !== undefined && names.includes(word.toLowerCase()));
    if (day >= 0) return { day };
  }
  return undefined;
}

/** The name of a day, 0 (Sunday) to 6, in English. */
export function weekdayName(day: number): string {
  const name = WEEKDAYS[day]?.[0] ?? "";
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function valid(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
