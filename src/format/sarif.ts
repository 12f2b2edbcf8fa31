import type { Diagnostic, FileResult, Fix } from "../model/diagnostic.js";
import { rules } from "../rules/index.js";
import { describeFix, detailsOf, inOrder, keepWorst, type Placed, placedEdits } from "./findings.js";
import type { CheckFormatOptions } from "./options.js";
import { innerUri } from "./report-path.js";
import { sanitize, sanitizeJson, wellFormed } from "./sanitize.js";
import { ruleDescriptors, SARIF_LEVELS } from "./sarif-rules.js";
import { totalCoverage, totalHidden } from "./summary.js";

/** GitHub keeps no more results of a run, and not always the worst. */
const MOST_RESULTS = 5000;

const RULE_INDEX = new Map(rules.map(({ id }, index) => [id, index]));

/**
 * SARIF 2.1.0: one run, each finding with its place, what it was computed from, a fingerprint and its fix. Of more findings
 * than services take the worst are kept, and a notification says so. Never raises.
 */
export function formatSarif(results: readonly FileResult[], options: CheckFormatOptions): string {
  const { results: kept, omitted } = keepWorst(results, MOST_RESULTS);
  const { reasons, ...coverage } = totalCoverage(results);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: options.tool.name, version: options.tool.version, rules: ruleDescriptors() } },
        columnKind: "utf16CodeUnits",
        invocations: [
          { executionSuccessful: !options.failed, toolExecutionNotifications: notifications(results, omitted) },
        ],
        results: inOrder(kept).map(resultOf),
        properties: { coverage: { ...coverage, reasons }, hidden: totalHidden(results) },
      },
    ],
  };
  return `${sanitizeJson(JSON.stringify(log, null, 2))}\n`;
}

function notifications(results: readonly FileResult[], omitted: number): readonly object[] {
  const notes = results.flatMap((result) =>
    result.notes.map((text) => ({
      level: "note",
      message: { text: plain(text) },
      locations: [{ physicalLocation: { artifactLocation: { uri: innerUri(result) } } }],
    })),
  );
  if (omitted === 0) return notes;
  const text = `${omitted} more findings are left out, none of them worse than these ${MOST_RESULTS}`;
  return [...notes, { level: "warning", message: { text } }];
}

function resultOf({ result, diagnostic }: Placed): object {
  const { rule, severity, line, column, endLine, endColumn, related, fix, fingerprint } = diagnostic;
  const uri = innerUri(result);
  const index = RULE_INDEX.get(rule);
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: rule,
    ...(index !== undefined && { ruleIndex: index }),
    level: SARIF_LEVELS[severity],
    message: { text: plain(messageOf(diagnostic)) },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        physicalLocation: { artifactLocation: { uri }, region: { startLine: place.line } },
        message: { text: plain(place.text) },
      })),
    }),
    // The second is the one that code scanning goes by; else it would take the text of the line, figures and all.
    partialFingerprints: { "blockers/v1": fingerprint, primaryLocationLineHash: fingerprint },
    ...(fix && { fixes: [fixOf(result, fix, uri)] }),
    properties: valuesOf(diagnostic),
  };
}

/** What was found, and how: services show the message, and seldom anything else. */
function messageOf(diagnostic: Diagnostic): string {
  const told = detailsOf(diagnostic).filter(([label]) => label !== "stated" && label !== "computed");
  return [diagnostic.message, ...told.map(([label, text]) => `${label}: ${text}`)].join("\n");
}

function valuesOf({ stated, computed, proof, changesConclusion, fix }: Diagnostic): object {
  const values = { stated, computed, proof, fix: fix?.safety ?? null };
  const known = Object.entries(values).flatMap(([name, text]) =>
    text === null ? [] : [[name, wellFormed(text)] as const],
  );
  return { ...Object.fromEntries(known), changesConclusion };
}

function fixOf(result: FileResult, fix: Fix, uri: string): object {
  const replacements = placedEdits(result, fix).map(({ start, end, text }) => ({
    deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    insertedContent: { text: wellFormed(text) },
  }));
  return {
    description: { text: plain(describeFix(fix)) },
    artifactChanges: [{ artifactLocation: { uri }, replacements }],
  };
}

/** Text of a message: nothing in it is a link, which SARIF writes as `[text](target)`. */
function plain(text: string): string {
  return text.split("\n").map(sanitize).join("\n").replaceAll("](", "]\\(") || "-";
}
