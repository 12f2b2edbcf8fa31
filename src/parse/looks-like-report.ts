import { ENGLISH_LIKE } from "../lex/language.js";
import { en } from "../lex/vocabulary/en.js";
import { anyOf, everyWord } from "../lex/vocabulary/index.js";
import type { Vocabulary } from "../lex/vocabulary/vocabulary.js";

/** How much of a text is looked at, in characters: a report shows what it is early. */
const LOOK = 60_000;
/** Signals needed; a name that says "status" or "progress" is one of them. */
const ENOUGH = 3;

const NAME =
  /(?:status|progress|blockers?|readiness|roadmap|todo|backlog|checklist|milestone|session|summary|complete|completion|report|tracker|sprint|phase|implementation|audit|results|fortschritt|avancement|progreso|progresso|estado|andamento|进度|进展|状态|進捗|прогресс|статус)/i;
const NOT_NAME =
  /(?:^|\/)(?:readme|changelog|changes|history|license|licence|contributing|code_of_conduct|security|authors|notice|news|releases?)(?:[._-][\w-]+)?\.(?:md|markdown)$|(?:^|\/)(?:\.github\/(?:issue_template|pull_request_template)|node_modules|vendor)/i;

const foreign = (pick: (l: Vocabulary) => readonly string[]): readonly string[] =>
  everyWord((l) => (l === en ? [] : pick(l))).filter((w) => !ENGLISH_LIKE.has(w) && !/^(?:status|state)\b/.test(w));
const HEADS = foreign((l) => [...(l.labels.status ?? []), ...(l.labels.overall ?? [])]);
const FOREIGN_DONE = foreign((l) => [...(l.statuses.done ?? []), ...l.finished, ...Object.values(l.nouns).flat()]);
/** The same signs in other languages; each is looked for only near figures and bars, where it means something. */
const FOREIGN: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^\\s*[-*+\\s]*\\*{0,2}${anyOf(HEADS)}\\*{0,2}\\s*[:：]`, "imu"), 1],
  [new RegExp(`^\\|(?:[^|\\n]*\\|){0,8}\\s*\\*{0,2}${anyOf(HEADS)}\\*{0,2}\\s*\\|`, "imu"), 1],
  [
    new RegExp(
      `\\d\\s?(?:/|\\s${anyOf(foreign((l) => l.of))}\\s)\\s?\\d+\\)?[^|\\n]{0,30}?${anyOf(FOREIGN_DONE)}`,
      "iu",
    ),
    1,
  ],
  [new RegExp(`^#{1,4}\\s[^\\n]{0,20}?${anyOf(everyWord((l) => (l === en ? [] : l.ahead)))}`, "imu"), 1],
];

const SIGNALS: readonly (readonly [RegExp, number])[] = [
  [/^\s*[-*+\s]*\*{0,2}(?:overall |current |project )?(?:status|progress|completion)\*{0,2}\s*[:：]/im, 1],
  [/^\|.*\b(?:status|state|progress|done)\b.*\|\s*$/im, 1],
  [/^\|.*(?:✅|❌|⏳|🟡|🔄|\b(?:DONE|TODO|IN PROGRESS|COMPLETE|PENDING|NOT STARTED)\b).*\|\s*$/m, 1],
  [
    /\b\d+\s?(?:\/|of|out of)\s?\d+\b[^|\n]{0,40}\b(?:complete|completed|done|resolved|fixed|implemented|passing|items|tasks|blockers)\b/i,
    1,
  ],
  [/\b\d{1,3}(?:\.\d+)?\s?%\s*(?:complete|done|ready|finished)?\b[^|\n]{0,20}\(\s*\d+\s?(?:\/|of)\s?\d+/i, 1],
  [/\b\d{1,3}\s?%\s*(?:complete|done|ready)\b/i, 1],
  [/(?:^\s*[-*+]\s+\[[ xX]\]\s.*\n){3}/m, 1],
  [/(?:^\s*(?:[-*+]|\d+[.)])\s+(?:✅|❌|⏳|🟡|🔄|☐|☑).*\n?){3}/m, 1],
  [
    /^#{1,4}\s.*(?:✅|❌|⏳|🟡|🔄|\((?:COMPLETE|COMPLETED|DONE|IN PROGRESS|PENDING|NOT STARTED|IMPLEMENTED|FIXED|RESOLVED)\b)/m,
    1,
  ],
  [
    /^#{1,4}\s.*\b(?:next steps|remaining work|what's left|completed work|blockers?|to-?do|known issues|in progress)\b/im,
    1,
  ],
  [/\b(?:commit|fixed in)\b[^|\n]{0,20}`?[0-9a-f]{7,40}\b/i, 1],
  [/\(\+?[\d,]+ (?:new )?lines\)/i, 1],
];

/** Whether a markdown file reports on progress, by its name and a linear look at its start. Nothing is parsed. */
export function looksLikeReport(text: string, path: string): boolean {
  const start = text.slice(0, LOOK);
  const signals = [...SIGNALS, ...FOREIGN].reduce((n, [pattern, weight]) => n + (pattern.test(start) ? weight : 0), 0);
  if (NOT_NAME.test(path)) return signals >= ENOUGH + 3;
  const name = path.split("/").at(-1) ?? path;
  return signals + (NAME.test(name) ? 1 : 0) >= ENOUGH;
}
