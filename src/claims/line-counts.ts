import { type Figure, figures } from "../lex/numbers.js";
import { noun } from "../lex/words.js";
import type { CommitSizeClaim, LinesClaim } from "../model/claim.js";
import { pushTo } from "../model/grouped.js";
import { oncePer } from "../model/once.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, Table, TextUnit } from "../model/report.js";
import type { CitedCommits } from "./cited-commits.js";
import { actionOf, fileAction, leadsOf, topicOf } from "./file-context.js";
import { isOfAnotherMoment, LINES_LABEL, lineFigures, wordingOf } from "./line-figures.js";
import type { PathMention } from "./path-mentions.js";
import { type Places, placesOf } from "./places.js";

const PLACE_LABEL = /^(?:location|file|path|source|script)s?$/iu;
/** "801 lines across 4 modules" measures none of them. */
const SPREAD =
  /^\W*(?:of code\s+)?(?:across|in|over|among|spread over)\s+(?:\d+|all|several|multiple|many|various)\b/iu;

/** What joins a figure to the path behind it. */
const JOINS_PATH = /^\s*(?:of code\s+)?(?:\w+\s+)?(?:to|in|into|from|of|for)\s+(?:the\s+)?$/iu;
/** Between two figures of one line, each with a file of its own. */
const CLAUSE = /[,;]|\band\b/iu;

/** "foo.py (332 lines)" and "Commit abc1234 - 1,017 lines", with the path or the commits that each measures. */
export function lineClaims(
  report: Report,
  paths: readonly PathMention[],
  commits: CitedCommits,
): (LinesClaim | CommitSizeClaim)[] {
  const byUnit = new Map<TextUnit, PathMention[]>();
  for (const p of paths) pushTo(byUnit, p.unit, p);
  const places = placesOf(report);
  const sharesRow = sharedRows(commits);
  const claims = places.numbered.flatMap((unit) => {
    const value = unit.text.value;
    return lineFigures(unit).flatMap((figure): (LinesClaim | CommitSizeClaim)[] => {
      if (isOfAnotherMoment(unit, figure)) return [];
      const base = {
        unit,
        range: sourceRange(unit.text, figure.start, figure.unitEnd),
        raw: value.slice(figure.start, figure.unitEnd),
        quantity: figure.quantity,
        wording: wordingOf(unit, figure),
      };
      const path = pathFor(unit, figure, byUnit, places);
      if (path)
        return [
          {
            kind: "lines",
            ...base,
            path: path.path,
            others: together(byUnit.get(unit) ?? [], path),
            step: 1,
            whole: fileAction(unit, leadsOf(unit)) === "created",
            commits: commits.near(unit),
          },
        ];
      if ((byUnit.get(unit) ?? []).length > 0) return [];
      const part = commitPart(unit, figure, commits);
      if (part) return [{ kind: "commit-size", ...base, ...part }];
      const own = sharesRow(unit) ? [] : sizedCommits(unit, commits, places);
      return own.length > 0 ? [{ kind: "commit-size", ...base, scopes: own }] : [];
    });
  });
  return rounded(claims);
}

/** So many counts in one list that are all round were rounded, not measured. */
const ROUND_LIST = 3;

/** Tells of counts whose whole list, table or section is rounded to which step they are. */
function rounded(claims: readonly (LinesClaim | CommitSizeClaim)[]): (LinesClaim | CommitSizeClaim)[] {
  const groups = new Map<unknown, number[]>();
  const groupOf = ({ unit }: LinesClaim): unknown => unit.entry?.list ?? unit.cell?.table ?? unit.section;
  for (const claim of claims) {
    if (claim.kind === "lines") pushTo(groups, groupOf(claim), claim.quantity.low);
  }
  const steps = new Map(
    [...groups].map(([group, counts]) => [
      group,
      counts.length < ROUND_LIST ? undefined : [100, 50, 10].find((n) => counts.every((count) => count % n === 0)),
    ]),
  );
  return claims.map((claim) => {
    if (claim.kind !== "lines") return claim;
    const step = steps.get(groupOf(claim));
    return step === undefined ? claim : { ...claim, step };
  });
}

