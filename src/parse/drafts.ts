import { includesSubject, sameSubject, subjectStems } from "../lex/words.js";
import type { Mention } from "../model/item.js";
import type { Candidate } from "./candidate.js";
import { canonicalKey } from "./keys.js";

/** An item on its way: the mentions found so far. */
export interface Draft {
  readonly candidates: readonly Candidate[];
}

/** Each candidate goes to the first draft that it belongs to, or opens one. */
export function draftsOf(candidates: readonly Candidate[]): Draft[] {
  const drafts: Growing[] = [];
  const homes = new Homes();
  for (const candidate of candidates) {
    let home = homes.find(candidate);
    if (home === undefined) {
      home = { index: drafts.length, candidates: [], members: new Map() };
      drafts.push(home);
    }
    home.candidates.push(candidate);
    membersOf(home.members, candidate.group).add(candidate.mention.kind);
    homes.add(candidate, home);
  }
  return drafts;
}

type Kind = Mention["kind"];

interface Growing extends Draft {
  readonly index: number;
  readonly candidates: Candidate[];
  /** Groups and kinds of which it holds a mention: of siblings no two are one item. */
  readonly members: Map<object, Set<Kind>>;
}

function membersOf(members: Map<object, Set<Kind>>, group: object): Set<Kind> {
  let kinds = members.get(group);
  if (kinds === undefined) {
    kinds = new Set();
    members.set(group, kinds);
  }
  return kinds;
}

/** Drafts of which something is alike, in their order. */
class Shelf {
  private readonly drafts: Growing[] = [];
  /** For each group and kind: so many drafts from the first one hold a mention of these already. */
  private readonly taken = new Map<object, Map<Kind, number>>();

  add(draft: Growing): void {
    // Mentions come in turn, but a draft may be added to long after later ones were opened.
    let at = this.drafts.length;
    while (at > 0 && (this.drafts[at - 1] as Growing).index > draft.index) at--;
    if (this.drafts[at - 1] === draft) return;
    if (at < this.drafts.length) this.taken.clear();
    this.drafts.splice(at, 0, draft);
  }

  /** The first draft that the candidate belongs to, if it stands before `limit`. */
  find(candidate: Candidate, limit: number): Growing | undefined {
    for (let at = this.firstFree(candidate); at < this.drafts.length; at++) {
      const draft = this.drafts[at] as Growing;
      if (draft.index >= limit) return undefined;
      if (belongs(candidate, draft)) return draft;
    }
    return undefined;
  }

  private firstFree({ group, mention: { kind } }: Candidate): number {
    let kinds = this.taken.get(group);
    if (kinds === undefined) {
      kinds = new Map();
      this.taken.set(group, kinds);
    }
    let at = kinds.get(kind) ?? 0;
    while (at < this.drafts.length && this.drafts[at]?.members.get(group)?.has(kind)) at++;
    kinds.set(kind, at);
    return at;
  }
}

/** Where the home of a candidate may be, so that not every draft has to be asked. */
class Homes {
  private readonly byCandidate = new Map<Candidate, Growing>();
  private readonly shelves = new Map<string, Shelf>();

  /** The first draft that the candidate belongs to. */
  find(candidate: Candidate): Growing | undefined {
    if (candidate.owner) return this.byCandidate.get(candidate.owner);
    let found: Growing | undefined;
    for (const name of wanted(candidate)) {
      found = this.shelves.get(name)?.find(candidate, found?.index ?? Number.POSITIVE_INFINITY) ?? found;
    }
    return found;
  }

  add(candidate: Candidate, draft: Growing): void {
    this.byCandidate.set(candidate, draft);
    for (const name of offered(candidate)) {
      let shelf = this.shelves.get(name);
      if (shelf === undefined) {
        shelf = new Shelf();
        this.shelves.set(name, shelf);
      }
      shelf.add(draft);
    }
  }
}

/** What is asked for by whoever may be the same as a candidate: every pair that belongs together has a name in common. */
function offered({ key, mention }: Candidate): string[] {
  if (!key) return isHeadline(mention) ? [subjectName(mention.title)] : [];
  const stems = [...subjectStems(mention.title)];
  const alike = stems.map((stem) => `${key.strong ? "keyed" : "numbered"} ${key.number} ${stem}`);
  return key.strong ? [`key ${canonicalKey(key)}`, ...alike] : alike;
}

function wanted({ key, mention }: Candidate): string[] {
  if (!key) return isHeadline(mention) ? [subjectName(mention.title)] : [];
  const stems = [...subjectStems(mention.title)];
  const numbered = stems.map((stem) => `numbered ${key.number} ${stem}`);
  if (key.strong) return [`key ${canonicalKey(key)}`, ...numbered];
  return [...numbered, ...stems.map((stem) => `keyed ${key.number} ${stem}`)];
}

function subjectName(title: string): string {
  return `title ${[...subjectStems(title)].sort().join(" ")}`;
}

function belongs(candidate: Candidate, draft: Growing): boolean {
  const { key, mention } = candidate;
  if (draft.members.get(candidate.group)?.has(mention.kind)) return false;
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
