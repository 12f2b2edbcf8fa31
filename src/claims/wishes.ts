import { unitMark } from "../lex/status.js";
import type { Section, TextUnit } from "../model/report.js";

/**
 * Headings and leads of what a report wants, not of what it has. Criteria are left out: reports tick
 * their success criteria one by one as they are met, and a reader takes "✅ All tests pass" for a fact.
 */
const WANTED = /\b(?:milestones?|goals?|targets?|objectives?|recommend(?:ed|ations?)|expected|success metrics)\b/iu;

/**
 * True for an entry of a list of goals in which every line carries the same ✅: there the mark is
 * a bullet. A list that mixes ✅ and ⏳ tells how far each goal is.
 */
export function isWish(unit: TextUnit): boolean {
  const entry = unit.entry;
  if (!entry || entry.checked !== undefined) return false;
  const marks = entry.list.entries.map((e) => unitMark(e.unit)?.mark);
  if (marks.length < 2 || new Set(marks).size !== 1 || marks[0] === undefined) return false;
  if (WANTED.test(entry.list.lead?.text.value ?? "")) return true;
  for (let s: Section | undefined = unit.section; s && s.depth > 1; s = s.parent) {
    if (WANTED.test(s.heading?.text.value ?? "")) return true;
  }
  return false;
}
