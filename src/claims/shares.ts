import { type Figure, type Fraction, figures, fractions } from "../lex/numbers.js";
import { inLanguage, itemNouns, otherShares, phraseIn, saysDone, saysOpen } from "../lex/phrases.js";
import { NOUNS } from "../lex/segments.js";
import { phraseAt } from "../lex/status.js";
import { everyWord, isUnspaced, lower } from "../lex/vocabulary/index.js";
import { WordPattern } from "../lex/word-pattern.js";
import { noun, words } from "../lex/words.js";
import type { FractionClaim, RatioClaim } from "../model/claim.js";
import type { Conventions, OwnStatuses } from "../model/conventions.js";
import { lazySet } from "../model/lazy.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, TextUnit } from "../model/report.js";
import type { Status } from "../model/status.js";
import { namesWhatItCounts } from "./nouns.js";
import { placesOf } from "./places.js";

const finishedWords = (): readonly string[] =>
  everyWord((l) => [...(l.statuses.done ?? []), ...l.finished]).filter((w) => w.length > 1);
/** What may stand between a percentage and its share: what is counted, and that it is done. */
const counted = (): readonly string[] => [
  ...itemNouns(),
  ...finishedWords(),
  ..."task tasks item items blocker blockers test tests".split(" "),
];
const KNOWN = lazySet(() => [...counted(), ...everyWord((l) => l.articles)]);
const ENDS_JOINING = new WordPattern(
  () => everyWord((l) => l.joiners),
  (words) => `${words}\\s*[(（]?\\s*$`,
);
const ENDS_COMPARING = new WordPattern(
  () => everyWord((l) => [...l.joiners, ...l.of, ...l.atLeast, ...l.atMost]),
  (words) => `(?:${words}|\\b(?:to|from|reach(?:ed|es)?|above|than|least))\\s*$`,
  { optional: true },
);
/** The share says nothing of items: a score, a target, an average, steps of a sequence. */
const noShare = inLanguage("scores", (l) => l.scores);
/** What a percentage right beside a share may be called and still be that share. */
const SHARE_WORDS = new WordPattern(
  () => [...counted(), ..."complete done ready success of completion progress overall total".split(" "), "pass rate"],
  (words) => `^[\\s()（）[\\],:：*_–—=-]*(?:${words}[\\s()（）[\\],:：*_–—=-]*)*$`,
  { optional: true },
);

/** "9 of 12 done, 75%", "1 240 h sur 1 800 h, soit 69 %": nothing else is said between the two, nor behind. */
const BY_COMMA =
  /^[\s*_]*(?:[\p{L}\p{M}]+[\s*_]*){0,2},\s*(?:(?:soit|i\.e\.,?|that is,?|das sind|d\.\s?h\.|или|ou seja,|es decir,|即)\s*)?(?:[(（]\s*)?$/iu;
const ENDS_CLAUSE = /^[\s*_]*(?:$|[.;)）。]|\|)/u;

/** Every "n of m", with what it counts, and every percentage that stands beside its own ratio. */
export function shareClaims(report: Report): (FractionClaim | RatioClaim)[] {
  return placesOf(report).numbered.flatMap((unit) => unitShares(unit));
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
      noShare(unit.conventions).test(before.slice(-25)) ||
      noShare(unit.conventions).test(value.slice(share.end, share.end + 15))
    )
      return [];
    const result: (FractionClaim | RatioClaim)[] = [];
    const percent = otherShares(unit.conventions).test(labelBefore(before))
      ? undefined
      : ownPercent(value, share, all, shares, unit.conventions);
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
        partRange: sourceRange(unit.text, share.partStart, share.partEnd),
        whole: share.whole,
        named: namesWhatItCounts(value, share.end),
        ...subjectOf(value, share, unit),
      });
    return result;
  });
}

