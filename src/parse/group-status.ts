import { phraseAt, unitMark } from "../lex/status.js";
import { en } from "../lex/vocabulary/en.js";
import { everyWord, lower } from "../lex/vocabulary/index.js";
import { WordPattern } from "../lex/word-pattern.js";
import { words } from "../lex/words.js";
import type { Conventions } from "../model/conventions.js";
import { lazySet } from "../model/lazy.js";
import { oneLine } from "../model/plain-text.js";
import type { Section, TextUnit } from "../model/report.js";
import type { Status } from "../model/status.js";

const STRIP = /[\p{Extended_Pictographic}\ufe0f\u200d*_~`]/gu;
const GENERIC_WORDS = lazySet(() => everyWord((l) => l.generic));
/** The nouns of other languages than English, which often stand before the status: "Tâches terminées". */
const FOREIGN = lazySet(() =>
  everyWord((l) => (l === en ? [] : [...(l.generic ?? []), ...Object.values(l.nouns).flat()])),
);

/** "Remaining Work", "Remaining Tasks (3)"; "Remaining Budget" is a title. */
const REST =
  /^remaining(?:\s+(?:work|tasks?|items?|issues?|blockers?|features?|steps?|gaps?|todos?|to-dos?|phases?|components?|milestones?|priorities|and|or|in|high|medium|low|priority|critical))*\W*(?:\(|[-–—:]|\d|$)/iu;
/** Headings that list what is still to be done, without a status word. */
const AHEAD = new WordPattern(
  () => everyWord((l) => l.ahead),
  (words) => `^(?:immediate |recommended |suggested |future )?(?:what needs(?!\\p{L})|${words})(?!\\p{L})`,
  { optional: true },
);

/**
 * The status that a heading gives to what stands under it: "Completed Work", "❌ Not Started / TODO", "Next Steps".
 * Only where the heading says nothing else; "Complete Documentation" is a title.
 */
export function groupStatus(heading: TextUnit): GroupStatus | undefined {
  let known = groups.get(heading);
  if (known === undefined) {
    known = { group: readGroup(heading) };
    groups.set(heading, known);
  }
  return known.group;
}

/** A status that a heading gives to what stands under it. */
export interface GroupStatus {
  readonly status: Status;
  readonly explicit: boolean;
  readonly text: string;
}

/** Everything under a heading asks for it. */
const groups = new WeakMap<TextUnit, { readonly group: GroupStatus | undefined }>();

function readGroup(heading: TextUnit): GroupStatus | undefined {
  // The title of the whole report groups nothing.
  if (heading.section.depth <= 1 && heading.section.parent?.depth === 0 && heading.section.parent.children.length === 1)
    return undefined;
  const text = oneLine(heading.text.value.replace(STRIP, " "));
  const from = foreignNounAhead(text, heading.conventions);
  const { own } = heading.conventions;
  const phrase = phraseAt(text, from, own);
  if (phrase && isGeneric(text.slice(phrase.end))) {
    const word = text.slice(from, phrase.end);
    if (
      own.phrases.has(lower(word)) ||
      !/^(?:new|added|created|next|no|none|review|status|ok|live|error|required|optional|open|active|draft|ready|production.ready|success\w*|passing|pass|working|verified)$/iu.test(
        word,
      )
    ) {
      return { status: phrase.status, explicit: true, text: word };
    }
  }
  if (AHEAD.test(text)) return { status: "todo", explicit: false, text };
  if (/^remaining\b/iu.test(text) && REST.test(text)) return { status: "todo", explicit: true, text };
  const mark = unitMark(heading);
  const partly = /^partial(?:ly)?\b/iu.test(text);
  return partly && mark ? { status: "partial", explicit: true, text } : undefined;
}

/** Nothing but words that any group may carry, brackets and numbers. */
function isGeneric(text: string): boolean {
  const bare = text.replace(/[(（][^)）]*[)）]|\d+/gu, " ");
  if (/[^\p{L}\p{M}\p{N}\s/&,+()'’-]/u.test(bare)) return false;
  return words(bare).every((w) => GENERIC_WORDS.has(w) || GENERIC_WORDS.has(w.replace(/s$/, "")) || FOREIGN.has(w));
}

/** Where the status starts in "Tâches terminées" and "Tareas pendientes (3)"; 0 if no such noun stands before it. */
function foreignNounAhead(text: string, { own }: Conventions): number {
  const m = /^(\p{L}[\p{L}\p{M}]*)\s+(?=\p{L})/u.exec(text);
  return m && FOREIGN.has(lower(m[1] ?? "")) && phraseAt(text, m[0].length, own) && !phraseAt(text, 0, own)
    ? m[0].length
    : 0;
}

/** The nearest group heading above a section, the section's own included. */
export function inheritedStatus(section: Section): (GroupStatus & { readonly section: Section }) | undefined {
  for (let s: Section | undefined = section; s; s = s.parent) {
    const group = s.heading ? groupStatus(s.heading) : undefined;
    if (group) return { ...group, section: s };
  }
  return undefined;
}
