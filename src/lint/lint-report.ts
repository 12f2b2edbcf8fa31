import type { Gathered } from "../evidence/judging.js";
import { changedFiles } from "../evidence/staleness.js";
import type { Diagnostic, FileResult, LintedItem, Severity } from "../model/diagnostic.js";
import type { Report } from "../model/report.js";
import type { Suppression } from "../model/suppression.js";
import type { TableState } from "../readiness/table-states.js";
import { type Rule, rules } from "../rules/index.js";
import type { RuleContext } from "../rules/rule.js";
import { unusedSuppression } from "../rules/unused-suppression.js";
import { lineOf } from "../source/positions.js";
import { coverageOf } from "./coverage.js";
import { heardRules } from "./heard-rules.js";
import { inOrder, type Located, settle } from "./settle.js";
import { suppress } from "./suppress.js";

/** How grave the findings of rules are, by rule id, where it is not as the rules say. */
export type Severities = Readonly<Record<string, Severity | "off" | undefined>>;

/** What a run wants to hear. */
export interface RuleChoice {
  /** Run these rules only; the caller has checked that they exist. */
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  /** False with `--no-inline-config`: comments in reports then suppress nothing, and nothing is said of them. */
  readonly inlineConfig?: boolean;
}

/** How one report is linted. */
export interface LintOptions extends RuleChoice {
  readonly severities: Severities | undefined;
  readonly asOf?: string | undefined;
  /** It speaks of its own day only, and is never rewritten. */
  readonly frozen: boolean;
}

/** What the rules say of a report. */
export interface LintedReport {
  readonly result: FileResult;
  /** What could be fixed, were the report not frozen: its diagnostics have no fix. */
  readonly withheld: readonly Diagnostic[];
  /** The ids of the rules that ran and had all they ask for: what these do not find is not there. */
  readonly heard: ReadonlySet<string>;
}

/** Lets the rules speak of one report whose claims are judged; `tables` are those that stand in it. */
export function lintReport(gathered: Gathered, tables: readonly TableState[], options: LintOptions): LintedReport {
  const { report, judgements, git } = gathered;
  const { severities = {}, asOf, frozen } = options;
  const chosen = rules.filter((rule) => isOn(rule, options, severities[rule.id]));
  const heard = heardRules(chosen, { judgements, git, tables, asOf, frozen });
  const changed = git && !frozen ? changedFiles(judgements, git) : [];
  const context = { report, judgements, changed, tables, suppressionFaults: [] };
  const found = speak(chosen, heard, context, options.inlineConfig === false ? [] : report.suppressions);
  const diagnostics = settle(report, found, severities, judgements);
  const result = (told: readonly Diagnostic[]): FileResult => ({
    ...describe(gathered),
    diagnostics: told,
    hidden: { suppressed: found.hidden.length, baselined: 0 },
  });
  if (!frozen) return { result: result(diagnostics), withheld: [], heard };
  const withheld = diagnostics.filter(({ fix }) => fix !== null);
  return { result: result(diagnostics.map((one) => ({ ...one, fix: null }))), withheld, heard };
}

/** What the chosen rules find, and of that what comments hide; the rule on the comments themselves speaks last. */
function speak(
  chosen: readonly Rule[],
  heard: ReadonlySet<string>,
  context: RuleContext,
  suppressions: readonly Suppression[],
): { readonly told: readonly Located[]; readonly hidden: readonly Located[] } {
  const all = inOrder(chosen.map((rule) => ({ rule, findings: rule.check(context) })));
  const { shown, suppressed, faults } = suppress(all, suppressions, {
    known: rules.map(({ id }) => id),
    heard,
    itself: unusedSuppression.id,
  });
  const rule = unusedSuppression;
  const onComments = chosen.includes(rule)
    ? inOrder([{ rule, findings: rule.check({ ...context, suppressionFaults: faults }) }])
    : [];
  return { told: [...shown, ...onComments], hidden: suppressed };
}

/** What a result says of the report whatever is found in it. */
function describe({ report, judgements, claims }: Gathered): Omit<FileResult, "diagnostics" | "hidden"> {
  const { source, items } = report;
  return {
    path: source.path,
    repositoryPath: source.path,
    items: items.map(
      (item): LintedItem => ({
        key: item.key,
        title: item.title,
        status: item.status,
        percent: item.percent ?? null,
        line: lineOf(source, item.mentions[0]?.range.start ?? 0),
      }),
    ),
    coverage: coverageOf(judgements),
    lines: source.raw.split(/\r\n|\n|\r/),
    lineStarts: source.rawLineStarts,
    notes: notesOn(report, claims.length),
  };
}

/** A file that is there for its generated tables need not say anything itself. */
function notesOn({ items, generated }: Report, claims: number): string[] {
  return items.length + claims + generated.length === 0 ? ["no item and no figure was found in it"] : [];
}

function isOn({ id, onByDefault }: Rule, { only, skip }: RuleChoice, level: Severities[string]): boolean {
  if (only && only.length > 0) return only.includes(id);
  return !(skip ?? []).includes(id) && (level === undefined ? onByDefault !== false : level !== "off");
}
