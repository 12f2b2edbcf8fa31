import { elsewhen, foreignPast, saysDone, saysOpen } from "../lex/phrases.js";
import { noun, words } from "../lex/words.js";
import type { FractionClaim } from "../model/claim.js";
import type { Report } from "../model/report.js";
import type { Evidence, Verdict } from "../model/verdict.js";
import { inheritedStatus } from "../parse/group-status.js";
import { judge, type Reading } from "./judge.js";
import { sumsOfShares } from "./sums-of-shares.js";
import { type Collection, collections, statusCounts } from "./tally.js";

/** What was, is planned, or is somebody else's: a share of another moment than the report's. */
const ARROW = /→|->/u;

/** A share of items against every collection of that size; only one that the claim names can contradict it. */
export function judgeFraction(claim: FractionClaim, report: Report): Verdict {
  if (claim.part > claim.whole) return impossible(claim);
  const sized = collections(report).filter((c) => c.members.length === claim.whole);
  const sums = sumsOfShares(report).filter((s) => s.whole === claim.whole && !s.units.includes(claim.unit));
  if (sized.length === 0 && sums.length === 0) return { kind: "cannot-tell", reason: "no-subject" };
  // Under "Remaining" a share may well count what is open.
  const ofOpen = inheritedStatus(claim.unit.section)?.status === "todo" && claim.counts !== "open";
  const otherMoment =
    ofOpen ||
    elsewhen(claim.unit.conventions).test(claim.unit.text.value) ||
    ARROW.test(claim.unit.text.value) ||
    [/\b(?:before|history|previous)\b/iu, foreignPast(claim.unit.conventions)].some((p) =>
      p.test(claim.unit.section.heading?.text.value ?? ""),
    );
  const readable = sized.filter((c) => c.members.some((m) => m.status !== "unknown"));
  const readings = [
    ...readable.flatMap((c) => collectionReadings(c, claim, otherMoment || !isMeant(c, claim) || mayAgree(c, claim))),
    ...sums.map(
      (s): Reading => ({
        low: s.part,
        high: s.part,
        lenient: otherMoment || !s.nouns.includes(claim.noun) || sized.length > 0 || !isOverall(claim),
        by: { how: `${s.how} = ${s.part}/${s.whole}`, from: s.from },
      }),
    ),
    ...sized.flatMap((c) => (c.members.every((m) => m.status === "unknown") ? [UNREADABLE] : [])),
  ];
  const stated = {
    low: claim.part,
    high: claim.part,
    approximate: false,
    bound: "exact" as const,
    sign: "" as const,
    decimals: 0,
    unit: "",
    raw: claim.raw,
  };
  const verdict = judge(stated, readings, {
    tolerance: { exact: 0, approximate: 0 },
    unit: ` of ${claim.whole}`,
    otherwise: "ambiguous-scope",
    changesConclusion: claim.part === claim.whole,
  });
  return verdict;
}

/** A collection whose statuses nobody can read: whatever is said of it, it cannot be told. */
const UNREADABLE: Reading = {
  low: 0,
  high: 0,
  open: true,
  lenient: true,
  by: { how: "statuses that are not known", from: [] },
};

/** What was read of collections: every share of a report is held against each of them. */
const READ = new WeakMap<Collection, Map<string, readonly Reading[]>>();

function collectionReadings(collection: Collection, { counts }: FractionClaim, lenient: boolean): readonly Reading[] {
  const read = READ.get(collection) ?? new Map<string, readonly Reading[]>();
  READ.set(collection, read);
  const key = `${counts} ${lenient}`;
  const readings = read.get(key) ?? readCollection(collection, counts, lenient);
  read.set(key, readings);
  return readings;
}

function readCollection(collection: Collection, asked: FractionClaim["counts"], lenient: boolean): Reading[] {
  const counts = statusCounts(collection.members);
  const from = collection.members.map((m): Evidence => ({ range: m.range, text: `${m.label}: ${m.status}` }));
  const open: Count = [counts.open, "open"];
  const ways: readonly Count[] =
    asked === "open"
      ? [open, [counts.todo, "not started"], [counts.todo + counts.active, "not started or in progress"]]
      : [
          [counts.done, "done"],
          [counts.done + counts.partial, "done or partly done"],
          [counts.done + counts.closed, "done or closed"],
        ];
  return unlike(asked === "unknown" ? [...ways, open] : ways).map(([n, name], i) => ({
    low: n,
    high: n,
    lenient: lenient || i > 0,
    rival: !lenient,
    by: { how: `${n} of ${collection.members.length} ${collection.what} are ${name}`, from },
  }));
}

type Count = readonly [number: number, name: string];

/** Of counts that are the same number, the first. */
function unlike(counts: readonly Count[]): Count[] {
  return counts.filter(([n], i) => counts.findIndex(([other]) => other === n) === i);
}

/** Members whose status nobody could read, in an unknown language say, may be what is missing. */
function mayAgree(collection: Collection, claim: FractionClaim): boolean {
  const { done, open } = statusCounts(collection.members);
  const unknown = collection.members.filter((m) => m.status === "unknown").length;
  const stated = claim.part;
  return claim.counts === "open"
    ? stated <= open && stated >= open - unknown
    : stated >= done && stated <= done + unknown;
}

/** The claim stands right at the collection, or names it and says what it counts. */
function isMeant(collection: Collection, claim: FractionClaim): boolean {
  const boxes = collection.boxes === true;
  if (stands(collection, claim) && countsNothingElse(claim) && (boxes || claim.counts !== "unknown")) return true;
  return claim.counts !== "unknown" && isNamed(collection, claim);
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

/** "Setup (3/4)" over its list, "3/4 done" right before it, where the section has no other. */
function stands({ list }: Collection, { unit }: FractionClaim): boolean {
  if (!list || unit.kind === "cell" || unit.entry) return false;
  if (list.lead === unit) return true;
  const lists = list.section.blocks.filter((b) => b.kind === list.kind);
  return lists.length === 1 && unit.section === list.section && unit.section.heading !== undefined;
}

/** A share of everything: it says so, or stands in the head of the report. */
function isOverall({ unit, counts }: FractionClaim): boolean {
  const says = /\b(?:overall|total|all|altogether|gesamt|global|general)\b|总|總|合計|전체|всего|итого/iu.test(
    unit.text.value,
  );
  return counts !== "open" && (says || unit.section.depth <= 1);
}

/** More done than there are. */
function impossible(claim: FractionClaim): Verdict {
  return {
    kind: "contradicted",
    stated: claim.raw,
    computed: `at most ${claim.whole}`,
    by: { how: `of ${claim.whole} no more than ${claim.whole} can be done`, from: [] },
    deviation: undefined,
    changesConclusion: false,
  };
}

/** The claim speaks of this collection: by its noun, or because it stands in the row of that group. */
function isNamed(collection: Collection, claim: FractionClaim): boolean {
  if (collection.nouns.some((n) => n !== "" && n === claim.noun)) return true;
  const cell = claim.unit.cell;
  const first = cell?.table.rows[cell.row]?.cells[0]?.text.value ?? "";
  const rowKey = words(first)[0] ?? "";
  if (cell && rowKey !== "" && collection.family !== "" && collection.family.replace(/[.\s-]+$/, "") === rowKey)
    return true;
  const near = words(claim.unit.text.value);
  return (
    collection.family !== "" &&
    /\d/.test(collection.family) &&
    near.includes(collection.family.replace(/[.\s-]+$/, "")) &&
    ["item", "task", "blocker", "issue", ""].includes(claim.noun)
  );
}
