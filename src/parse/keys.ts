import { everyWord } from "../lex/vocabulary/index.js";
import { isOddCase } from "../lex/word-pattern.js";
import { grouped } from "../model/grouped.js";
import { lazy } from "../model/lazy.js";

/** The name under which an item is known, at the start of its title. */
export interface ItemKey {
  /** As shown: "#4", "P0.1", "Blocker 2", "DOCK-001". */
  readonly text: string;
  /** What comes before the number, lower case: "#", "p0.", "blocker", "dock-"; "" for a bare number. */
  readonly family: string;
  readonly number: string;
  /** A bare "1." restarts in each section and identifies nothing by itself. */
  readonly strong: boolean;
  /** Where the title goes on. */
  readonly end: number;
}

/** Names of what is numbered in a report's own way: "Task 3", "Aufgabe 3", "任务3". */
const FAMILIES = lazy(() =>
  [
    ..."blocker|task|item|issue|phase|week|milestone|sprint|epic|story|bug|feature|requirement|req|wave|track|objective|goal|finding|gap|risk|deliverable|workstream|priority|module|bug fix|defect|ticket|problem|component|action|fix|improvement|hurdle".split(
      "|",
    ),
    ...everyWord((l) =>
      ["task", "item", "issue", "blocker", "problem", "step", "phase", "milestone", "week"].flatMap((n) =>
        (l.nouns[n] ?? []).filter((w) => w.length > 1),
      ),
    ),
  ]
    .sort((a, b) => b.length - a.length)
    .map((word) => ({ word, start: word.split(" ", 1)[0] ?? word })),
);
/** The families by their first characters, the longest first. */
const BY_START = lazy(() => grouped(FAMILIES(), ({ start }) => start.charAt(0)));
const NAMED = new Map<string, RegExp>();

/** "Task 3" at the start of a text. Of all families only those are tried that the text starts with. */
function namedKey(text: string): RegExpExecArray | null {
  const head = text.slice(0, LONGEST_FAMILY).toLowerCase();
  const tried = isOddCase(head)
    ? FAMILIES()
    : (BY_START().get(head.charAt(0)) ?? []).filter(({ start }) => head.startsWith(start));
  if (tried.length === 0) return null;
  const source = tried.map(({ word }) => word.replace(/ /g, "\\s+")).join("|");
  let pattern = NAMED.get(source);
  if (pattern === undefined) {
    pattern = new RegExp(`^(${source})\\s*#?\\s*([A-Z]?\\d+(?:\\.\\d+)*[a-z]?)(?![\\w])`, "iu");
    NAMED.set(source, pattern);
  }
  return pattern.exec(text);
}

const LONGEST_FAMILY = 40;
/** Names of standards and algorithms look like keys and are none. */
const NO_KEY =
  /^(?:SHA|UTF|ISO|RFC|HTTP|AES|RS|HS|ES|TLS|IPV?|GPT|COVID|MD|RSA|EC|K8S|H|HTML|CSS|OAUTH|X|BASE|UTC|GMT|CVE)-?\d/i;
const PREFIX = /^(?:commit|pr)\s+\d+\s*:\s*/i;
const SEPARATOR = /^\s*(?:[:.)\]–—]|-(?=\s))?\s*/;

const PATTERNS: readonly {
  readonly find: (text: string) => RegExpExecArray | null;
  readonly family: (m: RegExpExecArray) => string;
  readonly needsSeparator?: boolean;
}[] = [
  {
    find: namedKey,
    family: (m) => (m[1] ?? "").toLowerCase(),
  },
  { find: (text) => /^(#)(\d+)(?!\w)/.exec(text), family: () => "#" },
  {
    find: (text) => /^\[?([A-Z][A-Z0-9]*-)(\d+(?:\.\d+)*)\]?(?![\w-])/.exec(text),
    family: (m) => (m[1] ?? "").toLowerCase(),
  },
  {
    find: (text) => /^([A-Z]{1,5}(?:-[A-Z]{1,4})?)(\d+(?:\.\d+)*)(?![\w])/.exec(text),
    family: (m) => (m[1] ?? "").toLowerCase(),
    needsSeparator: true,
  },
];
const NUMBERED = /^(\d+(?:\.\d+)*)(?:[.):]\s|\s-\s)\s*/;

/** The key that starts a title, if any. `whole` says that the text is nothing but a key, as in an ID column. */
export function readKey(title: string, whole = false): ItemKey | undefined {
  if (!/\d/.test(title)) return undefined;
  const skipped = PREFIX.exec(title)?.[0].length ?? 0;
  const text = title.slice(skipped);
  if (NO_KEY.test(text)) return undefined;
  for (const { find, family, needsSeparator } of PATTERNS) {
    const m = find(text);
    if (!m) continue;
    const rest = text.slice(m[0].length);
    if (needsSeparator && !whole && !/^\s*(?:[:)–—]|-\s|$|\()/.test(rest)) continue;
    const kept = (m[1] ?? "").length > 0 && /\s/.test(m[0]) ? `${m[1]} ${m[2]}` : m[0].replace(/[[\]]/g, "");
    return split(kept, family(m), m[2] ?? "", skipped + m[0].length + (SEPARATOR.exec(rest)?.[0].length ?? 0));
  }
  const plain = whole ? /^(\d+(?:\.\d+)*)\.?$/.exec(text.trim()) : NUMBERED.exec(text);
  return plain
    ? { text: plain[1] ?? "", family: "", number: plain[1] ?? "", strong: false, end: skipped + plain[0].length }
    : undefined;
}

/** "P0.12" belongs to the family "p0.", "Task D1" to "task d": all but the last number. */
function split(text: string, family: string, number: string, end: number): ItemKey {
  const parts = /^(.*?)(\d+[a-z]?)$/i.exec(number);
  return { text, family: family + (parts?.[1] ?? "").toLowerCase(), number: parts?.[2] ?? number, strong: true, end };
}

const GENERIC = /^(?:blocker|task|item|issue|problem|#)\s*/;

/** One string for all spellings of a key: "Blocker #4", "#4" and "4" come out alike, "Phase 4" does not. */
export function canonicalKey(key: ItemKey): string {
  return `${key.family.replace(GENERIC, "")}${key.number.replace(/^0+(?=\d)/, "")}`;
}

/** Kinds of items of which one report holds one numbering; phases and weeks return in every chapter. */
const ISSUE_LIKE = new Set(["#", "blocker", "task", "issue", "bug", "defect", "finding"]);

/** True for a key of a family whose numbers a report gives out once: "#", "blocker", "dock-", "p0."; never for a bare number. */
export function isNumberedOnce(key: string, family: string): boolean {
  if (!/[\p{L}#]/u.test(key)) return false;
  return ISSUE_LIKE.has(family.replace(/\d.*$/, "").trim()) || /-$|^[a-z]{1,3}\d*\.?$/.test(family);
}
