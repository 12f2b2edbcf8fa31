import { type Figure, figures } from "../lex/numbers.js";
import { foreignElsewhen } from "../lex/phrases.js";
import { noun } from "../lex/words.js";
import type { CommitSizeClaim, LinesClaim, LineWording } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report, TextUnit } from "../model/report.js";
import { readField } from "../parse/fields.js";
import type { CitedCommits } from "./citations.js";
import { actionOf, fileAction, leadsOf, topicOf } from "./file-context.js";
import { measureOf } from "./list-total.js";
import type { PathMention } from "./path-mentions.js";

const LINES_LABEL =
  /^(?:lines(?: of code)?|loc|line count|total lines|code size|lines? (?:added|removed|changed|deleted))$/iu;
const PLACE_LABEL = /^(?:location|file|path|source|script)s?$/iu;
const REMOVED = /\b(?:remov(?:ed?|ing)|delet(?:ed?|ing)|dropp?ed)\b/iu;
const ADDED = /\b(?:add(?:ed|s|ing)?|insert(?:ed|ions?)|new)\b/iu;
const CHANGED = /\b(?:modif(?:ied|ications?)|changed?|changes|edited|touched|updated)\b/iu;
/** "801 lines across 4 modules" measures none of them. */
const SPREAD =
  /^\W*(?:of code\s+)?(?:across|in|over|among|spread over)\s+(?:\d+|all|several|multiple|many|various)\b/iu;
/** Estimates of what is still to be written. */
const PLANNED =
  /\b(?:estimat\w*|planned|target|goal|expected|will|should|limit|max(?:imum)?|under|below|less than|budget|per|each|average|avg)\b/iu;

/** "foo.py (332 lines)" and "Commit abc1234 - 1,017 lines", with the path or the commits that each measures. */
export function lineClaims(
  report: Report,
  paths: readonly PathMention[],
  commits: CitedCommits,
): (LinesClaim | CommitSizeClaim)[] {
  const byUnit = new Map<TextUnit, PathMention[]>();
  for (const p of paths) byUnit.set(p.unit, [...(byUnit.get(p.unit) ?? []), p]);
  return report.units
    .filter((u) => !u.quoted)
    .flatMap((unit) => {
      const value = unit.text.value;
      return lineFigures(unit).flatMap((figure): (LinesClaim | CommitSizeClaim)[] => {
        const before = wordsBefore(value, figure.start);
        if (PLANNED.test(before) || foreignElsewhen(unit.conventions).test(before) || isDifference(value, figure))
          return [];
        if (isLengthOfRange(value, figure)) return [];
        const base = {
          unit,
          range: sourceRange(unit.text, figure.start, figure.unitEnd),
          raw: value.slice(figure.start, figure.unitEnd),
          quantity: figure.quantity,
          wording: wordingOf(unit, figure),
        };
        const path = pathFor(unit, figure, byUnit, report);
        if (path)
          return [
            {
              kind: "lines",
              ...base,
              path: path.path,
              whole: fileAction(unit, leadsOf(unit)) === "created",
              commits: commits.near(unit),
            },
          ];
        if ((byUnit.get(unit) ?? []).length > 0) return [];
        const part = commitPart(unit, figure, commits);
        if (part) return [{ kind: "commit-size", ...base, ...part }];
        const own = sizedCommits(unit, commits);
        return own.length > 0 ? [{ kind: "commit-size", ...base, scopes: own }] : [];
      });
    });
}

