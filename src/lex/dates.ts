import { lazy } from "../model/lazy.js";
import { FOREIGN_DIGIT, hasDigits, holds, YEAR } from "./facts.js";
import { LetterPattern } from "./letter-pattern.js";
import { foldDigits } from "./separators.js";
import { LANGUAGES, lower } from "./vocabulary/index.js";

/** The number of every month by its names and their first three letters, in all languages; what two months share is left out. */
const MONTHS = lazy(() => {
  const all = new Map<string, number>();
  const add = (name: string, month: number): void => {
    if (!all.has(name)) all.set(name, month);
  };
  for (const { months } of Object.values(LANGUAGES)) {
    for (const [index, names] of months.entries()) {
      for (const name of names) add(name, index + 1);
    }
  }
  for (const [name, month] of [...all]) if (/^[a-zäéû]{5,}$/.test(name)) add(name.slice(0, 3), month);
  return all;
});

function monthOf(name: string): number | undefined {
  const word = lower(name);
  return MONTHS().get(word) ?? MONTHS().get(word.slice(0, 3));
}

const WEEKDAYS: readonly (readonly string[])[] = [
  "sunday sun sonntag dimanche domingo воскресенье 星期日 星期天 周日 日 日曜日 일요일",
  "monday mon montag lundi lunes segunda-feira понедельник 星期一 周一 月 月曜日 월요일",
  "tuesday tue tues dienstag mardi martes terça-feira вторник 星期二 周二 火 火曜日 화요일",
  "wednesday wed mittwoch mercredi miércoles quarta-feira среда 星期三 周三 水 水曜日 수요일",
  "thursday thu thur thurs donnerstag jeudi jueves quinta-feira четверг 星期四 周四 木 木曜日 목요일",
  "friday fri freitag vendredi viernes sexta-feira пятница 星期五 周五 金 金曜日 금요일",
  "saturday sat samstag samedi sábado суббота 星期六 周六 土 土曜日 토요일",
].map((names) => names.split(" "));
const NAME = "\\p{L}[\\p{L}\\p{M}]{2,11}";
/** The ways to write a date, each with what a text must hold for it: compiling all is dear, and most texts need one. */
const FORMS: readonly (readonly [form: string, needs: RegExp])[] = [
  ["\\b(?<y1>\\d{4})-(?<m1>\\d{2})-(?<d1>\\d{2})\\b", /\d-\d/],
  ["\\b(?<y2>\\d{4})\\s?[年년]\\s?(?<m2>\\d{1,2})\\s?[月월]\\s?(?<d2>\\d{1,2})\\s?[日일]", /[日일]/],
  ["(?<![\\d.])(?<d3>\\d{1,2})\\.(?<m3>\\d{1,2})\\.(?<y3>\\d{4})\\b(?!\\.\\d)", /\.\d{4}/],
  [
    `(?<![\\p{L}\\p{M}])(?<n4>${NAME})\\.?\\s+(?<d4>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y4>\\d{4})\\b`,
    /\s\d{1,2}\D{0,3}\s+\d{4}/,
  ],
  [
    `(?<![\\d.])(?<d5>\\d{1,2})(?:\\.|er|º)?\\s+(?:de\\s+)?(?<n5>${NAME})\\.?,?\\s+(?:de\\s+|del\\s+)?(?<y5>\\d{4})\\b`,
    /\d\D+\s\d{4}/,
  ],
];
const dates = new Map<string, RegExp>();

/** The pattern of the dates that may be in a text. */
function dateIn(text: string): RegExp {
  const forms = FORMS.filter(([, needs]) => needs.test(text)).map(([form]) => form);
  const source = forms.length === 0 ? "(?!)" : forms.join("|");
  const pattern = dates.get(source) ?? new LetterPattern(source, "giu");
  dates.set(source, pattern);
  return pattern;
}

/** A full date in a text: offsets, and YYYY-MM-DD; undefined for a day that its month does not have. */
export interface StatedDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string | undefined;
}

/** Every full date of a text, in order; what has no month or a day above 31 is none. */
export function findDates(text: string): StatedDate[] {
  if (!holds(text, YEAR | FOREIGN_DIGIT)) return [];
  const folded = foldDigits(text);
  return [...folded.matchAll(dateIn(folded))].flatMap((m) => {
    const g = m.groups ?? {};
    const stated = g.m1 ?? g.m2 ?? g.m3;
    const month = stated === undefined ? (monthOf(g.n4 ?? g.n5 ?? "") ?? 0) : Number(stated);
    const dayOfMonth = Number(g.d1 ?? g.d2 ?? g.d3 ?? g.d4 ?? g.d5);
    const year = g.y1 ?? g.y2 ?? g.y3 ?? g.y4 ?? g.y5;
    if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return [];
    const iso = valid(Number(year), month, dayOfMonth);
    return [{ start: m.index, end: m.index + m[0].length, iso }];
  });
}

/** Every full date of a text as YYYY-MM-DD, in order; impossible ones are left out. */
export function isoDates(text: string): string[] {
  return findDates(text).flatMap(({ iso }) => iso ?? []);
}

/** The weekday that stands right before a date or in brackets behind it, as 0 (Sunday) to 6. */
export function weekdayOf(text: string, { start, end }: StatedDate): { readonly day: number } | undefined {
  const before = /([\p{L}-]+),?\s*$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  const after = /^\s*(?:[(（]([\p{L}-]+)[)）]|,\s*([\p{L}-]+)(?![\p{L}-]))/u.exec(text.slice(end, end + 20));
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

const IN_FILE_NAME = /(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)/g;
/** Years that a report may be of; eight digits may also be a number. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2099];

/** The last full date in the name of a file ("2026-01-31", "20260131", "2026_01_31") as YYYY-MM-DD. */
export function dayInFileName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const days = [...name.matchAll(IN_FILE_NAME)].flatMap(([, year, , month, day]) =>
    Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR
      ? (valid(Number(year), Number(month), Number(day)) ?? [])
      : [],
  );
  return days.at(-1);
}

const DAY_OF_MONTH =
  /(?<![\p{L}\d])(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.,–-]|\s*[-–]\s*\d|,?\s+\d{4})/gu;

/** Days without a year ("Oct 20"), in the year in which they are nearest to a date (YYYY-MM-DD). */
export function findDaysNear(text: string, near: string): StatedDate[] {
  if (!hasDigits(text)) return [];
  const year = Number(near.slice(0, 4));
  const time = Date.parse(`${near}T00:00:00Z`);
  return [...text.matchAll(DAY_OF_MONTH)].flatMap((m) => {
    const month = monthOf(m[1] ?? "");
    const isos =
      month === undefined ? [] : [year - 1, year, year + 1].flatMap((y) => valid(y, month, Number(m[2])) ?? []);
    const distance = (iso: string): number => Math.abs(Date.parse(`${iso}T00:00:00Z`) - time);
    const [iso] = isos.sort((a, b) => distance(a) - distance(b));
    return iso === undefined ? [] : [{ start: m.index, end: m.index + m[0].length, iso }];
  });
}
