import { inLanguage } from "../lex/phrases.js";
import { unitMark } from "../lex/status.js";
import { en } from "../lex/vocabulary/en.js";
import type { Section, TextUnit } from "../model/report.js";

/**
 * Headings and leads of what a report wants, not of what it has. Criteria are left out: reports tick
 * their success criteria one by one as they are met, and a reader takes "✅ All tests pass" for a fact.
 */
const WANTED = /\b(?:milestones?|goals?|targets?|objectives?|recommend(?:ed|ations?)|expected|success metrics)\b/iu;
const foreignWanted = inLanguage("wanted", (l) => (l === en ? [] : l.planned));

/**
 * True for an entry of a list of goals in which every line carries the same ✅: there the mark is
 * a bullet. A list that mixes ✅ and ⏳ tells how far each goal is.
 */
export function isWish(unit: TextUnit): boolean {
  const entry = unit.entry;
  if (!entry || entry.checked !== undefined) return false;
  const marks = entry.list.entries.map((e) => unitMark(e.unit)?.mark);
  if (marks.length < 2 || new Set(marks).size !== 1 || marks[0] === undefined) return false;
  const wanted = (text: string): boolean => WANTED.test(text) || foreignWanted(unit.conventions).test(text);
  if (wanted(entry.list.lead?.text.value ?? "")) return true;
  for (let s: Section | undefined = unit.section; s && s.depth > 1; s = s.parent) {
    if (wanted(s.heading?.text.value ?? "")) return true;
  }
  return false;
}
