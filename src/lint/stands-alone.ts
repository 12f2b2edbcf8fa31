import { timeUnit } from "../lex/durations.js";
import { noun } from "../lex/words.js";
import type { Claim } from "../model/claim.js";
import type { Correction, FigureChange } from "../model/diagnostic.js";
import { sourceRange } from "../model/plain-text.js";
import { contains, overlap, type Range } from "../model/range.js";
import type { TextUnit } from "../model/report.js";
import type { FigureIn, FiguresAlike } from "./figures-alike.js";
import { type Neighbours, some } from "./neighbours.js";

/** Words that say a number, or how it stands to the whole: they would be wrong after it has changed. */
const COUNTING =
  /(?<![\p{L}\p{N}])(?:all|alle[rsn]?|todos?|todas?|tous|toutes|tutti|almost|nearly|barely|half|most|both|every|each|only|just|one|two|three|four|five|six|seven|eight|nine|ten|single|last|none|neither|either|fully|entire(?:ly)?|beide|nur|einzig\p{L}*|sämtliche|jede[rsn]?|keine?|ein(?:e[rnms]?)?|zwei|drei|vier|fünf|ambos|ambas|solo|sólo|todavía|único|tous|toutes|seule?s?|deux|trois|dos|tres)(?![\p{L}\p{N}])/iu;
/** Ratios, rates and grades were computed from what stands beside them. */
const FACTOR = /\d\s?[x×](?![\p{L}])|[$€£]\s?[\d.,]+\s?\/\s?\p{L}/u;
const GRADE = /\(\s*[A-F][+-]?\s*\)/u;
/** From here on a number is hardly the same by chance. */
const TELLING = 20;

/**
 * Whether a figure stands so that it can be changed without anything else going stale: nothing beside it was computed from
 * it, no word counts along, and the report does not state it again elsewhere.
 */
export function standsAlone({ unit, changes }: Correction, own: Claim, near: Neighbours): boolean {
  if (!unit) return true;
  const figureChanges = changes.filter((change) => change.kind === "figure");
  return !countsAlong(unit) && !hasUnreadFigures(unit, own, near) && !isRestated(unit, figureChanges, own, near);
}

function countsAlong(unit: TextUnit): boolean {
  const { value } = unit.text;
  const row = unit.cell?.table.rows[unit.cell.row];
  // "1.11x" in a totals row is the ratio of two others.
  const factor = row?.total === true && row.cells.some((cell) => cell !== unit && FACTOR.test(cell.text.value));
  return factor || GRADE.test(value) || COUNTING.test(value);
}

/** "40h (5 days)": what is no part of any claim may have been computed from the figure. */
function hasUnreadFigures(unit: TextUnit, own: Claim, near: Neighbours): boolean {
  const parts = [own.range, ...partsWithin(own)];
  return near.figuresOf(unit).some(({ start, end, percent, quantity }) => {
    // "2 files, 900 lines": what counts something else is no other way to put the same.
    const word = quantity.unit;
    if (!percent && word !== "" && timeUnit(word) === undefined && noun(word) !== nounOf(own)) return false;
    const place = sourceRange(unit.text, start, end);
    return !parts.some((range) => overlap(range, place)) && !near.isRead(unit, place);
  });
}

/** The parts of a breakdown stand in the same line as their whole. */
function partsWithin(claim: Claim): readonly Range[] {
  if (claim.kind === "breakdown") return [claim.wholeRange, ...claim.parts.map(({ range }) => range)];
  if (claim.kind === "change") return [claim.from.range, claim.to.range];
  return claim.kind === "total" ? claim.sums.flatMap(({ parts }) => parts.map(({ range }) => range)) : [];
}

/** The same figure elsewhere, unless a claim there is wrong in the same way and is put right as well. */
function isRestated(unit: TextUnit, changes: readonly FigureChange[], own: Claim, near: Neighbours): boolean {
  const what = nounOf(own);
  const parts = partsWithin(own);
  const isAgain = (alike: FiguresAlike): boolean => {
    const { low, high, time, named } = alike;
    const change = changes.find(({ stated }) => stated === low || stated === high);
    // An effort of 8 hours here and one there are seldom the same; 4 services are.
    const counted = what !== "" && named === what && !time && what !== "%";
    if (!change || !(counted ? high > 1 : high >= TELLING && (named === what || named === "" || what === "")))
      return false;
    // What is put right as well says nothing.
    if (alike.computed.has(Math.round(change.computed))) return false;
    const isPart = ({ unit: other, figure }: FigureIn): boolean => {
      const place = sourceRange(other.text, figure.start, figure.end);
      return parts.some((part) => contains(part, place));
    };
    return some(alike.outside(unit), (one) => !isPart(one));
  };
  return changes.some(({ stated }) => near.written(stated).some(isAgain));
}

function nounOf(claim: Claim): string {
  if ("noun" in claim && claim.noun !== "") return claim.noun;
  if (!("quantity" in claim)) return claim.kind === "ratio" || claim.kind === "overall" ? "%" : "";
  return timeUnit(claim.quantity.unit) ?? noun(claim.quantity.unit);
}
