import { sourceRange, spanAt } from "../model/plain-text.js";
import type { Range } from "../model/range.js";
import type { Report, TextUnit } from "../model/report.js";

/** A commit id with a cue that it is one. */
export interface Citation {
  readonly id: string;
  readonly unit: TextUnit;
  readonly range: Range;
}

const HEX = /(?<![\w#@:/.-])[0-9a-f]{7,40}(?![\w./-]*\w)/g;
const CUE =
  /(?:\b(?:commits?|(?:git|commit) (?:sha|hash(?:es)?|id)|merged|landed|fixed in|resolved in|cherry[- ]pick(?:ed)?|revert(?:s|ed)?|HEAD)\b|коммит\p{L}*|提交|コミット|커밋)[^;|]{0,80}$/iu;
const COMMIT_HEADING = /\bcommits?\b|\bgit (?:log|history)\b/iu;

/** All citations of commits in a report: a hex word counts only with a cue, or where its twin elsewhere has one. */
export function citations(report: Report): Citation[] {
  const units = [...report.units, ...report.blocks.flatMap((b) => (b.kind === "fence" ? b.lines : []))].sort(
    (a, b) => a.range.start - b.range.start,
  );
  const candidates = units.filter((u) => !u.quoted).flatMap((unit) => [...hexWords(unit), ...linked(unit)]);
  const cued = candidates.filter((c) => c.cued);
  const known = new Set(cued.map((c) => c.id));
  return candidates.filter((c) => c.cued || known.has(c.id)).map(({ id, unit, range }) => ({ id, unit, range }));
}

function hexWords(unit: TextUnit): (Citation & { cued: boolean })[] {
  const value = unit.text.value;
  if (!/[0-9a-f]{7}/.test(value)) return [];
  return [...value.matchAll(HEX)].flatMap((m) => {
    const id = m[0];
    if (!/\d/.test(id) || isSample(id, value.slice(m.index + id.length)) || insideLargerCode(unit, m.index, id.length))
      return [];
    const cued =
      hasCue(unit, m.index) &&
      (/[a-f]/.test(id) ||
        spanAt(unit.text, "code", m.index) !== undefined ||
        unit.kind === "code" ||
        /\bcommits?\W{0,5}$/iu.test(value.slice(0, m.index)));
    return [{ id, unit, range: sourceRange(unit.text, m.index, m.index + id.length), cued }];
  });
}

/** "abc123def456", "1234567", "def456abc789...": ids that only show what one looks like. */
function isSample(id: string, after: string): boolean {
  if (/^(?:19|20)\d{10,12}$/.test(id)) return true;
  const runs = id.match(/[a-z]+|\d+/g) ?? [];
  return runs.every((run) => run.length > 2 && "abcdefghijklm0123456789012".includes(run)) || after.startsWith("...");
}

/** `image:1a2b3c4` and `abc1234.log` are no commits: the code span must hold the id alone. */
function insideLargerCode(unit: TextUnit, at: number, length: number): boolean {
  const span = spanAt(unit.text, "code", at);
  return (
    span !== undefined &&
    unit.text.value.slice(span.start, span.end).trim().length > length + 1 &&
    !/^[0-9a-f, .]+$|^[0-9a-f]{7,40} /.test(unit.text.value.slice(span.start, span.end))
  );
}

function hasCue(unit: TextUnit, at: number): boolean {
  const before = unit.text.value.slice(0, at);
  if (unit.cell) return unit.cell.table.roles[unit.cell.column] === "commit" || CUE.test(before);
  if (CUE.test(before)) return true;
  const opens = before.replace(/[\s*_`([-]/g, "") === "";
  const heading = unit.section.heading?.text.value ?? "";
  const lead = unit.entry?.list.lead?.text.value ?? "";
  return (
    opens &&
    (COMMIT_HEADING.test(heading) || (COMMIT_HEADING.test(lead) && !/[0-9a-f]{7}/.test(lead)) || looksLikeLog(unit))
  );
}

/** "bcbcd64 fix: skip tests" in a fence. */
function looksLikeLog(unit: TextUnit): boolean {
  return unit.kind === "code" && /^\s*[*|/\\ ]*[0-9a-f]{7,40}\s+(?:\([^)]*\)\s+)?\p{L}/u.test(unit.text.value);
}

/** Links to a commit page of some forge. */
function linked(unit: TextUnit): (Citation & { cued: boolean })[] {
  return unit.text.spans.flatMap((span) => {
    const id = /\/commits?\/([0-9a-f]{7,40})(?:$|[/?#])/.exec(span.url ?? "")?.[1];
    return id ? [{ id, unit, range: sourceRange(unit.text, span.start, span.end), cued: true }] : [];
  });
}
