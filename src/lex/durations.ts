import { lazyMap } from "../model/lazy.js";
import { everyWord, lower } from "./vocabulary/index.js";
import type { TimeUnit } from "./vocabulary/vocabulary.js";

const NAMES: readonly TimeUnit[] = ["second", "minute", "hour", "day", "week", "month"];
const UNITS = lazyMap(
  () =>
    new Map(
      NAMES.flatMap((unit) =>
        everyWord((l) => l.units[unit]).map((word): [string, TimeUnit] => [word, unit]),
      ).reverse(),
    ),
);

/** The unit of time that a word names, or undefined. Days and weeks are working ones; units are never converted. */
export function timeUnit(word: string): TimeUnit | undefined {
  return UNITS.get(lower(word));
}

/** A duration in two units, as a figure of the larger one. */
export interface CompoundDuration {
  readonly value: number;
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

const COMPOUND =
  /(?<![\w.,/:])(\d{1,4})\s?(\p{L}{1,8})\.?\s?(\d{1,2})(?:\s?(\p{L}{1,8})(?![\p{L}\p{M}]))?(?![\d:./])/gu;
const CLOCK = /(?<![\w.,/:])(\d{1,3}):([0-5]\d)\s?(\p{L}{1,8})(?![\p{L}\p{M}])/gu;
const SIXTIETHS: Readonly<Partial<Record<TimeUnit, TimeUnit>>> = { hour: "minute", minute: "second" };

/** "1h 30m", "1m 12s", "2h15", "1:30 h": durations that one number cannot say. */
export function compoundDurations(text: string): CompoundDuration[] {
  if (!/\d\s?\p{L}{1,8}\.?\s?\d|:\d\d\s?\p{L}/u.test(text)) return [];
  const found: CompoundDuration[] = [];
  for (const m of text.matchAll(COMPOUND)) {
    const [all, first = "", word = "", second = "", behind] = m;
    const unit = timeUnit(word);
    const lesser = unit && SIXTIETHS[unit];
    // "2h15" is French; "2m15" is a length.
    const fits = behind === undefined ? unit === "hour" && /^\d+h\d\d$/.test(all) : timeUnit(behind) === lesser;
    if (!lesser || !fits || Number(second) > 59) continue;
    found.push({ value: Number(first) + Number(second) / 60, unit: word, start: m.index, end: m.index + all.length });
  }
  for (const m of text.matchAll(CLOCK)) {
    const [all, first = "", second = "", word = ""] = m;
    if (timeUnit(word) !== "hour") continue;
    found.push({ value: Number(first) + Number(second) / 60, unit: word, start: m.index, end: m.index + all.length });
  }
  return found;
}
