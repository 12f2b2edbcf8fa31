import { COUNTED, holds } from "../lex/facts.js";
import { type Figure, figures } from "../lex/numbers.js";
import { foreignElsewhen } from "../lex/phrases.js";
import { noun } from "../lex/words.js";
import type { LineWording } from "../model/claim.js";
import { oncePer } from "../model/once.js";
import type { TextUnit } from "../model/report.js";
import { readField } from "../parse/fields.js";
import { fileAction, leadsOf } from "./file-context.js";
import { groupOver } from "./group-over.js";
import { measureOf } from "./measures.js";

/** Labels of a field that holds a count of lines. */
export const LINES_LABEL =
  /^(?:lines(?: of code)?|loc|line count|total lines|code size|lines? (?:added|removed|changed|deleted))$/iu;
const REMOVED = /\b(?:remov(?:ed?|ing)|delet(?:ed?|ing)|dropp?ed|reduc(?:ed|tion)|cut|shrunk|trimmed|saved)\b/iu;
const ADDED = /\b(?:add(?:ed|s|ing)?|insert(?:ed|ions?)|new)\b/iu;
const CHANGED = /\b(?:modif(?:ied|ications?)|changed?|changes|edited|touched|updated)\b/iu;
const FORMER =
  /^\W*(?:before|original(?:ly)?|old|previous(?:ly)?|former(?:ly)?|initial|baseline|current (?:violations?|problems?|issues?|state))\b/iu;
/** Estimates of what is still to be written. */
const PLANNED =
  /\b(?:estimat\w*|planned|target|goal|expected|will|should|limit|max(?:imum)?|under|below|less than|budget|per|each|average|avg)\b/iu;

/** Headings and leads over what is aimed at. */
const AIM = /\b(?:targets?|goals?|objectives?|expected|outcomes?|planned|estimated|next steps?|roadmap|will be)\b/iu;
/** "300 lines (target)". */
const WANTED_AFTER =
  /^\W{0,3}(?:of code\s+)?\W{0,3}(?:targets?|goals?|planned|estimated?|expected|max(?:imum)?|limit)\b/iu;

const isAim = oncePer((lead: TextUnit) => AIM.test(lead.text.value));

/** A plan, a difference, a stretch of a file, or what was before: no size that the file has now. */
export function isOfAnotherMoment(unit: TextUnit, figure: Figure): boolean {
  const value = unit.text.value;
  // What an empty box asks for is still to come.
  const box = unit.entry?.checked === false && unit.entry.unit === unit;
  const above = [unit.section.heading, ...leadsOf(unit)].some((lead) => lead !== undefined && isAim(lead));
  const asked = box || above || groupOver(unit.section)?.explicit === false;
  return (
    asked ||
    WANTED_AFTER.test(value.slice(figure.unitEnd)) ||
    PLANNED.test(wordsBefore(value, figure.start)) ||
    foreignElsewhen(unit.conventions).test(wordsBefore(value, figure.start)) ||
    isDifference(value, figure) ||
    isLengthOfRange(value, figure) ||
    isFormer(unit)
  );
}

/** Under "Before", "Original" or "Current violations" stands what was changed since. */
function isFormer(unit: TextUnit): boolean {
  const header = unit.cell?.table.header[unit.cell.column]?.text.value ?? "";
  const label = readField(unit)?.label ?? "";
  const heading = unit.section.heading?.text.value ?? "";
  const lead = unit.entry?.list.lead?.text.value ?? "";
  return [header, label, heading, lead].some((text) => FORMER.test(text));
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
export function lineFigures(unit: TextUnit): Figure[] {
  const inColumn =
    unit.cell &&
    unit.cell.row >= 0 &&
    unit.cell.table.roles[unit.cell.column] === "lines" &&
    !unit.cell.table.rows[unit.cell.row]?.total;
  const field = readField(unit);
  const labelled = field !== undefined && LINES_LABEL.test(field.label);
  if (!inColumn && !labelled && !holds(unit.text.value, COUNTED)) return [];
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
  const own = noun(figure.quantity.unit);
  if (/^(?:deletion|removal)$/.test(own)) return "removed";
  if (/^(?:insertion|addition)$/.test(own)) return "added";
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