/** "20 lines shorter", "was 140 lines", "140 lines → 160 lines": a difference, or another moment. */
function isDifference(value: string, figure: Figure): boolean {
  const past = /\b(?:was|were|from|previously|formerly|originally|saved|saves)\s+\(?$/iu.test(
    value.slice(0, figure.start),
  );
  return (
    past ||
    /^\W{0,3}(?:of code\s+)?(?:→|➜|[-=]>)/u.test(value.slice(figure.unitEnd)) ||
    /^\W*(?:of code\s+)?(?:less|fewer|shorter|longer|smaller|larger|saved|more)\b/iu.test(value.slice(figure.unitEnd))
  );
}

/** "(lines 666-724, +59 lines)" measures the stretch beside it, not the file. */
function isLengthOfRange(value: string, figure: Figure): boolean {
  return [...value.matchAll(/\blines? (\d+)\s?[-–]\s?(\d+)/giu)].some(
    ([, from, to]) => Math.abs(Number(to) - Number(from) + 1 - figure.quantity.low) <= 1,
  );
}

/** The words right before a figure, without the names of files. */
function wordsBefore(value: string, at: number): string {
  return value
    .slice(0, at)
    .replace(/\S*[./_]\S*/g, " ")
    .slice(-25);
}

/** Figures that count lines; in a column of lines, bare numbers too. */
function lineFigures(unit: TextUnit): Figure[] {
  const inColumn =
    unit.cell &&
    unit.cell.row >= 0 &&
    unit.cell.table.roles[unit.cell.column] === "lines" &&
    !unit.cell.table.rows[unit.cell.row]?.total;
  const field = readField(unit);
  const labelled = field !== undefined && LINES_LABEL.test(field.label);
  const all = figures(unit.text.value, unit.conventions).filter((f) => !f.percent);
  const measured = all.filter(
    (f) => measureOf(unit.text.value, f) === "line" && !/^\s*(?:per|\/)\b/.test(unit.text.value.slice(f.unitEnd)),
  );
  if (measured.length > 0) return measured;
  return (inColumn || labelled) && all.length === 1 && all[0]?.quantity.low === all[0]?.quantity.high ? all : [];
}

/** What the figure counts, from its sign and the words around it, else from the label above. */
export function wordingOf(unit: TextUnit, figure: Figure): LineWording {
  if (figure.quantity.sign === "+") return "added";
  if (figure.quantity.sign === "-") return "removed";
  const near = `${unit.text.value.slice(Math.max(0, figure.start - 16), figure.start)} ${unit.text.value.slice(figure.end, figure.end + 22)}`;
  if (REMOVED.test(near)) return "removed";
  if (CHANGED.test(near)) return "changed";
  if (ADDED.test(near) && !/\(new\b/iu.test(near)) return "added";
  if (unit.cell && fileAction(unit, []) === "modified") return "changed";
  const leads = [
    ...leadsOf(unit)
      .slice(0, 1)
      .map((l) => l.text.value),
    unit.text.value.slice(0, figure.start),
  ];
  return leads.some((l) => /^[\s*_]*(?:removed?|deleted?)\b/iu.test(l.replace(/^[^\p{L}]+/u, "")))
    ? "removed"
    : "total";
}

/** The path in the same line (the last one before the figure), in its row, or in the "Location" field beside it. */
function pathFor(
  unit: TextUnit,
  figure: Figure,
  byUnit: ReadonlyMap<TextUnit, readonly PathMention[]>,
  report: Report,
): PathMention | undefined {
  if (SPREAD.test(unit.text.value.slice(figure.unitEnd))) return undefined;
  const own = byUnit.get(unit) ?? [];
  const before = own.filter((p) => p.end <= figure.start).at(-1);
  if (before?.line !== undefined) return undefined;
  if (before)
    return own.filter((p) => p.end <= figure.start).length > 1 && figure.start - before.end > 40 ? undefined : before;
  const after = own[0];
  if (after)
    return own.length === 1 &&
      after.line === undefined &&
      /^\s*(?:of code\s+)?(?:\w+\s+)?(?:to|in|into|from|of|for)\s+(?:the\s+)?$/iu.test(
        unit.text.value.slice(figure.unitEnd, after.start),
      )
      ? after
      : undefined;
  if (unit.cell) {
    const row = unit.cell.table.rows[unit.cell.row];
    const inRow = (row?.cells ?? []).flatMap((c) => byUnit.get(c) ?? []);
    return inRow.length === 1 ? inRow[0] : undefined;
  }
  const field = readField(unit);
  if (!field || !LINES_LABEL.test(field.label)) return undefined;
  const places = report.fields
    .filter((f) => f.unit.section === unit.section && PLACE_LABEL.test(f.label))
    .flatMap((f) => byUnit.get(f.unit) ?? []);
  if (places.length === 1) return places[0];
  const heading = unit.section.heading ? (byUnit.get(unit.section.heading) ?? []) : [];
  return heading.length === 1 ? heading[0] : undefined;
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
function sizedCommits(unit: TextUnit, commits: CitedCommits): readonly (readonly string[])[] {
  const own = commits.own(unit);
  if (own.length === 1) return [own];
  const value = unit.text.value;
  const inSection = commits.within(unit.section);
  const counted = figures(value, unit.conventions).find((f) => noun(f.quantity.unit) === "commit");
  if (counted && counted.quantity.low === inSection.length) return [inSection];
  const label = readField(unit)?.label ?? "";
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
  const siblings =
    parent && parent.depth > 0
      ? commits.all
          .filter((c) => c.range.start >= parent.range.start && c.range.start < unit.range.start)
          .map((c) => c.id)
      : [];
  return [[...new Set(siblings)], near].filter((ids) => ids.length > 0);
}
