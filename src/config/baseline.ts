import { type Document, isNode, LineCounter } from "yaml";
import { z } from "zod";
import { BlockersError } from "../errors.js";
import type { BaselineEntry } from "../model/baseline.js";
import { readYaml } from "./read-yaml.js";

/** A baseline up to this length is looked through for the place of its fault. */
const MAX_LOCATED = 512 * 1024;

const entrySchema: z.ZodType<BaselineEntry> = z.strictObject({
  path: z.string().min(1),
  rule: z.string().min(1),
  words: z.string(),
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/, "32 hexadecimal digits are needed"),
});

/** The shape of a baseline file. */
export const baselineSchema = z.strictObject({ schemaVersion: z.literal(1), findings: z.array(entrySchema) });

const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/m;
const HINT = 'Put it right, or delete it and run "blockers baseline" to write it anew.';

/** The entries of a baseline. `file` is only named in errors. Raises a config error, with its place, for anything else. */
export function parseBaseline(bytes: Uint8Array, file: string): readonly BaselineEntry[] {
  const text = decode(bytes, file);
  const conflict = CONFLICT.exec(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split("\n").length;
    throw fault(`${file}:${line}:1`, "a merge left its conflict markers here");
  }
  const result = baselineSchema.safeParse(readJson(text, file));
  if (result.success) return result.data.findings;
  const [issue] = result.error.issues;
  const path = issue?.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : (issue?.path ?? []);
  throw fault(placeOf(text, file, path), `this is no baseline: ${describe(issue)}`);
}

/** A baseline as it is written: sorted, one entry a line, so that two branches that add entries seldom meet. */
export function formatBaseline(entries: readonly BaselineEntry[], eol: "\n" | "\r\n" = "\n"): string {
  const lines = entries.toSorted(inOrder).map(({ path, rule, words, fingerprint }, index) => {
    const entry = JSON.stringify({ path, rule, words, fingerprint });
    return `    ${entry}${index === entries.length - 1 ? "" : ","}`;
  });
  const findings = lines.length === 0 ? ['  "findings": []'] : ['  "findings": [', ...lines, "  ]"];
  return ["{", '  "schemaVersion": 1,', ...findings, "}", ""].join(eol);
}

function inOrder(a: BaselineEntry, b: BaselineEntry): number {
  return compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fault(place: string, what: string): BlockersError {
  return new BlockersError("config", `${place}: ${what}`, [HINT]);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw fault(file, "this is no baseline: it is not UTF-8");
  }
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = new LineCounter();
    const [error] = locate(text, lines)?.errors ?? [];
    // YAML forgives what JSON does not: then its own reading is as good.
    const place = error ? at(lines, file, error.pos[0]) : file;
    throw fault(place, "this is no baseline: it is not valid JSON");
  }
}

/** The parser of YAML, which JSON is, tells where things stand; of long text that would take too long. */
function locate(text: string, lines: LineCounter): Document | undefined {
  return text.length > MAX_LOCATED ? undefined : readYaml(text, lines);
}

function placeOf(text: string, file: string, path: readonly PropertyKey[]): string {
  const lines = new LineCounter();
  const document = locate(text, lines);
  // What is missing has no place of its own: that of what it is missing in is told.
  for (let length = path.length; document && length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return at(lines, file, node.range[0]);
  }
  return file;
}

function at(lines: LineCounter, file: string, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${file}:${line}:${col}`;
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return "its shape is another";
  if (issue.code === "unrecognized_keys") return `there is no "${issue.keys[0] ?? ""}" in it`;
  const name = issue.path.findLast((part) => typeof part === "string");
  if (name === undefined) return "it is not an object with findings";
  const more = issue.code === "invalid_format" ? `: ${issue.message}` : "";
  return `${JSON.stringify(String(name))} is missing or not what it must be${more}`;
}
