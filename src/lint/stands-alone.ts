import { statedFigure } from "../claims/stated-figures.js";
import type { Judgement } from "../evidence/evaluate.js";
import { timeUnit } from "../lex/durations.js";
import { figures } from "../lex/numbers.js";
import { noun } from "../lex/words.js";
import type { Claim } from "../model/claim.js";
import type { Correction, FigureChange } from "../model/diagnostic.js";
import { sourceRange } from "../model/plain-text.js";
import { contains, overlap, type Range } from "../model/range.js";
import type { Report, TextUnit } from "../model/report.js";

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
export function standsAlone(
  report: Report,
  correction: Correction,
  own: Claim,
  judgements: readonly Judgement[],
): boolean {
  const { unit, changes } = correction;
  if (!unit) return true;
  const figureChanges = changes.filter((change) => change.kind === "figure");
  return (
    !countsAlong(unit) &&
    !hasUnreadFigures(unit, own, judgements) &&
    !isRestated(report, unit, figureChanges, own, judgements)
  );
}

function countsAlong(unit: TextUnit): boolean {
  const { value } = unit.text;
  const row = unit.cell?.table.rows[unit.cell.row];
  // "1.11x" in a totals row is the ratio of two others.
  const factor = row?.total === true && row.cells.some((cell) => cell !== unit && FACTOR.test(cell.text.value));
  return factor || GRADE.test(value) || COUNTING.test(value);
}

/** "40h (5 days)": what is no part of any claim may have been computed from the figure. */
function hasUnreadFigures(unit: TextUnit, own: Claim, judgements: readonly Judgement[]): boolean {
  const read = judgements.filter(({ claim }) => claim.unit === unit).map(({ claim }) => claim.range);
  const known = [own.range, ...read, ...partsWithin(own)];
  return figures(unit.text.value, unit.conventions).some(({ start, end, percent, quantity }) => {
    // "2 files, 900 lines": what counts something else is no other way to put the same.
    const word = quantity.unit;
    if (!percent && word !== "" && timeUnit(word) === undefined && noun(word) !== nounOf(own)) return false;
    const place = sourceRange(unit.text, start, end);
    return !known.some((range) => overlap(range, place));
  });
}

/** The parts of a breakdown stand in the same line as their whole. */
function partsWithin(claim: Claim): readonly Range[] {
  if (claim.kind === "breakdown") return [claim.wholeRange, ...claim.parts.map(({ range }) => range)];
  if (claim.kind === "change") return [claim.from.range, claim.to.range];
  return claim.kind === "total" ? claim.sums.flatMap(({ parts }) => parts.map(({ range }) => range)) : [];
}

/** The same figure elsewhere, unless a claim there is wrong in the same way and is put right as well. */
function isRestated(
  report: Report,
  unit: TextUnit,
  changes: readonly FigureChange[],
  own: Claim,
  judgements: readonly Judgement[],
): boolean {
  const what = nounOf(own);
  const parts = partsWithin(own);
  return report.units.some((other) => {
    if (other === unit || other.quoted || other.kind === "code") return false;
    if (unit.cell && other.cell?.table === unit.cell.table) return false;
    return figures(other.text.value, other.conventions).some((figure) => {
      const { low, high, unit: word } = figure.quantity;
      const change = changes.find(({ stated }) => stated === low || stated === high);
      const named = word === "" ? "" : (timeUnit(word) ?? noun(word));
      // An effort of 8 hours here and one there are seldom the same; 4 services are.
      const alike = what !== "" && named === what && timeUnit(word) === undefined && what !== "%";
      if (!change || !(alike ? high > 1 : high >= TELLING && (named === what || named === "" || what === "")))
        return false;
      const place = sourceRange(other.text, figure.start, figure.end);
      return !parts.some((part) => contains(part, place)) && !isPutRight(place, change, judgements);
    });
  });
}

function isPutRight(place: Range, { computed }: FigureChange, judgements: readonly Judgement[]): boolean {
  return judgements.some(({ claim, verdict }) => {
    const stated = statedFigure(claim);
    if (!stated || !overlap(stated, place) || verdict.kind !== "contradicted" || !verdict.value) return false;
    return Math.round(verdict.value.low) === Math.round(computed);
  });
}

function nounOf(claim: Claim): string {
  if ("noun" in claim && claim.noun !== "") return claim.noun;
  if (!("quantity" in claim)) return claim.kind === "ratio" || claim.kind === "overall" ? "%" : "";
  return timeUnit(claim.quantity.unit) ?? noun(claim.quantity.unit);
}
