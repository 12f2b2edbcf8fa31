import { elsewhen, foreignPast, saysDone, saysOpen } from "../lex/phrases.js";
import { noun, words } from "../lex/words.js";
import type { FractionClaim } from "../model/claim.js";
import type { Quantity } from "../model/quantity.js";
import type { Report } from "../model/report.js";
import type { ComputedWay, Verdict } from "../model/verdict.js";
import { inheritedStatus } from "../parse/group-status.js";
import { judge, type Reading } from "./judge.js";
import { type Collection, statusCounts } from "./members.js";
import { type SizedCollections, sizedCollections } from "./sized-collections.js";
import { type SizedSums, sumsOfSize } from "./sums-of-shares.js";

/** What was, is planned, or is somebody else's: a share of another moment than the report's. */
const ARROW = /→|->/u;

/** A share of items against every collection of that size; only one that the claim names can contradict it. */
export function judgeFraction(claim: FractionClaim, report: Report): Verdict {
  const sized = sizedCollections(report, claim.whole);
  const sums = sumsOfSize(report, claim.whole);
  if (sized.all.length === 0 && !sums.hasOther(claim.unit)) return { kind: "cannot-tell", reason: "no-subject" };
  const ways = waysOf(sized, sums, claim);
  const agreed = sized.agreeing(claim.counts, claim.part) ?? sums.agreeing(claim.part, claim.unit);
  if (agreed) return { kind: "consistent", by: agreed.by, ways };
  // Whatever is said of a collection whose statuses nobody can read, it cannot be told.
  if (sized.unreadable.length > 0) return { kind: "cannot-tell", reason: "incomplete-parts", ways };
  const telling = isOfAnotherMoment(claim) ? [] : tellingReadings(claim, sized, sums);
  return judge(
    statedBy(claim),
    telling,
    {
      ...EXACTLY,
      unit: ` of ${claim.whole}`,
      otherwise: "ambiguous-scope",
      changesConclusion: claim.part === claim.whole,
    },
    ways,
  );
}

const EXACTLY = { tolerance: { exact: 0, approximate: 0 } };

function statedBy({ part, raw }: FractionClaim): Quantity {
  return { low: part, high: part, approximate: false, bound: "exact", sign: "", decimals: 0, unit: "", raw };
}

/** A collection whose statuses nobody can read. */
const UNREADABLE: Reading = { low: 0, high: 0, open: true, by: { how: "statuses that are not known", from: [] } };

const listed = new WeakMap<SizedCollections, Map<string, readonly ComputedWay[]>>();

/** All ways in which a share may be counted: one list for all shares of a size that ask for the same. */
function waysOf(sized: SizedCollections, sums: SizedSums, { counts, unit }: FractionClaim): readonly ComputedWay[] {
  const list = (): readonly ComputedWay[] => [
    ...sized.ways(counts),
    ...sums.others(unit).map(({ part, by }): ComputedWay => ({ low: part, high: part, by })),
    ...sized.unreadable.map(() => UNREADABLE),
  ];
  if (sums.isPart(unit)) return list();
  const lists = listed.get(sized) ?? new Map<string, readonly ComputedWay[]>();
  listed.set(sized, lists);
  const ways = lists.get(counts) ?? list();
  lists.set(counts, ways);
  return ways;
}

function isOfAnotherMoment({ unit, counts }: FractionClaim): boolean {
  const heading = unit.section.heading?.text.value ?? "";
  return (
    ARROW.test(unit.text.value) ||
    elsewhen(unit.conventions).test(unit.text.value) ||
    /\b(?:before|history|previous)\b/iu.test(heading) ||
    foreignPast(unit.conventions).test(heading) ||
    // Under "Remaining" a share may well count what is open.
    (counts !== "open" && inheritedStatus(unit.section)?.status === "todo")
  );
}

/** What can convict: the readings of the collections that are meant, and a sum where there is no collection. */
function tellingReadings(claim: FractionClaim, sized: SizedCollections, sums: SizedSums): Reading[] {
  const meant = meantBy(claim, sized).filter((collection) => !mayAgree(collection, claim));
  const summed = sized.all.length === 0 && isOverall(claim) ? sums.ofNoun(claim.noun, claim.unit) : [];
  return [
    ...meant.flatMap((collection) =>
      sized.readings(collection, claim.counts).map((r, i): Reading => ({ ...r, lenient: i > 0, rival: true })),
    ),
    ...summed.map(({ part, by }): Reading => ({ low: part, high: part, by })),
  ];
}

/** Members whose status nobody could read, in an unknown language say, may be what is missing. */
function mayAgree(collection: Collection, claim: FractionClaim): boolean {
  const { done, open, unknown } = statusCounts(collection.members);
  const stated = claim.part;
  return claim.counts === "open"
    ? stated <= open && stated >= open - unknown
    : stated >= done && stated <= done + unknown;
}

/** The claim stands right at the collection, or names it and says what it counts. */
function meantBy(claim: FractionClaim, sized: SizedCollections): readonly Collection[] {
  const beside = sized.beside(claim.unit).filter(({ boxes }) => boxes === true || claim.counts !== "unknown");
  const named = claim.counts === "unknown" ? [] : namedBy(claim, sized);
  return sized.inOrder([...(beside.length > 0 && countsNothingElse(claim) ? beside : []), ...named]);
}

/** Nouns that name no kind of thing, and what a list of boxes may be called. */
const GENERIC = new Set([
  "",
  "item",
  "task",
  "step",
  "box",
  "criterion",
  "todo",
  "point",
  "checklist",
  "progress",
  "done",
]);

/** "3/4 tests passing" counts tests, whatever the list under it holds. */
function countsNothingElse({ unit, raw }: FractionClaim): boolean {
  const value = unit.text.value;
  const behind = words(/^[^.;()]*/.exec(value.slice(value.indexOf(raw) + raw.length))?.[0] ?? "");
  return behind
    .slice(0, 2)
    .every((w) => GENERIC.has(noun(w)) || saysDone(w, unit.conventions.own) || saysOpen(w, unit.conventions.own));
}

/** A share of everything: it says so, or stands in the head of the report. */
function isOverall({ unit, counts }: FractionClaim): boolean {
  const says = /\b(?:overall|total|all|altogether|gesamt|global|general)\b|总|總|合計|전체|всего|итого/iu.test(
    unit.text.value,
  );
  return counts !== "open" && (says || unit.section.depth <= 1);
}

/** Collections of which the claim speaks: by their noun, or because it stands in the row of that group. */
function namedBy(claim: FractionClaim, sized: SizedCollections): readonly Collection[] {
  const { cell, text } = claim.unit;
  const named = claim.noun === "" ? [] : sized.ofNoun(claim.noun);
  if (!sized.hasFamilies) return named;
  const rowKey = cell ? words(cell.table.rows[cell.row]?.cells[0]?.text.value ?? "")[0] : undefined;
  const ofRow = rowKey === undefined || rowKey === "" ? [] : sized.ofFamily(rowKey);
  const near = NUMBERED.has(claim.noun) ? words(text.value).flatMap((word) => sized.ofFamily(word)) : [];
  return [...named, ...ofRow, ...near.filter(({ family }) => /\d/.test(family))];
}

/** What is counted where a family of numbered keys is named, such as "P1". */
const NUMBERED = new Set(["item", "task", "blocker", "issue", ""]);
