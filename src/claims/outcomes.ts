import { LetterPattern } from "../lex/letter-pattern.js";
import { fractions } from "../lex/numbers.js";
import type { BreakdownClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, TextUnit } from "../model/report.js";
import { placesOf } from "./places.js";

/** Words that share out a whole, by the set that leaves nothing over. */
const CLOSED: readonly (readonly [kind: string, words: RegExp, needs: readonly RegExp[]])[] = [
  [
    "outcomes",
    /^(?:pass(?:ed|ing|es)?|fail(?:ed|ing|ures?|s)?|skip(?:ped|s)?|pending|todo|errors?|ignored|flaky)$/iu,
    [/^pass/iu, /^fail/iu, /^(?:skip|ignored|pending|todo)/iu],
  ],
  [
    "statuses",
    /^(?:done|complete[d]?|finished|closed|resolved|fixed|in[ -]progress|open|pending|todo|to do|blocked|remaining|not started|offen|erledigt|abgeschlossen|fertig|in arbeit)$/iu,
    [
      /^(?:done|complete|finished|closed|resolved|fixed|erledigt|abgeschlossen|fertig)/iu,
      /^(?:open|pending|todo|to do|remaining|not started|offen)/iu,
    ],
  ],
  [
    "severities",
    /^(?:critical|high|medium|moderate|low|info(?:rmational)?|minor|major)$/iu,
    [/^(?:critical|high)/iu, /^low/iu],
  ],
];

const LABEL = "in[ -]progress|in arbeit|to do|not started|\\p{L}+";
const PART = `(\\d{1,3}(?:,\\d{3})+|\\d+)\\s+(?:(?:are|is|were|sind|ist)\\s+)?(${LABEL})`;
const CHAIN = new LetterPattern(
  `(?<![\\w.,/+-])${PART}(?:\\s*(?:,|;|/|\\+|&|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|,\\s*and\\b)\\s*${PART})+(?![\\w-])`,
  "giu",
);
const ONE = new LetterPattern(PART, "giu");
/** What every part begins with; there are two at least. */
const COUNTED = /\d\s+\p{L}/gu;
/** "820 tests: ", "Of 18 packages ", "Von 18 Paketen sind ": the whole right before the parts. */
const WHOLE =
  /(?:^|[^\w.,/+-])(\d{1,3}(?:,\d{3})+|\d+)\s+(?:\p{L}[\p{L}-]*\s+){1,3}(?:are\s+|sind\s+)?(?:[:–—-]\s*)?$/iu;

interface Part {
  readonly count: number;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** "3 failed, 7 skipped, 640 passed, 650 total" and "Of 18 packages 11 are done, 5 in progress and 2 open". */
export function outcomeClaims(report: Report): BreakdownClaim[] {
  return placesOf(report)
    .numbered.filter((u) => u.kind !== "code" && (u.text.value.match(COUNTED)?.length ?? 0) > 1)
    .flatMap(ofLine);
}

function ofLine(unit: TextUnit): BreakdownClaim[] {
  const { value } = unit.text;
  if (fractions(value, unit.conventions).length > 0) return [];
  return [...value.matchAll(CHAIN)].flatMap((m): BreakdownClaim[] => {
    // Parts in brackets are read by breakdown.ts.
    if (/[(（]\s*$/.test(value.slice(0, m.index))) return [];
    const all = [...m[0].matchAll(ONE)].map(
      (p): Part => ({
        count: Number((p[1] ?? "").replace(/,/g, "")),
        label: p[2] ?? "",
        start: m.index + p.index,
        end: m.index + p.index + p[0].length,
      }),
    );
    const totals = all.filter((p) => /^total$/iu.test(p.label));
    const parts = all.filter((p) => !totals.includes(p));
    const before = WHOLE.exec(value.slice(0, m.index));
    const whole =
      totals.length === 1 ? totals[0] : totals.length === 0 && before ? wholeOf(before, m.index) : undefined;
    const set = CLOSED.find(([, words]) => parts.every((p) => words.test(p.label)));
    if (!whole || !set || parts.length < 2) return [];
    const rest = /\b(?:dropped|deferred|cancell?ed|obsolete|moved|excluded|n\/a|not run)\b/iu.test(value);
    const exhaustive = !rest && set[2].every((need) => parts.some((p) => need.test(p.label)));
    return [
      {
        kind: "breakdown",
        unit,
        range: sourceRange(unit.text, whole.start, whole.end),
        raw: value.slice(whole.start, whole.end),
        whole: whole.count,
        wholeRange: sourceRange(unit.text, whole.start, whole.end),
        parts: parts.map((p) => ({
          count: p.count,
          label: p.label.toLowerCase(),
          range: sourceRange(unit.text, p.start, p.end),
        })),
        exhaustive,
        listed: undefined,
      },
    ];
  });
}

function wholeOf(match: RegExpExecArray, end: number): Part {
  const raw = match[1] ?? "";
  const start = end - match[0].length + match[0].indexOf(raw);
  return { count: Number(raw.replace(/,/g, "")), label: "", start, end: start + raw.length };
}
