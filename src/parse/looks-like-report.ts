import { HEADING_SIGNS, isStatusLabel, LIST_SIGNS, ROW_SIGNS, SIGNS } from "./signs/english.js";
import { FOREIGN_HEADING_SIGN, FOREIGN_ROW_SIGN, FOREIGN_SIGN, isForeignLabel } from "./signs/foreign.js";
import { eachLine, isBlank, isDigit, type Line, type LineSign } from "./signs/line.js";

/** How much of a text is looked at, in characters: a report shows what it is early. */
export const LOOK = 60_000;
/** Signs needed; a name that says "status" or "progress" is one of them. */
const ENOUGH = 3;
/** So many more where the name is of what is rarely a report. */
const MORE = 3;

const NAME =
  /(?:status|progress|blockers?|readiness|roadmap|todo|backlog|checklist|milestone|session|summary|complete|completion|report|tracker|sprint|phase|implementation|audit|results|fortschritt|avancement|progreso|progresso|estado|andamento|进度|进展|状态|進捗|прогресс|статус)/i;
const NOT_NAME =
  /(?:^|\/)(?:readme|changelog|changes|history|license|licence|contributing|code_of_conduct|security|authors|notice|news|releases?)(?:[._-][\w-]+)?\.(?:md|markdown)$|(?:^|\/)(?:\.github\/(?:issue_template|pull_request_template)|node_modules|vendor)/i;

/** Signs that count once each, by the kind of line in which they are looked for. */
const LINE_SIGNS = {
  row: [...ROW_SIGNS, FOREIGN_ROW_SIGN],
  heading: [...HEADING_SIGNS, FOREIGN_HEADING_SIGN],
  list: LIST_SIGNS,
  label: [
    ({ text, start, end }) => isStatusLabel(text, behindBullets(text, start, end)),
    ({ text, start, end }) => isForeignLabel(text, behindBullets(text, start, end)),
  ],
} satisfies Readonly<Record<string, readonly LineSign[]>>;
const ANYWHERE = [...SIGNS, FOREIGN_SIGN];

type Kind = keyof typeof LINE_SIGNS;

/**
 * Whether a markdown file reports on progress, by its name and a look at its start, in which each character is seen a bounded
 * number of times. Nothing is parsed.
 */
export function looksLikeReport(text: string, path: string): boolean {
  const name = path.split("/").at(-1) ?? path;
  const needed = NOT_NAME.test(path) ? ENOUGH + MORE : NAME.test(name) ? ENOUGH - 1 : ENOUGH;
  return showsSigns(text.slice(0, LOOK), needed);
}

function showsSigns(text: string, needed: number): boolean {
  let found = 0;
  const open: Record<Kind, readonly LineSign[]> = { ...LINE_SIGNS };
  const look = (kind: Kind, line: Line): void => {
    const signs = open[kind];
    for (const sign of signs) {
      if (!sign(line)) continue;
      found++;
      open[kind] = open[kind].filter((one) => one !== sign);
    }
  };
  eachLine(text, (line) => {
    const unit = text.charCodeAt(line.first);
    if (line.first < line.end) {
      if (text[line.start] === "|") look("row", line);
      else if (text[line.start] === "#") look("heading", line);
      else {
        if (isBullet(unit) || isDigit(unit)) look("list", line);
        look("label", line);
      }
    }
    return found < needed;
  });
  for (const [index, sign] of ANYWHERE.entries()) {
    if (found >= needed) return true;
    // What is left could not be enough.
    if (found + ANYWHERE.length - index < needed) return false;
    if (sign(text)) found++;
  }
  return found >= needed;
}

function isBullet(unit: number): boolean {
  return unit === 0x2d || unit === 0x2a || unit === 0x2b;
}

function behindBullets(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isBlank(text.charCodeAt(at)) || isBullet(text.charCodeAt(at)))) at++;
  return at;
}
