import {
  BlockersError,
  type CheckedReport,
  type CheckOptions,
  checkOutputSchema,
  checkReports,
  decode,
  type FixedReport,
  fixReports,
  formatCheck,
  formatCheckJson,
  formatStatus,
  formatStatusJson,
  looksLikeReport,
  parseReport,
  type Report,
  readinessToMarkdown,
  statusOutputSchema,
} from "../../src/index.js";
import { claimObjection, findingObjection, modelObjection, type Objection, textObjection } from "./positions.js";

const PATH = "STATUS.md";
const TOOL = { name: "blockers", version: "0.0.0" };
const PLAIN = { color: false, width: 80, tool: TOOL, maxFindings: undefined, failOn: "error", failed: false } as const;
/** Rules that are off by default speak, too. */
const OPTIONS: CheckOptions = {
  severities: { "unverifiable-claim": "info", "unknown-status": "info", "stale-report": "info" },
};

/**
 * What no text may bring about: an error, a place outside of the text, output that its schema does not allow, a fix that is
 * not the last word or that changes what it does not name. Undefined for what is in order, and for what is refused in words.
 */
export async function objectionTo(bytes: Uint8Array): Promise<Objection> {
  try {
    const source = decode(bytes, PATH);
    looksLikeReport(source.text, PATH);
    return await reportObjection(parseReport(source), bytes);
  } catch (error) {
    if (error instanceof BlockersError && error.kind === "input") return undefined;
    return `raises ${error instanceof Error ? error.stack : String(error)}`;
  }
}

async function reportObjection(report: Report, bytes: Uint8Array): Promise<Objection> {
  const [checked] = await checkReports([report], OPTIONS);
  if (!checked) return "there is no result";
  const known =
    textObjection(report) ??
    modelObjection(report) ??
    claimObjection(checked) ??
    findingObjection(checked) ??
    outputObjection(checked);
  if (known) return known;
  const { text, bom, raw } = { ...report.source, text: report.source.raw };
  // What is written back differs in no byte, where the file was UTF-8.
  if (!raw.includes("\u{fffd}") && !bytesOf(text, bom).equals(bytes)) return "the text does not give the bytes back";
  return (await fixObjection(checked, "safe")) ?? (await fixObjection(checked, "unsafe"));
}

function outputObjection({ result, readiness }: CheckedReport): Objection {
  const check = checkOutputSchema.safeParse(JSON.parse(formatCheckJson([result], TOOL)));
  if (!check.success) return `the JSON of check: ${check.error.message}`;
  const status = statusOutputSchema.safeParse(JSON.parse(formatStatusJson([readiness])));
  if (!status.success) return `the JSON of status: ${status.error.message}`;
  formatCheck([result], PLAIN);
  formatStatus([readiness], PLAIN);
  readinessToMarkdown([readiness]);
  return undefined;
}

async function fixObjection(checked: CheckedReport, safety: "safe" | "unsafe"): Promise<Objection> {
  const once = await fix(checked, safety);
  const found = editedObjection(once);
  if (found) return `${safety} fixes: ${found}`;
  if (once.fixed.length === 0)
    return once.text === checked.report.source.raw ? undefined : "text changed without a fix";
  const again = await check(once.text, checked.report.source.bom);
  const objection = findingObjection(again);
  if (objection) return `after ${safety} fixes: ${objection}`;
  if (formatCheckJson([again.result], TOOL) !== formatCheckJson([once.after.result], TOOL))
    return `${safety} fixes: what was said of the fixed text is not what is said of it when it is read again`;
  const twice = await fix(again, safety);
  if (twice.text !== once.text)
    return `${safety} fixes: a second run goes on: ${JSON.stringify(twice.fixed.map(({ fix }) => fix))}`;
  return undefined;
}

/** What stands outside of the edits is as it was. */
function editedObjection({ before, text, fixed }: FixedReport): Objection {
  const { raw } = before.report.source;
  if (fixed.every((one) => before.result.diagnostics.includes(one))) {
    const edits = fixed
      .flatMap(({ fix }) => fix?.edits ?? [])
      .toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
    const spliced = edits.reduce(
      (done, { range, newText }) => done.slice(0, range.start) + newText + done.slice(range.end),
      raw,
    );
    return spliced === text ? undefined : "something else than the edits was changed";
  }
  // Fixes that follow from others stand in the text that those left; only tables and comments come and go by lines.
  if (fixed.some(({ rule }) => rule === "stale-readiness-table" || rule === "unused-suppression")) return undefined;
  const [old, now] = [raw, text].map((one) => one.split(/\r\n|\n|\r/));
  if (old?.length !== now?.length) return "lines came or went";
  const named = new Set(fixed.flatMap(({ line, endLine, rule }) => (rule === "mojibake" ? [] : [line, endLine])));
  const other = old?.findIndex((line, at) => line !== now?.[at] && !named.has(at + 1)) ?? -1;
  const touched = fixed.some(({ rule, fix }) => rule === "mojibake" || (fix?.edits.length ?? 0) > 1);
  return other >= 0 && !touched ? `line ${other + 1} was changed, which nothing found names` : undefined;
}

async function fix(checked: CheckedReport, safety: "safe" | "unsafe"): Promise<FixedReport> {
  const [result] = await fixReports(
    [checked],
    async (_, found) => ({
      chosen: found.filter((one) => one.fix && (safety === "unsafe" || one.fix.safety === "safe")),
    }),
    (reports) => checkReports(reports, OPTIONS),
  );
  if (!result) throw new Error("nothing was fixed, and nothing left alone");
  return result;
}

async function check(text: string, bom: boolean): Promise<CheckedReport> {
  const [checked] = await checkReports([parseReport(decode(bytesOf(text, bom), PATH))], OPTIONS);
  if (!checked) throw new Error("there is no result");
  return checked;
}

function bytesOf(text: string, bom: boolean): Buffer {
  return Buffer.from(bom ? `\u{feff}${text}` : text);
}
