import { fractions } from "../lex/numbers.js";
import { phraseAt } from "../lex/status.js";
import { en } from "../lex/vocabulary/en.js";
import { everyWord } from "../lex/vocabulary/index.js";
import { WordPattern } from "../lex/word-pattern.js";
import { noun, subjectStems, words } from "../lex/words.js";
import type { StatusClaim, StatusPercentClaim } from "../model/claim.js";
import { columnOf } from "../model/columns.js";
import { grouped } from "../model/grouped.js";
import type { Item, Mention } from "../model/item.js";
import { lazy } from "../model/lazy.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, Section, TextUnit } from "../model/report.js";
import { checklistStatusClaims } from "./checklists.js";
import { groupStatusClaims } from "./group-statuses.js";
import { openBoxClaims } from "./open-boxes.js";
import { placesOf } from "./places.js";
import { stepStatusClaims } from "./steps.js";
import { twinClaims } from "./twins.js";

/** The words of done that speak of the whole line, not of what is counted. */
const COMPLETE = new WordPattern(
  () =>
    everyWord((l) =>
      (l.statuses.done ?? []).filter((w) => l !== en || /^(?:complete|completed|done|finished)$/.test(w)),
    ),
  (words) => `(${words})[\\s*_]*[(（]\\s*$`,
);
const NOT_QUITE = new WordPattern(
  () => everyWord((l) => [...l.not, ...l.about, ...(l.statuses.partial ?? [])]),
  (words) => `(?:\\b(?:in|almost|partially|mostly|nearly|%)|${words}|[未没不])\\s*$`,
  { optional: true },
);
/** A section about another moment says nothing of now. */
const ELSEWHEN = /\b(?:before|previous|history|was|changelog|timeline|old|baseline|prior)\b/iu;

/** Everything that a report says of one item's status in more than one place. */
export function statusClaims(report: Report): (StatusClaim | StatusPercentClaim)[] {
  return [
    ...report.items.flatMap(itemClaim),
    ...report.items.flatMap(percentClaims),
    ...completeShares(report),
    ...completeRanges(report),
    ...groupStatusClaims(report),
    ...stepStatusClaims(report),
    ...checklistStatusClaims(report),
    ...twinClaims(report),
    ...openBoxClaims(report),
  ];
}

/** A mention that by itself tells how far an item is. */
function tells(m: Mention): boolean {
  if ((m.kind === "entry" || m.kind === "checkbox") && m.key === undefined) return false;
  if (m.status === "unknown" || isOfAnotherMoment(m.unit.section) || m.unit.quoted) return false;
  return m.explicit;
}

/** Under "History" stands what was, deeper down too; the title is of the whole report. */
function isOfAnotherMoment(section: Section): boolean {
  if (ELSEWHEN.test(section.heading?.text.value ?? "")) return true;
  return section.parent !== undefined && section.parent.depth > 1 && isOfAnotherMoment(section.parent);
}

function itemClaim(item: Item): StatusClaim[] {
  const telling = item.mentions.filter(tells);
  const [first] = telling;
  if (telling.length < 2 || !first) return [];
  const others = telling.slice(1).filter((m) => m.kind === "row" || alike(first, m));
  const against = others.map((m) => ({ status: m.status, range: m.range, text: m.statusText }));
  return [
    {
      kind: "status",
      unit: first.unit,
      range: statusRange(first),
      raw: first.statusText,
      subject: item.key,
      status: first.status,
      against,
      why: "its other mentions",
      mutual: true,
    },
  ];
}

/** Where a mention states the status: the cell of a row, else all of its line. */
function statusRange(m: Mention): Mention["range"] {
  const cell = m.unit.cell;
  const column = cell ? columnOf(cell.table, "status") : -1;
  return (column >= 0 && cell?.table.rows[cell.row]?.cells[column]?.range) || m.range;
}

/** Two mentions under one key may speak of different things in different parts of a report. */
function alike(a: Mention, b: Mention): boolean {
  if (a.title === "" || b.title === "" || a.title === b.title) return true;
  const left = subjectStems(a.title);
  return [...subjectStems(b.title)].some((s) => left.has(s));
}

function percentClaims(item: Item): StatusPercentClaim[] {
  return item.mentions.flatMap((m) =>
    m.kind === "row" && m.percent !== undefined && m.explicit
      ? [
          {
            kind: "status-percentage" as const,
            unit: m.unit,
            range: m.range,
            raw: m.statusText,
            item,
            mention: m,
            percent: m.percent,
          },
        ]
      : [],
  );
}

