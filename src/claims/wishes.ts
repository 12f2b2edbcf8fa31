import { inLanguage } from "../lex/phrases.js";
import { unitMark } from "../lex/status.js";
import { en } from "../lex/vocabulary/en.js";
import { oncePer } from "../model/once.js";
import type { List, Section, TextUnit } from "../model/report.js";

/**
 * Headings and leads of what a report wants, not of what it has. Criteria are left out: reports tick
 * their success criteria one by one as they are met, and a reader takes "✅ All tests pass" for a fact.
 */
const WANTED = /\b(?:milestones?|goals?|targets?|objectives?|recommend(?:ed|ations?)|expected|success metrics)\b/iu;
const foreignWanted = inLanguage("wanted", (l) => (l === en ? [] : l.planned));

const isMarkedAlike = oncePer(({ entries: [first, ...more] }: List) => {
  const mark = unitMark(first?.unit)?.mark;
  return mark !== undefined && more.length > 0 && more.every((e) => unitMark(e.unit)?.mark === mark);
});

/**
 * True for an entry of a list of goals in which every line carries the same ✅: there the mark is
 * a bullet. A list that mixes ✅ and ⏳ tells how far each goal is.
 */
export function isWish(unit: TextUnit): boolean {
  const entry = unit.entry;
  if (!entry || entry.checked !== undefined) return false;
  if (!isMarkedAlike(entry.list)) return false;
  const wanted = (text: string): boolean => WANTED.test(text) || foreignWanted(unit.conventions).test(text);
  if (wanted(entry.list.lead?.text.value ?? "")) return true;
  for (let s: Section | undefined = unit.section; s && s.depth > 1; s = s.parent) {
    if (wanted(s.heading?.text.value ?? "")) return true;
  }
  return false;
}
