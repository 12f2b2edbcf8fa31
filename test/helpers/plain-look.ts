import { ENGLISH_LIKE } from "../../src/lex/language.js";
import { en } from "../../src/lex/vocabulary/en.js";
import { anyOf, everyWord } from "../../src/lex/vocabulary/index.js";
import type { Vocabulary } from "../../src/lex/vocabulary/vocabulary.js";

const foreign = (pick: (l: Vocabulary) => readonly string[]): readonly string[] =>
  everyWord((l) => (l === en ? [] : pick(l))).filter((w) => !ENGLISH_LIKE.has(w) && !/^(?:status|state)\b/.test(w));

export const HEADS = foreign((l) => [...(l.labels.status ?? []), ...(l.labels.overall ?? [])]);
export const FINISHED = foreign((l) => [...(l.statuses.done ?? []), ...l.finished, ...Object.values(l.nouns).flat()]);
export const OF = foreign((l) => l.of);
export const AHEAD = everyWord((l) => (l === en ? [] : l.ahead));

/** What each sign of a report is, as one pattern over a whole text. Slow, and for some texts very slow. */
const PATTERNS: readonly RegExp[] = [
  /^\s*[-*+\s]*\*{0,2}(?:overall |current |project )?(?:status|progress|completion)\*{0,2}\s*[:：]/im,
  /^\|.*\b(?:status|state|progress|done)\b.*\|\s*$/im,
  /^\|.*(?:✅|❌|⏳|🟡|🔄|\b(?:DONE|TODO|IN PROGRESS|COMPLETE|PENDING|NOT STARTED)\b).*\|\s*$/m,
  /\b\d+\s?(?:\/|of|out of)\s?\d+\b[^|\n]{0,40}\b(?:complete|completed|done|resolved|fixed|implemented|passing|items|tasks|blockers)\b/i,
  /\b\d{1,3}(?:\.\d+)?\s?%\s*(?:complete|done|ready|finished)?\b[^|\n]{0,20}\(\s*\d+\s?(?:\/|of)\s?\d+/i,
  /\b\d{1,3}\s?%\s*(?:complete|done|ready)\b/i,
  /(?:^\s*[-*+]\s+\[[ xX]\]\s.*\n){3}/m,
  /(?:^\s*(?:[-*+]|\d+[.)])\s+(?:✅|❌|⏳|🟡|🔄|☐|☑).*\n?){3}/m,
  /^#{1,4}\s.*(?:✅|❌|⏳|🟡|🔄|\((?:COMPLETE|COMPLETED|DONE|IN PROGRESS|PENDING|NOT STARTED|IMPLEMENTED|FIXED|RESOLVED)\b)/m,
  /^#{1,4}\s.*\b(?:next steps|remaining work|what's left|completed work|blockers?|to-?do|known issues|in progress)\b/im,
  /\b(?:commit|fixed in)\b[^|\n]{0,20}`?[0-9a-f]{7,40}\b/i,
  /\(\+?[\d,]+ (?:new )?lines\)/i,
  new RegExp(`^\\s*[-*+\\s]*\\*{0,2}${anyOf(HEADS)}\\*{0,2}\\s*[:：]`, "imu"),
  new RegExp(`^\\|(?:[^|\\n]*\\|){0,8}\\s*\\*{0,2}${anyOf(HEADS)}\\*{0,2}\\s*\\|`, "imu"),
  new RegExp(`\\d\\s?(?:/|\\s${anyOf(OF)}\\s)\\s?\\d+\\)?[^|\\n]{0,30}?${anyOf(FINISHED)}`, "iu"),
  new RegExp(`^#{1,4}\\s[^\\n]{0,20}?${anyOf(AHEAD)}`, "imu"),
];

/** How many signs of a report a text shows. */
export function plainSigns(text: string): number {
  return PATTERNS.filter((pattern) => pattern.test(text)).length;
}
