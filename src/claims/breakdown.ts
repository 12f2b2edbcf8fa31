import { timeUnit } from "../lex/durations.js";
import { figures } from "../lex/numbers.js";
import { en } from "../lex/vocabulary/en.js";
import { everyWord } from "../lex/vocabulary/index.js";
import { noun, words } from "../lex/words.js";
import type { BreakdownClaim } from "../model/claim.js";
import { pushTo } from "../model/grouped.js";
import { lazySet } from "../model/lazy.js";
import { sourceRange } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { List, Report, TextUnit } from "../model/report.js";
import { countsInEntries } from "./entry-counts.js";
import type { Introductions } from "./introduced.js";
import { placesOf } from "./places.js";

const FILE_CHANGES = /^(?:new|created|added|modified|changed|updated|deleted|removed|renamed)$/;
const COMPLEMENTS: readonly (readonly string[])[] = [
  ["done", "complete", "completed", "resolved", "fixed", "closed", "implemented"],
  ["remaining", "pending", "open", "todo", "left", "outstanding"],
];
const FOREIGN_DONE = lazySet(() => everyWord((l) => (l === en ? [] : [...(l.statuses.done ?? []), ...l.finished])));
const FOREIGN_OPEN = lazySet(() => everyWord((l) => (l === en ? [] : [...(l.statuses.todo ?? []), ...l.open])));
/** A line that mentions a file and says in brackets whether it is new. */
const LISTED = /\((new|created|added|modified|changed|updated|deleted|removed)\b/i;
const SAME: Readonly<Record<string, string>> = {
  created: "new",
  added: "new",
  changed: "modified",
  updated: "modified",
  removed: "deleted",
};

/** "9 files (6 new, 3 modified)" and "Pool config (22 tests):" over entries that each state a number of tests. */
export function breakdownClaims(report: Report, introduced: Introductions): BreakdownClaim[] {
  const units = placesOf(report).said.filter((u) => u.text.value.includes("("));
  const listed = listedChanges(units);
  return units.flatMap((unit) => [
    ...bracketBreakdowns(unit, listed),
    ...(unit.kind === "cell" ? [] : entryBreakdown(unit, introduced)),
  ]);
}

function bracketBreakdowns(unit: TextUnit, listed: ReadonlyMap<string, readonly Range[]>): BreakdownClaim[] {
  const value = unit.text.value;
  return figures(value, unit.conventions).flatMap((whole): BreakdownClaim[] => {
    if (whole.percent || whole.quantity.low !== whole.quantity.high || whole.quantity.sign !== "") return [];
    if (whole.quantity.approximate || whole.quantity.bound !== "exact" || whole.quantity.decimals > 0) return [];
    const m = /^(\s+(?:[\p{L}\p{M}-]+\s+){0,3}?)\(([^()]+)\)/u.exec(value.slice(whole.end));
    if (!m?.[1]?.trim()) return [];
    const from = whole.end + (m[1]?.length ?? 0) + 1;
    const parts = readParts(unit, from, m[2] ?? "");
    const labels = parts.map((p) => p.label);
    if (parts.length < 2 || labels.some((l) => /^(?:total|all|overall|of)$/.test(l))) return [];
    const changes = labels.every((l) => FILE_CHANGES.test(l));
    const total = [...listed.values()].reduce((n, r) => n + r.length, 0);
    const own =
      changes && total === whole.quantity.low && whole.quantity.bound === "exact"
        ? [...listed].map(([label, ranges]) => ({ label, count: ranges.length, ranges }))
        : undefined;
    return [
      {
        kind: "breakdown",
        unit,
        range: sourceRange(unit.text, whole.start, from + (m[2]?.length ?? 0) + 1),
        raw: value.slice(whole.start, from + (m[2]?.length ?? 0) + 1),
        whole: whole.quantity.low,
        wholeRange: sourceRange(unit.text, whole.start, whole.end),
        parts,
        exhaustive:
          whole.quantity.bound === "exact" && !whole.quantity.approximate && (changes || complementary(labels)),
        listed: own,
      },
    ];
  });
}

/** Only brackets that hold nothing but "n word" parts. */
function readParts(unit: TextUnit, from: number, inner: string): BreakdownClaim["parts"] {
  const pieces = inner.split(/\s*(?:[,;+&，、；]|(?<!\p{L})(?:and|und|et|y|e|en|i|и|та|ve|và|dan)(?!\p{L}))\s*/u);
  const parts = pieces.map((piece) => /^(\d+)\s+([\p{L}\p{M}-]+)(?:\s+[\p{L}\p{M}-]+)?$/u.exec(piece.trim()));
  if (parts.some((p) => p === null)) return [];
  let at = from;
  return parts.flatMap((p) => {
    const start = unit.text.value.indexOf(p?.[0] ?? "", at);
    at = start + 1;
    return p
      ? [
          {
            count: Number(p[1]),
            label: (p[2] ?? "").toLowerCase(),
            range: sourceRange(unit.text, start, start + p[0].length),
          },
        ]
      : [];
  });
}

function complementary(labels: readonly string[]): boolean {
  const [done = [], open = []] = COMPLEMENTS;
  return (
    labels.length === 2 &&
    labels.some((l) => done.includes(l) || FOREIGN_DONE.has(l)) &&
    labels.some((l) => open.includes(l) || FOREIGN_OPEN.has(l))
  );
}

/** What the report's own file lists mark as new, modified, ... */
function listedChanges(units: readonly TextUnit[]): Map<string, Range[]> {
  const found = new Map<string, Range[]>();
  for (const unit of units) {
    const m = unit.kind === "entry" ? LISTED.exec(unit.text.value) : null;
    if (!m || !unit.text.spans.some((s) => s.kind === "code" && s.start < m.index)) continue;
    const word = (m[1] ?? "").toLowerCase();
    const label = SAME[word] ?? word;
    pushTo(found, label, unit.range);
  }
  return found;
}

/** A label of the report's listing as a breakdown names it. */
export function changeLabel(word: string): string {
  return SAME[word] ?? word;
}

function entryBreakdown(unit: TextUnit, introduced: Introductions): BreakdownClaim[] {
  const bracket = /\((\d[\d,]*)\s+([\p{L}-]+)\)[\s:*]*$/u.exec(unit.text.value);
  if (!bracket) return [];
  const wanted = noun(words(bracket[2] ?? "")[0] ?? "");
  // Lines and hours are sums, not parts (announced-sum.ts).
  if (wanted === "line" || timeUnit(wanted)) return [];
  const lists = introduced.listings(unit).filter((l): l is List => l.kind === "list");
  const counts = countsInEntries(
    lists.flatMap((l) => l.entries),
    wanted,
  );
  if (!counts) return [];
  const start = bracket.index + 1;
  const raw = bracket[1] ?? "";
  const range = sourceRange(unit.text, start, start + raw.length);
  return [
    {
      kind: "breakdown",
      unit,
      range,
      raw,
      whole: Number(raw.replace(/,/g, "")),
      wholeRange: range,
      parts: counts.map((c) => ({ count: c.count, label: wanted, range: c.range })),
      exhaustive: true,
      listed: undefined,
    },
  ];
}
