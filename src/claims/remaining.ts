import { timeUnit } from "../lex/durations.js";
import { type Figure, figures, fractions } from "../lex/numbers.js";
import { remaining, saysDone, saysOpen } from "../lex/phrases.js";
import { unitStatus } from "../lex/status.js";
import { WordPattern } from "../lex/word-pattern.js";
import { noun, words } from "../lex/words.js";
import type { RemainingClaim } from "../model/claim.js";
import { oncePer } from "../model/once.js";
import { sourceRange } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Report, TextUnit } from "../model/report.js";
import { between } from "../model/sorted.js";
import { cellFigures } from "./cells.js";
import { namesWhatItCounts } from "./nouns.js";
import { type Places, placesOf } from "./places.js";

const AFTER = new WordPattern(remaining, (words) => `^\\s*(?:[\\p{L}\\p{M}-]+\\s+){0,2}?${words}`);
const LABEL = new WordPattern(
  () => ["open", ...remaining()],
  (words) => `^[\\s\\p{Extended_Pictographic}\\ufe0f*_-]*${words}\\s*[:：]\\s*`,
);
const LEFT_BEFORE = new WordPattern(remaining, (words) => `${words}\\s*$`);
/** What is left is said of something else, or leaves something out. */
const OTHER_REST = /\b(?:of (?:them|these|which)|after|not counting|except|without|excluding|besides)\b/iu;

type Left = RemainingClaim["left"];

/** "8 hours remaining" in a totals row; "Remaining: 2 blockers" beside "7/10 blockers resolved". */
export function remainingClaims(report: Report): RemainingClaim[] {
  const places = placesOf(report);
  return places.numbered.flatMap((unit) => {
    const value = unit.text.value;
    if (!LABEL.mayMatch(value)) return [];
    const labelled = LABEL.exec(value);
    return figures(value, unit.conventions).flatMap((figure): RemainingClaim[] => {
      if (figure.percent || figure.quantity.sign !== "") return [];
      const atLabel = labelled !== null && figure.start <= labelled[0].length;
      const beside = LEFT_BEFORE.test(value.slice(0, figure.start)) ? leftBeside(unit, figure) : [];
      if (!atLabel && beside.length === 0 && !AFTER.test(value.slice(figure.end))) return [];
      const byShare = unit.cell ? [] : [...beside, ...leftByShare(unit, figure, report, places)];
      const left = unit.cell ? leftInTable(unit, figure) : byShare.length > 0 ? byShare : leftBeside(unit, figure);
      const counted = noun(firstNoun(value.slice(figure.end)));
      // What is left of a collection is only known to the judge.
      const countable = !unit.cell && COUNTED.has(counted) && figure.quantity.bound === "exact";
      return left.length === 0 && !countable
        ? []
        : [
            {
              kind: "remaining",
              unit,
              range: sourceRange(unit.text, figure.start, figure.unitEnd),
              raw: value.slice(figure.start, figure.unitEnd).trim(),
              quantity: figure.quantity,
              named: namesWhatItCounts(value, figure.end),
              noun: left.length === 0 ? counted : noun(figure.quantity.unit),
              left,
            },
          ];
    });
  });
}

/** Nouns of what reports keep lists of. */
const COUNTED = new Set(
  "item task blocker issue card story ticket step phase milestone feature bug finding requirement component module".split(
    " ",
  ),
);

function firstNoun(after: string): string {
  return words(/^[^.,;()]*/.exec(after)?.[0] ?? "").find((w) => COUNTED.has(noun(w))) ?? "";
}