/** The path in the same line (the last one before the figure), in its row, or in the "Location" field beside it. */
function pathFor(
  unit: TextUnit,
  figure: Figure,
  byUnit: ReadonlyMap<TextUnit, readonly PathMention[]>,
  places: Places,
): PathMention | undefined {
  if (SPREAD.test(unit.text.value.slice(figure.unitEnd))) return undefined;
  const own = byUnit.get(unit) ?? [];
  const before = own.filter((p) => p.end <= figure.start).at(-1);
  const after = own.find((p) => p.start >= figure.unitEnd);
  const joined = after !== undefined && JOINS_PATH.test(unit.text.value.slice(figure.unitEnd, after.start));
  if (before?.line !== undefined) return undefined;
  if (before) {
    // "50 lines to `a.ts`, 70 lines in `b.ts`": the second figure is not of the first file.
    if (joined && CLAUSE.test(unit.text.value.slice(before.end, figure.start))) return undefined;
    return own.filter((p) => p.end <= figure.start).length > 1 && figure.start - before.end > 40 ? undefined : before;
  }
  if (after) return joined && own.length === 1 && after.line === undefined ? after : undefined;
  if (unit.cell) {
    const row = unit.cell.table.rows[unit.cell.row];
    const inRow = (row?.cells ?? []).flatMap((c) => byUnit.get(c) ?? []);
    return inRow.length === 1 ? inRow[0] : undefined;
  }
  const field = places.fieldOf(unit);
  if (!field || !LINES_LABEL.test(field.label)) return undefined;
  const located = places
    .fieldsOf(unit.section)
    .filter((f) => PLACE_LABEL.test(f.label))
    .flatMap((f) => byUnit.get(f.unit) ?? []);
  if (located.length === 1) return located[0];
  const heading = unit.section.heading ? (byUnit.get(unit.section.heading) ?? []) : [];
  return heading.length === 1 ? heading[0] : undefined;
}

/** "theme.ts + styles.ts (322 lines)": the paths that lead up to the one before the figure, joined to it. */
function together(own: readonly PathMention[], last: PathMention): string[] {
  const joined: string[] = [];
  let next = last;
  for (const path of own.slice(0, own.indexOf(last)).reverse()) {
    const between = last.unit.text.value.slice(path.end, next.start);
    if (!/^[\s*_`]*(?:[+,&/]|and|,\s*and)[\s*_`]*$/iu.test(between)) break;
    joined.unshift(path.path);
    next = path;
  }
  return joined;
}

/** Several rows that cite one commit share out its lines. */
function sharedRows(commits: CitedCommits): (unit: TextUnit) => boolean {
  const rowsBy = oncePer((table: Table) => {
    const rows = new Map<string, number>();
    for (const { cells } of table.rows) {
      for (const id of cells[0] ? commits.own(cells[0]) : []) rows.set(id, (rows.get(id) ?? 0) + 1);
    }
    return rows;
  });
  return (unit) => {
    const [id] = commits.own(unit);
    return unit.cell !== undefined && id !== undefined && (rowsBy(unit.cell.table).get(id) ?? 0) > 1;
  };
}

/** "Remove the old module (6 files, 702 lines)" in the entry of one commit. */
function commitPart(
  unit: TextUnit,
  figure: Figure,
  commits: CitedCommits,
): Pick<CommitSizeClaim, "scopes" | "part" | "wording"> | undefined {
  const value = unit.text.value;
  const files = /\((\d+) files?,\s*$/iu.exec(value.slice(0, figure.start));
  const near = commits.near(unit);
  if (!files || near.length !== 1 || commits.own(unit).length > 0) return undefined;
  const action = actionOf(value.replace(/\badd\b/iu, "added"));
  const topic = topicOf(value.slice(0, files.index));
  return {
    scopes: [near],
    part: { files: Number(files[1]), action, topic },
    wording: action === "deleted" ? "removed" : "added",
  };
}

/** The commits that a figure without a path measures: those of its own line, or all that its total sums up. */
function sizedCommits(unit: TextUnit, commits: CitedCommits, places: Places): readonly (readonly string[])[] {
  const own = commits.own(unit);
  if (own.length === 1) return [own];
  const value = unit.text.value;
  const inSection = commits.within(unit.section);
  const counted = figures(value, unit.conventions).find((f) => noun(f.quantity.unit) === "commit");
  if (counted && counted.quantity.low === inSection.length) return [inSection];
  const label = places.fieldOf(unit)?.label ?? "";
  if (/^[\s*_]*(?:grand )?total\s*(?:[:：*]|session|lines?\b|changes?\b|added|diff|code changes)/iu.test(value))
    return sessionCommits(unit, commits);
  const overall = /^(?:lines? (?:added|removed|changed|deleted|of code added)|insertions|deletions|additions)$/iu.test(
    label,
  );
  const declared = overall ? commits.declared(unit) : [];
  return declared.length > 0 ? [declared] : [];
}

/** A total closes the section that has cited its commits line by line, or the one above with all its parts. */
function sessionCommits(unit: TextUnit, commits: CitedCommits): readonly (readonly string[])[] {
  const near = commits.within(unit.section);
  const parent = unit.section.parent;
  const siblings = parent && parent.depth > 0 ? commits.between(parent.range.start, unit.range.start) : [];
  return [siblings, near].filter((ids) => ids.length > 0);
}
