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
      home = new Growing(drafts.length);
      drafts.push(home);
    }
    home.add(candidate);
    homes.add(candidate, home);
  }
  return drafts;
}

type Kind = Mention["kind"];

/** A draft that mentions are still added to. */
class Growing implements Draft {
  readonly candidates: Candidate[] = [];
  /** The kinds of mentions it holds of each group, once it holds more than a few. */
  private kinds: Map<object, Set<Kind>> | undefined;

  constructor(readonly index: number) {}

  add(candidate: Candidate): void {
    this.candidates.push(candidate);
    if (this.candidates.length === FEW) {
      this.kinds = new Map();
      for (const one of this.candidates) this.note(one);
    } else if (this.kinds) this.note(candidate);
  }

  /** Whether it holds a sibling of that kind: no two are one item. */
  holds(group: object, kind: Kind): boolean {
    if (this.kinds) return this.kinds.get(group)?.has(kind) === true;
    return this.candidates.some((c) => c.group === group && c.mention.kind === kind);
  }

  private note({ group, mention: { kind } }: Candidate): void {
    const kinds = this.kinds?.get(group);
    if (kinds) kinds.add(kind);
    else this.kinds?.set(group, new Set([kind]));
  }
}

/** So many are looked through one by one. */
const FEW = 16;

/** Drafts of which something is alike, in their order. */
class Shelf {
  private readonly drafts: Growing[] = [];
  /** For each group and kind: so many drafts from the first one hold a mention of these already. */
  private taken: Map<object, Map<Kind, number>> | undefined;

  all(): readonly Growing[] {
    return this.drafts;
  }

  add(draft: Growing): void {
    // Mentions come in turn, but a draft may be added to long after later ones were opened.
    let at = this.drafts.length;
    while (at > 0 && (this.drafts[at - 1] as Growing).index > draft.index) at--;
    if (this.drafts[at - 1] === draft) return;
    if (at < this.drafts.length) this.taken = undefined;
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
    if (this.drafts.length < FEW) return 0;
    this.taken ??= new Map();
    let kinds = this.taken.get(group);
    if (kinds === undefined) {
      kinds = new Map();
      this.taken.set(group, kinds);
    }
    let at = kinds.get(kind) ?? 0;
    while (at < this.drafts.length && this.drafts[at]?.holds(group, kind)) at++;
    kinds.set(kind, at);
    return at;
  }
}

/** Drafts with mentions of one number, told apart by the words of their titles once they are many. */
class NumberShelf {
  private readonly few = new Shelf();
  private byStem: Map<string, Shelf> | undefined;

  /** `belonging`: which mentions of a draft stand here. */
  constructor(private readonly belonging: (candidate: Candidate) => boolean) {}

  add(candidate: Candidate, draft: Growing): void {
    if (this.byStem) return this.addByStem(candidate, draft);
    this.few.add(draft);
    if (this.few.all().length < FEW) return;
    this.byStem = new Map();
    for (const one of this.few.all()) for (const c of one.candidates) if (this.belonging(c)) this.addByStem(c, one);
  }

  find(candidate: Candidate, limit: number): Growing | undefined {
    if (!this.byStem) return this.few.find(candidate, limit);
    let found: Growing | undefined;
    for (const stem of subjectStems(candidate.mention.title)) {
      found = this.byStem.get(stem)?.find(candidate, found?.index ?? limit) ?? found;
    }
    return found;
  }

  /** Titles that are alike have a word in common. */
  private addByStem({ mention }: Candidate, draft: Growing): void {
    for (const stem of subjectStems(mention.title))
      shelfIn(this.byStem ?? new Map(), stem, () => new Shelf()).add(draft);
  }
}

function shelfIn<S>(shelves: Map<string, S>, name: string, make: () => S): S {
  let shelf = shelves.get(name);
  if (shelf === undefined) {
    shelf = make();
    shelves.set(name, shelf);
  }
  return shelf;
}

/** Where the home of a candidate may be, so that not every draft has to be asked. */
class Homes {
  private readonly byCandidate = new Map<Candidate, Growing>();
  /** By a key that names the same everywhere. */
  private readonly byKey = new Map<string, Shelf>();
  /** By the number of such a key, and by a bare number. */
  private readonly keyed = new Map<string, NumberShelf>();
  private readonly numbered = new Map<string, NumberShelf>();
  private readonly byTitle = new Map<string, Shelf>();

  /** The first draft that the candidate belongs to. */
  find(candidate: Candidate): Growing | undefined {
    const { key, mention, owner } = candidate;
    if (owner) return this.byCandidate.get(owner);
    if (!key) {
      const shelf = isHeadline(mention) ? this.byTitle.get(subjectName(mention.title)) : undefined;
      return shelf?.find(candidate, Number.POSITIVE_INFINITY);
    }
    const others = key.strong ? this.byKey.get(canonicalKey(key)) : this.keyed.get(key.number);
    const found = others?.find(candidate, Number.POSITIVE_INFINITY);
    return this.numbered.get(key.number)?.find(candidate, found?.index ?? Number.POSITIVE_INFINITY) ?? found;
  }

  add(candidate: Candidate, draft: Growing): void {
    const { key, mention } = candidate;
    this.byCandidate.set(candidate, draft);
    if (key === undefined) {
      if (isHeadline(mention)) shelfIn(this.byTitle, subjectName(mention.title), () => new Shelf()).add(draft);
      return;
    }
    const { number, strong } = key;
    if (strong) shelfIn(this.byKey, canonicalKey(key), () => new Shelf()).add(draft);
    const alike = ({ key: other }: Candidate): boolean => other?.number === number && other.strong === strong;
    shelfIn(strong ? this.keyed : this.numbered, number, () => new NumberShelf(alike)).add(candidate, draft);
  }
}

function subjectName(title: string): string {
  return [...subjectStems(title)].sort().join(" ");
}

function belongs(candidate: Candidate, draft: Growing): boolean {
  const { key, mention } = candidate;
  if (draft.holds(candidate.group, mention.kind)) return false;
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
