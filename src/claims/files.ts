import { COUNTED, holds } from "../lex/facts.js";
import { figures } from "../lex/numbers.js";
import { noun, words } from "../lex/words.js";
import type { CommitClaim, FileAction, FileChangeClaim, FileCountClaim, PathClaim } from "../model/claim.js";
import { oncePer } from "../model/once.js";
import { sourceRange } from "../model/plain-text.js";
import type { Quantity } from "../model/quantity.js";
import type { Report, Section, TextUnit } from "../model/report.js";
import { isOpen } from "../model/status.js";
import type { CitedCommits } from "./cited-commits.js";
import { actionOf, fileAction, isExcused, leadsOf, topicOf } from "./file-context.js";
import type { Introductions } from "./introduced.js";
import type { PathMention } from "./path-mentions.js";
import { type Places, placesOf } from "./places.js";

/** Every cited commit, once per line. */
export function commitClaims(commits: CitedCommits): CommitClaim[] {
  return commits.all.map(({ id, unit, range }) => ({ kind: "commit", id, unit, range, raw: id }));
}

/** Paths that are meant to be there, and what a commit is said to have done to them. */
export function pathClaims(
  report: Report,
  paths: readonly PathMention[],
  commits: CitedCommits,
): (PathClaim | FileChangeClaim)[] {
  const places = placesOf(report);
  const above = fenceLeads(paths.some((p) => p.how === "fence") ? report : undefined);
  return paths.flatMap((p): (PathClaim | FileChangeClaim)[] => {
    const lead = p.how === "fence" ? above(p.unit) : leadsOf(p.unit);
    const action = fileAction(p.unit, lead);
    const near = commits.near(p.unit);
    const base = {
      unit: p.unit,
      range: p.range,
      raw: p.unit.text.value.slice(p.start, p.end),
      path: p.path,
      commits: near,
    };
    if (isExcused(p.unit, lead, p.path) || belongsToOpenItem(p.unit, places)) return [];
    const result: (PathClaim | FileChangeClaim)[] = [];
    if (action !== "deleted" && isClaim(p, action))
      result.push({ kind: "path", ...base, line: p.line, link: p.how === "link", action });
    // "+18 lines" were added to the file, whatever was added is listed above it.
    const grown = action === "created" && /[+]\d[\d,]*\s+lines?\b/iu.test(p.unit.text.value);
    if (near.length > 0 && (action === "created" || action === "modified") && opens(p) && !grown)
      result.push({ kind: "file-change", ...base, action });
    return result;
  });
}

/** The files of what is still to be done need not be there yet. */
function belongsToOpenItem(unit: TextUnit, places: Places): boolean {
  for (let s: Section | undefined = unit.section; s; s = s.parent) {
    const item = places.itemOf(s);
    if (item) return isOpen(item.status);
  }
  return false;
}

/** A link, a reference to a line, a file under a label of files: the rest of the prose only talks. */
function isClaim(p: PathMention, action: FileAction): boolean {
  return (
    p.how === "link" ||
    p.line !== undefined ||
    ((action === "created" || action === "modified") && opens(p) && p.path.includes("/") && /\.\w+$/.test(p.path))
  );
}