/** "Week 1: COMPLETE (3/4 blockers)": finished, by a share that is not whole. */
function completeShares(report: Report): StatusClaim[] {
  const nouns = new Set([
    "item",
    "task",
    "blocker",
    "issue",
    "step",
    "phase",
    "milestone",
    "feature",
    "story",
    "criterion",
    "requirement",
    "deliverable",
    "pr",
    "",
  ]);
  return placesOf(report)
    .numbered.filter((u) => /[(（]/.test(u.text.value))
    .flatMap((unit): StatusClaim[] => {
      const value = unit.text.value;
      return fractions(value, unit.conventions).flatMap((share): StatusClaim[] => {
        const before = COMPLETE.exec(value.slice(0, share.start));
        const behind = words(/^[^)]*/.exec(value.slice(share.end))?.[0] ?? "");
        if (
          !before ||
          NOT_QUITE.test(value.slice(0, before.index)) ||
          /\d\s*%?\s*$/.test(value.slice(0, before.index)) ||
          countsThings(unit, value.slice(0, before.index))
        )
          return [];
        if (
          behind.some(
            (w) =>
              /^(?:moved|carried|excluded|removed)$/.test(w) ||
              phraseAt(w, 0, unit.conventions.own)?.status === "deferred",
          )
        )
          return [];
        if (!nouns.has(noun(behind[0] ?? "")) || share.part > share.whole) return [];
        const range = sourceRange(unit.text, before.index, before.index + (before[1]?.length ?? 0));
        const place = sourceRange(unit.text, share.start, share.end);
        const status = share.part < share.whole ? ("partial" as const) : ("done" as const);
        return [
          {
            kind: "status",
            unit,
            range,
            raw: `${before[1] ?? ""} (${share.raw})`,
            subject: "the line",
            status: "done",
            against: [{ status, range: place, text: share.raw }],
            why: "its own share",
          },
        ];
      });
    });
}

/** "Modules Completed (14/19)" and a bare "Completed (4/11 items)" say how many are; only "Login: COMPLETE (3/4)" says that all is. */
function countsThings(unit: TextUnit, before: string): boolean {
  const plural = /(\p{L}+)[\s*_]*$/u.exec(before)?.[1] ?? "";
  const bare = unit.kind === "heading" && !/[\p{L}\p{N}]/u.test(before);
  return bare || (plural !== "" && noun(plural) !== plural.toLowerCase());
}

/** "Week 1-2 Complete" over the items Week 1 and Week 2 and their shares. */
function completeRanges(report: Report): StatusClaim[] {
  const families = lazy(() => grouped(report.items, (i) => noun(i.family)));
  return placesOf(report)
    .numbered.filter((u) => u.kind !== "cell")
    .flatMap((unit): StatusClaim[] => {
      const m =
        /\b(\p{L}{3,})s?\s+(\d{1,2})\s?(?:[-–]|to|through)\s?(\d{1,2})\s+(?:(?:are|is|all)\s+)*(complete|completed|done|finished)\b/iu.exec(
          unit.text.value,
        );
      if (!m || ELSEWHEN.test(unit.text.value)) return [];
      const family = (m[1] ?? "").toLowerCase();
      const members = (families().get(noun(family)) ?? []).filter(
        (i) => Number(i.key.match(/\d+$/)?.[0]) >= Number(m[2]) && Number(i.key.match(/\d+$/)?.[0]) <= Number(m[3]),
      );
      const against = members.flatMap((item) => item.mentions.flatMap((mention) => sharesOf(mention)));
      if (against.length === 0) return [];
      return [
        {
          kind: "status",
          unit,
          range: sourceRange(unit.text, m.index, m.index + m[0].length),
          raw: m[0],
          subject: m[0].replace(/\s+\S+$/, ""),
          status: "done",
          against,
          why: "their own shares",
        },
      ];
    });
}

function sharesOf(mention: Mention): StatusClaim["against"] {
  return fractions(mention.unit.text.value, mention.unit.conventions).flatMap((share) => {
    const said = words(mention.unit.text.value.slice(share.end))[0] ?? "";
    if (!/^(?:complete|completed|done|finished|resolved)$/.test(said)) return [];
    return [
      {
        status: share.part < share.whole ? ("partial" as const) : ("done" as const),
        range: sourceRange(mention.unit.text, share.start, share.end),
        text: `${share.raw} ${said}`,
      },
    ];
  });
}
