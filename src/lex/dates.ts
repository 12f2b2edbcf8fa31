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
const DATE =
  /\b(\d{4})-(\d{2})-(\d{2})\b|\b(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b|\b(\d{1,2})\.?\s+(\p{L}{3,9})\.?,?\s+(\d{4})\b/gu;

/** Every full date of a text as YYYY-MM-DD, in order; impossible ones are left out. */
export function isoDates(text: string): string[] {
  return [...text.matchAll(DATE)].flatMap((m) => {
    const [, y, mo, d, name, day, year, day2, name2, year2] = m;
    if (y && mo && d) return valid(Number(y), Number(mo), Number(d));
    const short = (name ?? name2 ?? "").slice(0, 3).toLowerCase();
    const month = MONTHS.indexOf(OTHER_MONTHS[short] ?? short) + 1;
    return month > 0 ? valid(Number(year ?? year2), month, Number(day ?? day2)) : [];
  });
}

function valid(year: number, month: number, day: number): string[] {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? [date.toISOString().slice(0, 10)] : [];
}