/** The path is what the line is about: nothing but marks and an action stands before it. */
function opens(p: PathMention): boolean {
  return /^[\s*_`\p{Extended_Pictographic}\ufe0f✓✔[\]()+-]*(?:(?:new|created|modified|added|updated|deleted)\s*[:：]\s*)?$/iu.test(
    p.unit.text.value.slice(0, p.start),
  );
}

/** The lines above the lines of fences: the label of their group inside, and what introduces the fence. */
function fenceLeads(report: Report | undefined): (unit: TextUnit) => TextUnit[] {
  const inside = new Map<TextUnit, TextUnit[]>();
  for (const section of report?.sections ?? []) {
    for (const block of section.blocks) {
      if (block.kind !== "fence") continue;
      let group: TextUnit | undefined;
      for (const line of block.lines) {
        if (!inside.has(line)) inside.set(line, [...(group ? [group] : []), ...(block.lead ? [block.lead] : [])]);
        if (/^\s*\S.*:\s*$/.test(line.text.value)) group = line;
      }
    }
  }
  return (unit) => [...(inside.get(unit) ?? []), ...leadsOf(unit)];
}

/** "Router fixes (15 files)", "| 11 files |", "Files Created: 48", "### Created (48 files)". */
export function fileCountClaims(report: Report, commits: CitedCommits, introduced: Introductions): FileCountClaim[] {
  const places = placesOf(report);
  const isPart = partsOfCommits();
  return places.numbered
    .filter((u) => u.kind !== "code")
    .flatMap((unit): FileCountClaim[] => {
      const value = unit.text.value;
      const field = places.fieldOf(unit);
      const labelled =
        field && /^(?:total )?files? (?:created|modified|changed|added|deleted|touched)$/iu.test(field.label)
          ? field
          : undefined;
      if (labelled === undefined && !holds(value, COUNTED)) return [];
      return figures(value, unit.conventions).flatMap((figure): FileCountClaim[] => {
        const plain = figure.quantity.low === figure.quantity.high && !figure.percent && figure.quantity.sign === "";
        const counts =
          words(value.slice(figure.end)).slice(0, 2).map(noun).includes("file") &&
          /^[\s-]/.test(value.slice(figure.end, figure.end + 1));
        if (!plain || !(counts || (labelled !== undefined && figure.start <= labelled.valueStart + 3))) return [];
        const scope = scopeOf(unit, figure.start, labelled !== undefined, commits);
        if (scope.length === 0 || isPart(unit) || isListed(unit, figure.quantity.low, introduced)) return [];
        return [
          {
            kind: "file-count",
            unit,
            range: sourceRange(unit.text, figure.start, figure.unitEnd),
            raw: value.slice(figure.start, figure.unitEnd),
            quantity: figure.quantity,
            action: countAction(unit, value, figure.quantity),
            commits: scope,
            topic: topicOf(value.slice(0, figure.start)),
          },
        ];
      });
    });
}

const COUNTED_FILES = /\(\d+ files?\b/iu;

/** One of several sibling headings with counts of their own, or a count for one folder: a part is not the whole commit. */
function partsOfCommits(): (unit: TextUnit) => boolean {
  const counted = oncePer(
    (parent: Section) => new Set(parent.children.flatMap(({ heading }) => (heading && states(heading) ? heading : []))),
  );
  return (unit) => {
    if (unit.kind !== "heading") return false;
    const siblings = unit.section.parent && counted(unit.section.parent);
    const others = siblings ? siblings.size - Number(siblings.has(unit)) : 0;
    return /(?:→|->|=>)\s*[`/\w]/u.test(unit.text.value) || (others > 1 && actionOf(unit.text.value) === "none");
  };
}

function states(heading: TextUnit): boolean {
  return COUNTED_FILES.test(heading.text.value);
}

/** The count agrees with the list that the line introduces, which settles it. */
function isListed(unit: TextUnit, count: number, introduced: Introductions): boolean {
  return introduced.listings(unit).some((l) => l.kind === "list" && l.entries.length === count);
}

function countAction(unit: TextUnit, value: string, quantity: Quantity): FileAction {
  const around = value.replace(quantity.raw, "");
  if (/\bfiles? (?:changed|touched)\b/iu.test(around)) return "none";
  const own = actionOf(around);
  return own !== "none" || unit.kind === "heading" ? own : actionOf(leadsOf(unit)[0]?.text.value ?? "");
}

/** A count in brackets belongs to its own commit; a label or a heading in the summary to all that are declared. */
function scopeOf(unit: TextUnit, at: number, labelled: boolean, commits: CitedCommits): readonly string[] {
  const near = commits.near(unit);
  const bracketed = /[([]\s*$/.test(unit.text.value.slice(0, at));
  if (unit.cell) return unit.cell.table.roles[unit.cell.column] === "files" && near.length === 1 ? near : [];
  if (near.length > 0 && (bracketed || labelled)) return near;
  return labelled || (unit.kind === "heading" && bracketed) ? commits.declared(unit) : [];
}