/** "44 of 85 files are ported; 41 remain.": the rest of the share in the same sentence, or in the one before. */
function leftBeside(unit: TextUnit, figure: Figure): Left {
  const { value } = unit.text;
  const share = fractions(value, unit.conventions).findLast((f) => f.end <= figure.start);
  const between = share ? value.slice(share.end, figure.start) : "";
  const behind = words(between).slice(0, 4);
  const plain = words(value.slice(figure.end))
    .slice(0, 1)
    .every((w) => !COUNTED.has(noun(w)));
  if (!share || !plain || share.part > share.whole || between.length > 60 || /\d\s*\/|\d+ of/u.test(between)) return [];
  if (
    behind.some((w) => saysOpen(w, unit.conventions.own)) ||
    OTHER_REST.test(between) ||
    OTHER_REST.test(value.slice(figure.end, figure.end + 30))
  )
    return [];
  if (/\b(?:skipped|dropped|deferred|cancell?ed|blocked|failed|in progress)\b/iu.test(value)) return [];
  const left = share.whole - share.part;
  const range = sourceRange(unit.text, share.start, share.end);
  return [{ low: left, high: left, how: `${share.whole} - ${share.part}`, ranges: [range] }];
}

/** The hours of the rows that are not done. */
function leftInTable(unit: TextUnit, figure: Figure): Left {
  const cell = unit.cell;
  const measure = timeUnit(figure.quantity.unit);
  const table = cell?.table;
  if (!table || !measure || !table.rows[cell.row]?.total) return [];
  const status = table.roles.indexOf("status");
  const column = table.roles.indexOf("hours");
  if (status < 0 || column < 0) return [];
  const open = table.rows.filter((r) => !r.total && unitStatus(r.cells[status])?.status !== "done");
  const parts = open.map((r) => r.cells[column]).map((c) => (c ? cellFigures(c) : undefined));
  if (open.length === 0 || parts.some((p) => !p || timeUnit((p.second ?? p.first).quantity.unit) !== measure))
    return [];
  const spent = parts.reduce((n, p) => n + (p?.second ? p.first.quantity.low : 0), 0);
  const low = parts.reduce((n, p) => n + ((p?.second ?? p?.first)?.quantity.low ?? 0), 0) - spent;
  const high = parts.reduce((n, p) => n + ((p?.second ?? p?.first)?.quantity.high ?? 0), 0) - spent;
  const raw = parts.map((p) => (p?.second ?? p?.first)?.quantity.raw).join(" + ");
  return [
    {
      low,
      high,
      how: `${raw}${spent > 0 ? ` - ${spent} spent` : ""} (rows not marked done)`,
      ranges: parts.flatMap((p) => (p ? [(p.second ?? p.first).range] : [])),
    },
  ];
}

const droppedItems = oncePer((report: Report) => report.items.filter((i) => i.status === "deferred").length);

/** A share is looked for no farther above than this. */
const FARTHEST = 599;

/** What a share of the same noun in the same section leaves over. */
function leftByShare(unit: TextUnit, figure: Figure, report: Report, places: Places): Left {
  const after = words(/^[^.,;()]*/.exec(unit.text.value.slice(figure.end))?.[0] ?? "")
    .slice(0, 4)
    .map(noun);
  const near = between(
    places.unitsOf(unit.section),
    unit.range.start - FARTHEST,
    unit.range.start + 1,
    (u) => u.range.start,
  ).filter((u) => !u.quoted);
  const shares = near.flatMap((u) =>
    fractions(u.text.value, u.conventions).flatMap((f) => {
      if (u === unit && f.start > figure.start) return [];
      const named = words(u.text.value.slice(f.end)).slice(0, 4);
      const done = named.some((w) => saysDone(w, u.conventions.own));
      const same = named.map(noun).some((n) => after.includes(n) && n.length > 2);
      return done && same && f.part <= f.whole && !/^\W*(?:before|previous|initial)/iu.test(u.text.value)
        ? [{ f, range: sourceRange(u.text, f.start, f.end) }]
        : [];
    }),
  );
  const last = shares.at(-1);
  if (!last) return [];
  const left = last.f.whole - last.f.part;
  const ranges: Range[] = [last.range];
  // What was dropped is neither done nor left.
  const dropped = droppedItems(report);
  return [{ low: Math.max(0, left - dropped), high: left, how: `${last.f.whole} - ${last.f.part}`, ranges }];
}
