import { isoDates } from "../lex/dates.js";
import type { CommitDateClaim, CommitSubjectClaim } from "../model/claim.js";
import { oncePer } from "../model/once.js";
import { sourceRange } from "../model/plain-text.js";
import type { Table, TextUnit } from "../model/report.js";
import type { Citation } from "./citations.js";
import type { CitedCommits } from "./cited-commits.js";

/** "abc1234 (HEAD -> main) " and "- " between a cited id and what is said of it. */
const AFTER_ID = /^[`)\]*_\s]*(?:\((?:HEAD|tag:|origin\/)[^)]*\)\s*)?(?:[-:–—|]+\s*)?/u;
const messageColumn = columnUnder(/^(?:commit )?(?:message|subject)$/iu);
const dateColumn = columnUnder(/^(?:commit )?date$/iu);
/** A date that follows an id this closely, alone or in brackets, is the commit's. */
const DATE_AFTER = /^[`*_\s]*[([,–—|-]?\s*((?:on\s+)?[\p{L}\d][\p{L}\d .,-]{5,20}\d)\s*(?:[)\],:;|]|$)/u;

/** What the report says beside commits that it cites: their subjects and their dates. */
export function commitNoteClaims(commits: CitedCommits): (CommitSubjectClaim | CommitDateClaim)[] {
  return commits.all.flatMap((citation) => [...subjectOf(citation), ...dateOf(citation)]);
}

function subjectOf(citation: Citation): CommitSubjectClaim[] {
  const { id, unit } = citation;
  const place = unit.cell ? cellBeside(unit, messageColumn) : unit.kind === "heading" ? undefined : restOf(citation);
  const stated = place?.unit.text.value.slice(place.start, place.end).trim() ?? "";
  if (!place || stated === "") return [];
  const range = sourceRange(place.unit.text, place.start, place.end);
  return [{ kind: "commit-subject", id, stated, unit: place.unit, range, raw: stated }];
}

function dateOf(citation: Citation): CommitDateClaim[] {
  const { id, unit } = citation;
  const inTable = unit.cell && unit.cell.column <= 1 ? cellBeside(unit, dateColumn) : undefined;
  const place = unit.cell ? inTable : dateAfter(citation);
  const raw = place?.unit.text.value.slice(place.start, place.end).trim() ?? "";
  const [date] = isoDates(raw);
  if (!place || date === undefined) return [];
  const range = sourceRange(place.unit.text, place.start, place.end);
  return [{ kind: "commit-date", id, date, unit: place.unit, range, raw }];
}

interface Place {
  readonly unit: TextUnit;
  readonly start: number;
  readonly end: number;
}

function columnUnder(header: RegExp): (table: Table) => number {
  return oncePer((table: Table) => table.header.findIndex((h) => header.test(h.text.value.trim())));
}

/** The cell of the same row under a certain header. */
function cellBeside(unit: TextUnit, columnIn: (table: Table) => number): Place | undefined {
  const { table, row } = unit.cell ?? {};
  const column = table ? columnIn(table) : -1;
  const cell = row === undefined ? undefined : table?.rows[row]?.cells[column];
  return cell && cell !== unit ? { unit: cell, start: 0, end: cell.text.value.length } : undefined;
}

/** What follows an id that opens its line, as `git log --oneline` prints it. */
function restOf({ id, unit }: Citation): Place | undefined {
  const at = unit.text.value.indexOf(id);
  if (!/^[\s*|/\\`([-]*(?:commit[\s:`*]*)?$/iu.test(unit.text.value.slice(0, Math.max(at, 0)))) return undefined;
  const after = at + id.length;
  const start = after + (AFTER_ID.exec(unit.text.value.slice(after))?.[0].length ?? 0);
  return at < 0 || start === after ? undefined : { unit, start, end: unit.text.value.length };
}

function dateAfter({ id, unit }: Citation): Place | undefined {
  const after = unit.text.value.indexOf(id) + id.length;
  const found = DATE_AFTER.exec(unit.text.value.slice(after, after + 40));
  const text = found?.[1];
  if (text === undefined) return undefined;
  const start = after + (found?.[0].indexOf(text) ?? 0);
  return { unit, start, end: start + text.length };
}