/** The clause that leads to a share, with a percentage before it if there is one. */
function labelBefore(before: string): string {
  return /[^.;,|]*$/.exec(before.replace(/\d[.,]\d/g, "0").slice(-60))?.[0] ?? "";
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
  conventions: Conventions,
): Figure | undefined {
  const percents = all.filter((f) => f.percent && f.quantity.sign === "" && f.quantity.bound === "exact");
  const next = percents.find((f) => f.start >= share.end);
  const between = next ? value.slice(share.end, next.start) : "";
  const nextShare = shares.find((s) => s.start >= share.end);
  if (
    next &&
    (!nextShare || nextShare.start > next.end) &&
    between.length < 45 &&
    behindPercent(value.slice(next.end)) &&
    ((/^[^.;,%\d→]*$/u.test(between) && plainBetween(between, conventions)) ||
      (BY_COMMA.test(between) && ENDS_CLAUSE.test(value.slice(next.end))))
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
    /[(（:：=–—-]/.test(gap) &&
    !/^[^()（）]*\d\s?%/.test(value.slice(share.end)) &&
    !ENDS_COMPARING.test(value.slice(0, previous.start))
  )
    return previous;
  return undefined;
}

/** Between the share and its percentage stand words about it, or a bracket opens: no new statement. */
function plainBetween(between: string, { english, own }: Conventions): boolean {
  return (
    /^\s*(?:(?!\s)[\p{L}\p{M}\s/&'’-]{1,40})?[(（[=–—:：-]?\s*(?:[([（]\s*)?$/u.test(between) &&
    !ENDS_JOINING.test(between) &&
    (/[(（[=–—:：-]\s*$/u.test(between) || english || words(between).every((w) => KNOWN.has(w) || saysDone(w, own)))
  );
}

const BEHIND = new WordPattern(
  finishedWords,
  (words) =>
    `^\\s*(?:[)）\\]*_.,;:|。，、；：]|$|complete|done|pass|success|of (?:the )?(?:total|all|p\\d|tasks|items|blockers)|ready|resolved|finished|completion|progress|[-–—✅⏳🟡🟢⚠️❌]|${words})`,
  { optional: true },
);

/** "(50% coverage)" names another subject. */
function behindPercent(after: string): boolean {
  return BEHIND.test(after);
}

/** A share in a column of percentages counts what is done. */
function isCompletionCell(unit: TextUnit): boolean {
  return unit.cell !== undefined && unit.cell.table.roles[unit.cell.column] === "percent";
}

/** The noun and the status that a share counts, from the words behind it, else from those before it. */
function subjectOf(value: string, share: Fraction, unit: TextUnit): { noun: string; counts: FractionClaim["counts"] } {
  const { own } = unit.conventions;
  const says = (w: string): boolean => saysDone(w, own) || saysOpen(w, own);
  const clause = /^[^.;()（）|。；]*/.exec(value.slice(share.end))?.[0] ?? "";
  const behind = words(clause)
    .filter((w) => !/^(?:are|is|were|was|have|has|been|now|already|all|the|of|fully)$/.test(w))
    .slice(0, 7);
  const ahead = words(/[^.;|。；]*$/.exec(value.slice(0, share.start).replace(/\d+\.\d+/g, ""))?.[0] ?? "").slice(-6);
  const status = [...behind, ...ahead.toReversed()].find(says);
  const phrase = status === undefined ? phraseIn(clause, own) : undefined;
  const stop = behind.findIndex((w) => says(w) || phraseAt(w, 0, own) !== undefined);
  const named = (
    stop >= 0 ? behind.slice(0, stop) : phrase ? words(clause.slice(0, phrase.start)) : behind.slice(0, 4)
  ).at(-1);
  // "5 个任务中的 4 个": the noun stands inside.
  const inside = words(share.raw).find((w) => NOUNS.has(w) && NOUNS.get(w) !== "item");
  const earlier = ahead.filter((w) => !says(w)).at(-1);
  return {
    noun: noun(inside ?? (named !== undefined && isCounter(named) ? (earlier ?? named) : named) ?? earlier ?? ""),
    counts: status === undefined ? countsOf(phrase?.status, isCompletionCell(unit)) : countedBy(status, own),
  };
}

/** A team's own word of what is open is one of several: it need not count all that is. */
function countedBy(word: string, own: OwnStatuses): FractionClaim["counts"] {
  if (saysDone(word, own)) return "done";
  return own.phrases.has(lower(word)) ? "unknown" : "open";
}

/** "4件" and "4개" count; what they count stands before them. */
function isCounter(word: string): boolean {
  return isUnspaced(word) && noun(word) === "item";
}

function countsOf(phrase: Status | undefined, completion: boolean): FractionClaim["counts"] {
  if (phrase === "done") return "done";
  return completion && phrase === undefined ? "done" : "unknown";
}
