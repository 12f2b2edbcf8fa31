import { includesSubject, sameSubject, subjectStems } from "../lex/words.js";
import type { Item, Mention } from "../model/item.js";
import type { Candidate } from "./candidate.js";
import { canonicalKey } from "./keys.js";

interface Draft {
  readonly candidates: Candidate[];
}

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
  const drafts: Draft[] = [];
  for (const candidate of candidates) {
    const home = drafts.find((draft) => belongs(candidate, draft));
    if (home) home.candidates.push(candidate);
    else drafts.push({ candidates: [candidate] });
  }
  const items = drafts
    .filter(isItem)
    .map((draft) => ({ item: toItem(draft, drafts), at: draft.candidates[0]?.mention.range.start ?? 0 }));
  const anyPrimary = items.some(({ item }) => item.primary);
  return items
    .sort((a, b) => Number(b.item.primary) - Number(a.item.primary) || a.at - b.at)
    .map(({ item }) => (anyPrimary ? item : { ...item, primary: true }));
}

function belongs(candidate: Candidate, draft: Draft): boolean {
  const { key, mention } = candidate;
  if (candidate.owner) return draft.candidates.includes(candidate.owner);
  if (draft.candidates.some((c) => c.group === candidate.group && c.mention.kind === mention.kind)) return false;
  return draft.candidates.some((other) => {
    if (key?.strong && other.key?.strong)
      return canonicalKey(key) === canonicalKey(other.key) && compatible(candidate, other);
    if (key && other.key) return key.number === other.key.number && alike(mention.title, other.mention.title);
    if (!key && !other.key)
      return (
        isHeadline(mention) &&
        isHeadline(other.mention) &&
        candidate.table !== other.table &&
        !(candidate.table && other.table) &&
        sameSubject(mention.title, other.mention.title)
      );
    return false;
  });
}

function isHeadline(mention: Mention): boolean {
  return mention.kind === "row" || mention.kind === "heading" || mention.kind === "line";
}

/** "Blocker 3" and "Issue 3" are one thing only if their titles say so. */
function compatible(a: Candidate, b: Candidate): boolean {
  const families = [a.key?.family ?? "", b.key?.family ?? ""];
  if (families[0] === families[1] || families.includes("#") || a.mention.title === "" || b.mention.title === "")
    return true;
  return alike(a.mention.title, b.mention.title);
}

function alike(a: string, b: string): boolean {
  const shorter = Math.min(subjectStems(a).size, subjectStems(b).size);
  return sameSubject(a, b) || (shorter > 0 && includesSubject(a, b, Math.min(2, shorter)));
}

/** A bare numbered heading about which nothing says how far it is belongs to the prose. */
function isItem(draft: Draft): boolean {
  return draft.candidates.some((c) => c.key?.strong || c.mention.status !== "unknown" || c.mention.kind === "row");
}

function toItem(draft: Draft, all: readonly Draft[]): Item {
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
    primary: isPrimary(draft, all),
  };
}

/** Words before marks, tables before headings before lists; what is inherited from a heading comes last. */
function rank(m: Mention): number {
  return WEIGHT[m.kind] + (m.status === "unknown" ? -20 : m.explicit ? 10 : 0);
}

function isPrimary(draft: Draft, all: readonly Draft[]): boolean {
  return draft.candidates.some((c) => {
    if (c.mention.kind === "row" || c.mention.kind === "field") return true;
    if (c.key?.strong) return draft.candidates.some((d) => d.mention.status !== "unknown");
    if (c.mention.kind === "checkbox") return false;
    if (c.mention.kind === "entry") return false;
    return (
      c.key !== undefined && siblings(c, all).some((s) => s.explicit || (s.statusText !== "" && s.status === "done"))
    );
  });
}

function siblings(candidate: Candidate, all: readonly Draft[]): Mention[] {
  return all
    .flatMap((d) => d.candidates)
    .filter((c) => c.group === candidate.group && c.mention.kind === candidate.mention.kind)
    .map((c) => c.mention);
}
