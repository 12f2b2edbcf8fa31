import { closest } from "../model/closest.js";
import {
  type NamedRule,
  SUPPRESSION_WORDS,
  type Suppression,
  type SuppressionFault,
  type SuppressionWord,
} from "../model/suppression.js";

/** What a run knows of its rules. */
export interface RulesOfRun {
  /** The ids of all rules that there are. */
  readonly known: readonly string[];
  /** Those that ran and had all they ask for: where they find nothing, there is nothing. */
  readonly heard: ReadonlySet<string>;
  /** The rule that speaks of the comments themselves. */
  readonly itself: string;
}

type Fault = SuppressionFault;

/** Whether a comment suppresses anything: it says what, and why. */
export function isValid(one: Suppression): one is Suppression & { readonly kind: SuppressionWord } {
  return one.kind !== undefined && one.kind !== "blockers-enable" && faultOf(one) === undefined;
}

/** What is wrong with the comments of a report, given what was of use. */
export function faultsOf(
  suppressions: readonly Suppression[],
  used: ReadonlySet<NamedRule>,
  rules: RulesOfRun,
): Fault[] {
  const ended = endsOf(suppressions);
  const faults = suppressions.flatMap((one) => {
    const whole = faultOf(one);
    if (whole) return [whole];
    return one.kind === "blockers-enable" ? endFaults(one, ended, rules) : nameFaults(one, used, rules);
  });
  return faults.sort((a, b) => a.range.start - b.range.start);
}

/** What keeps a whole comment from meaning anything. */
function faultOf(one: Suppression): Fault | undefined {
  const { kind, word, rules, reason, cutsTable } = one;
  if (kind === undefined) return { ...about(one), kind: "unknown-word", meant: closest(word, SUPPRESSION_WORDS) };
  if (cutsTable) return { ...about(one), kind: "cuts-table" };
  if (kind === "blockers-enable") return undefined;
  if (rules.length === 0) return { ...about(one), kind: "no-rule" };
  return reason === "" ? { ...about(one), kind: "no-reason" } : undefined;
}

function about({ word, range }: Suppression): Omit<Fault, "kind"> {
  return { range, name: word, meant: undefined, removal: undefined };
}

function nameFaults(one: Suppression, used: ReadonlySet<NamedRule>, { known, heard, itself }: RulesOfRun): Fault[] {
  const faults = one.rules.flatMap(({ id, range }): Fault[] => {
    const fault = { range, name: id, meant: undefined, removal: undefined };
    if (id === itself) return [{ ...fault, kind: "itself" }];
    if (!known.includes(id)) return [{ ...fault, kind: "unknown-rule", meant: closest(id, known) }];
    // Another rule of the same name in the comment may be the one that was of use.
    const isUsed = one.rules.some((rule) => rule.id === id && used.has(rule));
    return heard.has(id) && !isUsed ? [{ ...fault, kind: "unused" }] : [];
  });
  const allUnused = faults.length === one.rules.length && faults.every(({ kind }) => kind === "unused");
  if (!allUnused) return faults;
  const name = one.rules.map(({ id }) => id).join(", ");
  return [{ kind: "unused", range: one.range, name, meant: undefined, removal: one.removal }];
}

function endFaults(one: Suppression, ended: ReadonlySet<string>, { known }: RulesOfRun): Fault[] {
  if (one.rules.length === 0) {
    return ended.has(endKey("", one.range.start))
      ? []
      : [{ ...about(one), kind: "ends-nothing", removal: one.removal }];
  }
  return one.rules.flatMap(({ id, range }): Fault[] => {
    const fault = { range, name: id, meant: undefined, removal: undefined };
    if (!known.includes(id)) return [{ ...fault, kind: "unknown-rule", meant: closest(id, known) }];
    return ended.has(endKey(id, one.range.start)) ? [] : [{ ...fault, kind: "ends-nothing" }];
  });
}

/** Where blocks end, by rule, and under no name for any rule. */
function endsOf(suppressions: readonly Suppression[]): Set<string> {
  const blocks = suppressions.filter((one) => one.kind === "blockers-disable").flatMap(({ rules }) => rules);
  return new Set(blocks.flatMap(({ id, extent }) => [endKey(id, extent.end), endKey("", extent.end)]));
}

function endKey(id: string, offset: number): string {
  return `${offset} ${id}`;
}
