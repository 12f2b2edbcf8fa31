import type { StatusClaim } from "../model/claim.js";
import type { Item } from "../model/item.js";
import type { Report } from "../model/report.js";
import { stem, subjectStems, words } from "../lex/words.js";

/** Verbs that bring a thing about; "test X" or "deploy X" may well follow a finished X. */
const MAKING = /^(?:add|build|complete|create|implement|finish|write|make|develop)$/iu;
const NOT_NOW = /\b(?:optional|later|future|phase \d|v\d|if time|nice[- ]to[- ]have|improve|enhance|further|additional|more|advanced|extend|expand|next version)\b/iu;

/** Steps and criteria that name an item: ticked while it is open, or still to do while it is done. */
export function stepStatusClaims(report: Report): StatusClaim[] {
  const steps = report.items.filter((i) => !i.primary && i.mentions.every((m) => m.kind === "entry" || m.kind === "checkbox"));
  const named = report.items.filter((i) => !steps.includes(i) && i.status !== "unknown" && i.mentions.some((m) => m.explicit || m.kind === "line" || m.kind === "row"));
  return steps.flatMap((step): StatusClaim[] => {
    const mention = step.mentions[0];
    if (!mention || mention.unit.quoted || NOT_NOW.test(mention.unit.text.value)) return [];
    const matches = named.filter((item) => (step.status === "done" ? ticks(step, item) : repeats(step, item)) && item.status !== "deferred");
    if (matches.length === 0) return [];
    const against = matches.flatMap((item) => item.mentions.filter((m) => m.status === item.status).slice(0, 2).map((m) => ({ status: m.status, range: m.range, text: `${item.key}: ${m.statusText || m.status}` })));
    return [{ kind: "status", unit: mention.unit, range: mention.range, raw: mention.unit.text.value, subject: step.title, status: step.status, against, why: "the item it names" }];
  });
}

/** A ticked step holds all the words of an item's title and at most one of its own. */
function ticks(step: Item, item: Item): boolean {
  const own = subjectStems(step.title);
  const wanted = subjectStems(item.title);
  return wanted.size >= 2 && [...wanted].every((s) => own.has(s)) && own.size <= wanted.size + 1;
}

/** An open step that is to bring about exactly what an item says is there. */
function repeats(step: Item, item: Item): boolean {
  if (item.status !== "done") return false;
  const all = words(step.title);
  const verb = all[0] ?? "";
  if (!MAKING.test(verb)) return false;
  const own = subjectStems(step.title);
  const wanted = new Set(words(item.title).map(stem).filter((s) => subjectStems(item.title).has(s)));
  return own.size >= 2 && own.size === wanted.size && [...own].every((s) => wanted.has(s));
}
