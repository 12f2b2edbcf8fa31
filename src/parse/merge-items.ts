import type { Item, Mention } from "../model/item.js";
import type { Candidate } from "./candidate.js";
import { type Draft, draftsOf } from "./drafts.js";

const WEIGHT: Readonly<Record<Mention["kind"], number>> = {
  row: 6,
  field: 5,
  heading: 4,
  line: 3,
  checkbox: 2,
  entry: 1,
};

/**
 * Items from their mentions. A key with letters or "#" names the same item everywhere; a bare number only where
 * the titles agree; entries and boxes without a key stay by themselves.
 */
export function mergeItems(candidates: readonly Candidate[]): Item[] {
  const drafts = draftsOf(candidates);
  const telling = tellingGroups(candidates);
  const items = drafts
    .filter(isItem)
    .map((draft) => ({ item: toItem(draft, telling), at: draft.candidates[0]?.mention.range.start ?? 0 }));
  const anyPrimary = items.some(({ item }) => item.primary);
  return items
    .sort((a, b) => Number(b.item.primary) - Number(a.item.primary) || a.at - b.at)
    .map(({ item }) => (anyPrimary ? item : { ...item, primary: true }));
}

/** A bare numbered heading about which nothing says how far it is belongs to the prose. */
function isItem(draft: Draft): boolean {
  return draft.candidates.some((c) => c.key?.strong || c.mention.status !== "unknown" || c.mention.kind === "row");
}

function toItem(draft: Draft, telling: TellingGroups): Item {
  const ranked = draft.candidates.map((c) => c.mention).sort((a, b) => rank(b) - rank(a));
  const named = [...draft.candidates].sort((a, b) => WEIGHT[b.mention.kind] - WEIGHT[a.mention.kind]);
  const title = named.find((c) => c.mention.title !== "")?.mention.title ?? "";
  const key = (named.find((c) => c.key?.strong) ?? named.find((c) => c.key))?.key;
  const told = ranked.find((m) => m.status !== "unknown");
  return {
    key: key?.text ?? title,
    family: key?.family ?? "",
    title: title || (key?.text ?? ""),
    status: told?.status ?? "unknown",
    percent: ranked.find((m) => m.percent !== undefined)?.percent,
    section: draft.candidates.find((c) => c.section)?.section,
    mentions: ranked,
    primary: isPrimary(draft, telling),
  };
}

/** Words before marks, tables before headings before lists; what is inherited from a heading comes last. */
function rank(m: Mention): number {
  return WEIGHT[m.kind] + (m.status === "unknown" ? -20 : m.explicit ? 10 : 0);
}

function isPrimary(draft: Draft, telling: TellingGroups): boolean {
  return draft.candidates.some((c) => {
    if (c.mention.kind === "row" || c.mention.kind === "field") return true;
    if (c.key?.strong) return draft.candidates.some((d) => d.mention.status !== "unknown");
    if (c.mention.kind === "checkbox") return false;
    if (c.mention.kind === "entry") return false;
    return c.key !== undefined && telling.get(c.group)?.has(c.mention.kind) === true;
  });
}

/** Kinds of mentions in each group of which one says in words, or by a mark of done, how far it is. */
type TellingGroups = ReadonlyMap<object, ReadonlySet<Mention["kind"]>>;

function tellingGroups(candidates: readonly Candidate[]): TellingGroups {
  const telling = new Map<object, Set<Mention["kind"]>>();
  for (const { group, mention } of candidates) {
    if (!mention.explicit && (mention.statusText === "" || mention.status !== "done")) continue;
    const kinds = telling.get(group);
    if (kinds) kinds.add(mention.kind);
    else telling.set(group, new Set([mention.kind]));
  }
  return telling;
}
