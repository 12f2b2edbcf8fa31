import { type Figure, type Fraction, figures, fractions } from "../lex/numbers.js";
import { phraseAt } from "../lex/status.js";
import { noun, words } from "../lex/words.js";
import type { FractionClaim, RatioClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, TextUnit } from "../model/report.js";

const DONE =
  /^(?:done|complete|completed|finished|fixed|resolved|implemented|closed|merged|shipped|delivered|passed|passing|ready|verified|ticked|checked|achieved|met|addressed|erledigt|terminés?|hechos?|完成|готово)$/iu;
const OPEN =
  /^(?:remaining|remain|remains|left|open|pending|outstanding|todo|unresolved|missing|blocked|failing|failed|not)$/iu;
/** The share says nothing of items: a score, a target, an average, steps of a sequence. */
const NO_SHARE =
  /\b(?:scores?|ratings?|grades?|quality|rag|grade|step|page|day|attempt|retry|target|goal|version|aspect|ratio|resolution|dpi|rate|limit|threshold|severity|priority)\b/iu;
/** What a percentage right beside a share may be called and still be that share. */
const SHARE_WORDS =
  /^[\s()[\],:*_–—=-]*(?:\(?\s*(?:complete[d]?|done|finished|resolved|passing|passed|ready|implemented|pass rate|success|of|completion|progress|overall|total|tasks?|items?|blockers?|tests?)\b[\s()[\],:*_–—=-]*)*$/iu;

/** Every "n of m", with what it counts, and every percentage that stands beside its own ratio. */
export function shareClaims(report: Report): (FractionClaim | RatioClaim)[] {
  return report.units.filter((u) => !u.quoted).flatMap((unit) => unitShares(unit));
}

function unitShares(unit: TextUnit): (FractionClaim | RatioClaim)[] {
  const value = unit.text.value;
  const shares = fractions(value, unit.conventions);
  if (shares.length === 0) return [];
  const all = figures(value, unit.conventions);
  return shares.flatMap((share): (FractionClaim | RatioClaim)[] => {
    if (insideCode(unit, share) || share.whole < 2 || share.part > share.whole * 20) return [];
    const before = value.slice(0, share.start);
    if (
      /[⭐★🌟]/u.test(value) ||
      NO_SHARE.test(before.slice(-25)) ||
      NO_SHARE.test(value.slice(share.end, share.end + 15))
    )
      return [];
    const result: (FractionClaim | RatioClaim)[] = [];
    const percent = ownPercent(value, share, all, shares);
    if (percent)
      result.push({
        kind: "ratio",
        unit,
        range: sourceRange(unit.text, percent.start, percent.end),
        raw: percent.quantity.raw,
        percent: percent.quantity,
        part: share.part,
        whole: share.whole,
      });
    if (share.part <= share.whole)
      result.push({
        kind: "fraction",
        unit,
        range: sourceRange(unit.text, share.start, share.end),
        raw: share.raw,
        part: share.part,
        whole: share.whole,
        ...subjectOf(value, share, isCompletionCell(unit)),
      });
    return result;
  });
}

function insideCode(unit: TextUnit, share: Fraction): boolean {
  return unit.text.spans.some(
    (s) => (s.kind === "code" || s.kind === "link") && s.start <= share.start && share.end <= s.end,
  );
}

/** "(80%)" after the share or "60% Complete (" before it, with nothing else in between. */
function ownPercent(
  value: string,
  share: Fraction,
  all: readonly Figure[],
  shares: readonly Fraction[],
): Figure | undefined {
  const percents = all.filter((f) => f.percent && f.quantity.sign === "" && f.quantity.bound === "exact");
  const next = percents.find((f) => f.start >= share.end);
  const between = next ? value.slice(share.end, next.start) : "";
  const nextShare = shares.find((s) => s.start >= share.end);
  if (
    next &&
    (!nextShare || nextShare.start > next.end) &&
    between.length < 45 &&
    /^[^.;,%\d→]*$/u.test(between) &&
    behindPercent(value.slice(next.end)) &&
    plainBetween(between)
  )
    return next;
  const previous = percents.findLast((f) => f.end <= share.start);
  const gap = previous ? value.slice(previous.end, share.start) : "";
  const earlier = shares.findLast((s) => s.end <= share.start);
  if (
    previous &&
    (!earlier || earlier.end < previous.start) &&
    gap.length < 40 &&
    SHARE_WORDS.test(gap) &&
    /[(:=–—-]/.test(gap) &&
    !/^[^()]*\d\s?%/.test(value.slice(share.end)) &&
    !/\b(?:at|with|to|from|of|reach(?:ed|es)?|above|below|over|under|than|least)\s*$/iu.test(
      value.slice(0, previous.start),
    )
  )
    return previous;
  return undefined;
}

/** Between the share and its percentage stand words about it, or a bracket opens: no new statement. */
function plainBetween(between: string): boolean {
  return (
    /^\s*(?:[\p{L}\s/&'-]{0,40})[([=–—:-]?\s*[([]?\s*$/u.test(between) &&
    !/\b(?:and|but|with|of|coverage|by|at)\s*[(]?\s*$/iu.test(between)
  );
}

/** "(50% coverage)" names another subject. */
function behindPercent(after: string): boolean {
  return /^\s*(?:[)\]*_.,;:|]|$|complete|done|pass|success|of (?:the )?(?:total|all|p\d|tasks|items|blockers)|ready|resolved|finished|completion|progress|[-–—✅⏳🟡🟢⚠️❌])/iu.test(
    after,
  );
}

/** A share in a column of percentages counts what is done. */
function isCompletionCell(unit: TextUnit): boolean {
  return unit.cell !== undefined && unit.cell.table.roles[unit.cell.column] === "percent";
}

/** The noun and the status that a share counts, from the words behind it, else from those before it. */
function subjectOf(
  value: string,
  share: Fraction,
  completion: boolean,
): { noun: string; counts: FractionClaim["counts"] } {
  const behind = words(/^[^.;()|]*/.exec(value.slice(share.end))?.[0] ?? "")
    .filter((w) => !/^(?:are|is|were|was|have|has|been|now|already|all|the|of|fully)$/.test(w))
    .slice(0, 7);
  const ahead = words(/[^.;|]*$/.exec(value.slice(0, share.start).replace(/\d+\.\d+/g, ""))?.[0] ?? "").slice(-6);
  const status = [...behind, ...ahead.toReversed()].find((w) => DONE.test(w) || OPEN.test(w));
  const stop = behind.findIndex((w) => DONE.test(w) || OPEN.test(w) || phraseAt(w, 0) !== undefined);
  const named = (stop >= 0 ? behind.slice(0, stop) : behind.slice(0, 4)).at(-1);
  const earlier = ahead.filter((w) => !DONE.test(w) && !OPEN.test(w)).at(-1);
  return {
    noun: noun(named ?? earlier ?? ""),
    counts: status === undefined ? (completion ? "done" : "unknown") : DONE.test(status) ? "done" : "open",
  };
}
