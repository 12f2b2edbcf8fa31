import { unitMark } from "../lex/status.js";
import { stem, subjectStems, words } from "../lex/words.js";
import type { StatusClaim } from "../model/claim.js";
import { grouped, pushTo } from "../model/grouped.js";
import type { Item } from "../model/item.js";
import { lazy } from "../model/lazy.js";
import type { List, Report } from "../model/report.js";
import { inheritedStatus } from "../parse/group-status.js";
import { byRarity } from "./checklists.js";
import { isWish } from "./wishes.js";

/** Verbs that bring a thing about; "test X" or "deploy X" may well follow a finished X. */
const MAKING = /^(?:add|build|complete|create|implement|finish|write|make|develop)$/iu;
/** To fix or to improve a thing is another item than to have it. */
const MENDING = new Set(
  [
    "fix",
    "improve",
    "update",
    "refactor",
    "migrate",
    "remove",
    "replace",
    "resolve",
    "debug",
    "expand",
    "optimize",
  ].map(stem),
);
const NOT_NOW =
  /\b(?:optional|later|future|phase \d|v\d|if time|nice[- ]to[- ]have|improve|enhance|further|additional|more|advanced|extend|expand|next version)\b/iu;

/** Steps and criteria that name an item: ticked while it is open, or still to do while it is done. */
export function stepStatusClaims(report: Report): StatusClaim[] {
  const steps = report.items.filter(
    (i) => !i.primary && i.mentions.every((m) => m.kind === "entry" || m.kind === "checkbox"),
  );
  const unnamed = new Set(steps);
  const ahead = report.blocks.flatMap((b) => (b.kind === "list" && !b.quoted && isAhead(b) ? b.entries : []));
  const named = report.items.filter(
    (i) =>
      !unnamed.has(i) &&
      i.status !== "unknown" &&
      i.mentions.some(
        (m) => (m.explicit && m.kind !== "entry" && m.kind !== "checkbox") || m.kind === "line" || m.kind === "row",
      ),
  );
  const alike = bySubject(named);
  const nested = ahead.flatMap((entry): StatusClaim[] => {
    const unit = entry.unit;
    if (!unit || entry.checked !== undefined || unitMark(unit) || NOT_NOW.test(unit.text.value)) return [];
    const matches = alike(unit.text.value).filter((item) => item.primary && brings(unit.text.value, item));
    return matches.length === 0
      ? []
      : [
          {
            kind: "status",
            unit,
            range: unit.range,
            raw: unit.text.value,
            subject: unit.text.value,
            status: "todo",
            against: against(matches),
            why: "the item it names",
          },
        ];
  });
  const own = steps.flatMap((step): StatusClaim[] => {
    const mention = step.mentions[0];
    if (!mention || mention.unit.quoted || NOT_NOW.test(mention.unit.text.value) || isWish(mention.unit)) return [];
    const matches = alike(step.title).filter(
      (item) => (step.status === "done" ? ticks(step, item) : brings(step.title, item)) && item.status !== "deferred",
    );
    if (matches.length === 0) return [];
    return [
      {
        kind: "status",
        unit: mention.unit,
        range: mention.range,
        raw: mention.unit.text.value,
        subject: step.title,
        status: step.status,
        against: against(matches),
        why: "the item it names",
      },
    ];
  });
  return [...own, ...nested];
}

/** Finds the items whose titles have no word that a text has not, in the order given; those of one word are left out. */
function bySubject(items: readonly Item[]): (text: string) => readonly Item[] {
  const index = lazy(() => {
    const subjects = items.map((item, at) => ({ item, at, stems: subjectStems(item.title) }));
    const holders = new Map<string, (typeof subjects)[number][]>();
    for (const subject of subjects) for (const one of subject.stems) pushTo(holders, one, subject);
    return grouped(
      subjects.filter(({ stems }) => stems.size > 1),
      ({ stems }) => byRarity(stems, holders)[0],
    );
  });
  return (text) =>
    [...subjectStems(text)]
      .flatMap((one) => index().get(one) ?? [])
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
}

function against(items: readonly Item[]): StatusClaim["against"] {
  return items.flatMap((item) =>
    item.mentions
      .filter((m) => m.status === item.status)
      .slice(0, 2)
      .map((m) => ({ status: m.status, range: m.range, text: `${item.key}: ${m.statusText || m.status}` })),
  );
}

/** A list nested in a step of what lies ahead. */
function isAhead(list: List): boolean {
  const heading = list.section.heading?.text.value ?? "";
  const group = inheritedStatus(list.section);
  return (
    list.parent !== undefined &&
    list.parent.list.parent === undefined &&
    (/\brecommend(?:ations|ed)\b/iu.test(heading) || (group?.status === "todo" && !group.explicit)) &&
    /\bterm\b|\bimmediate|\bnext\b|\bweek\b|\bsprint\b/iu.test(list.parent.unit?.text.value ?? "")
  );
}

/** A ticked step holds all the words of an item's title and at most one of its own, and no figure that narrows it down. */
function ticks(step: Item, item: Item): boolean {
  if (item.status === "partial" || /\b(?:basic|initial|first|draft|partial)\b/iu.test(step.title)) return false;
  const own = subjectStems(step.title);
  const wanted = subjectStems(item.title);
  const work = stem(words(item.title)[0] ?? "");
  if (MENDING.has(work) && !words(step.title).map(stem).includes(work)) return false;
  if ((step.title.match(/\d+/g) ?? []).some((n) => !item.title.includes(n))) return false;
  return wanted.size >= 2 && [...wanted].every((s) => own.has(s)) && own.size <= wanted.size + 1;
}

/** An open step that is to bring about exactly what an item says is there. */
function brings(text: string, item: Item): boolean {
  if (item.status !== "done" || !MAKING.test(words(text)[0] ?? "")) return false;
  const own = subjectStems(text);
  const wanted = new Set(
    words(item.title)
      .map(stem)
      .filter((s) => subjectStems(item.title).has(s)),
  );
  return own.size >= 2 && own.size === wanted.size && [...own].every((s) => wanted.has(s));
}
