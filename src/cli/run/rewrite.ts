import { BlockersError } from "../../errors.js";
import { type FixedReport, fixReports } from "../../fix/fix-reports.js";
import type { Choice } from "../../fix/passes.js";
import type { FixOutcome } from "../../format/text-fix.js";
import type { CheckedReport } from "../../lint/check-reports.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { encode } from "../../source/decode.js";
import { frozenNote } from "../files/archive.js";
import type { Document } from "../files/read-document.js";
import { isWhole, notWhole, writeDocument } from "../files/write-document.js";
import { complainOf, note } from "../notices.js";
import { apartFromFaults, together } from "./faults.js";
import type { Gathered } from "./gather.js";
import type { Session } from "./session.js";

/** Which fixes are wanted. */
export interface WantedFixes {
  /** Also those that git or a judgement decides. */
  readonly unsafe: boolean;
  readonly only: readonly string[] | undefined;
  readonly skip: readonly string[] | undefined;
}

/** Asked of each fix that is selected. */
export type Consent = (report: CheckedReport, diagnostic: Diagnostic) => Promise<boolean>;

/** A document and what it is to become. */
export interface Rewritten {
  readonly document: Document;
  readonly result: FixedReport;
  /** The whole file, byte order mark and all. */
  readonly bytes: Uint8Array;
}

/** Fixes what was gathered, in memory. A file that cannot be written back byte for byte is left out, and said so. */
export async function rewrite(
  session: Session,
  { checked, documents: byReport, recheck }: Gathered,
  wanted: WantedFixes,
  consent?: Consent,
): Promise<{ readonly rewritten: readonly Rewritten[]; readonly failed: boolean }> {
  const choose = choiceOf(wanted, consent);
  const refused = new Set<CheckedReport>();
  const chosen: Choice = async (report, found) => {
    const document = byReport.get(report.report);
    if (!document || isWhole(document)) return choose(report, found);
    if (found.some((one) => isSelected(one, wanted))) refused.add(report);
    return { chosen: [] };
  };
  // Nobody is asked twice.
  const { done: results, faults } = await (consent === undefined ? apartFromFaults : together)(checked, (some) => {
    const among = new Set(some);
    const rest = checked.filter((one) => !among.has(one)).map(({ report }) => report);
    return fixReports(some, chosen, (reports, others) => recheck(reports, [...others, ...rest]));
  });
  for (const [{ result }, cause] of faults)
    complainOf(session.world, new BlockersError("internal", result.path, [], { cause }), session.debug);
  const told = frozenNote(
    checked.filter(({ withheld }) => withheld.some((one) => isSelected(one, wanted))).map(({ result }) => result.path),
  );
  if (told !== undefined) note(session.world, told);
  for (const report of refused) {
    const document = byReport.get(report.report);
    if (document) complainOf(session.world, notWhole(document), session.debug);
  }
  const rewritten = results.flatMap((result): Rewritten[] => {
    const document = byReport.get(result.before.report);
    if (!document) return [];
    // What was not valid UTF-8 could not be encoded again.
    const changed = result.fixed.length > 0;
    return [
      { document, result, bytes: changed ? encode(result.text, result.before.report.source.bom) : document.bytes },
    ];
  });
  return { rewritten, failed: refused.size + faults.length > 0 };
}

function choiceOf(wanted: WantedFixes, consent: Consent | undefined): Choice {
  /** What was said of each fix, which may be tried more than once. */
  const answers = new Map<string, boolean>();
  return async (report, found) => {
    const chosen: Diagnostic[] = [];
    const refused: Diagnostic[] = [];
    for (const one of found) {
      if (!isSelected(one, wanted)) continue;
      const answer = answers.get(one.fingerprint) ?? (consent === undefined || (await consent(report, one)));
      answers.set(one.fingerprint, answer);
      if (answer) chosen.push(one);
      else refused.push(one);
    }
    return { chosen, refused };
  };
}

function isSelected({ rule, fix }: Diagnostic, { unsafe, only, skip }: WantedFixes): boolean {
  if (fix === null || (fix.safety === "unsafe" && !unsafe)) return false;
  return (only === undefined || only.includes(rule)) && skip?.includes(rule) !== true;
}

/** Writes the files that have changed, each at once and wholly. What could not be written is said, and is `lost`. */
export async function writeAll(
  session: Session,
  rewritten: readonly Rewritten[],
): Promise<{ readonly written: readonly Rewritten[]; readonly lost: readonly Rewritten[] }> {
  const lost: Rewritten[] = [];
  for (const one of rewritten) {
    if (one.result.fixed.length === 0) continue;
    try {
      await writeDocument(session, one.document, one.bytes);
    } catch (error) {
      lost.push(one);
      complainOf(session.world, error, session.debug);
    }
  }
  return { written: rewritten.filter((one) => !lost.includes(one)), lost };
}

/** What became of each report, for the formatter. */
export function outcomesOf(rewritten: readonly Rewritten[]): readonly FixOutcome[] {
  return rewritten.map(({ result: { before, after, fixed, skipped } }) => ({
    path: before.result.path,
    fixed,
    skipped,
    remaining: after.result.diagnostics,
  }));
}

/** What was fixed is fixed on disk; the index, which was judged, still holds the old figures. */
export function tellToStage({ kept, world }: Session, written: readonly Rewritten[]): void {
  if (kept?.kind !== "staged") return;
  for (const { document, result } of written) {
    if (result.fixed.length > 0) note(world, `${document.shown}: fixed on disk, and has to be staged again`);
  }
}
