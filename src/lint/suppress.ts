import type { NamedRule, Suppression, SuppressionFault, SuppressionWord } from "../model/suppression.js";
import { lastNotAbove } from "../source/positions.js";
import { faultsOf, isValid, type RulesOfRun } from "./suppression-faults.js";

/** A finding, as far as suppressing it goes. */
export interface Placed {
  readonly rule: { readonly id: string };
  /** In the repaired text. */
  readonly finding: { readonly range: { readonly start: number } };
}

export interface Suppressed<F extends Placed> {
  readonly shown: readonly F[];
  readonly suppressed: readonly F[];
  /** Comments that have to be put right, or can go. */
  readonly faults: readonly SuppressionFault[];
}

/** One rule of one comment. */
interface Use {
  readonly kind: SuppressionWord;
  readonly rule: NamedRule;
}

/**
 * Takes out what comments suppress, by where findings start. Of several comments that cover a finding, the one for its line
 * counts as used, else the one above that starts last, else the first one for the file.
 */
export function suppress<F extends Placed>(
  findings: readonly F[],
  suppressions: readonly Suppression[],
  rules: RulesOfRun,
): Suppressed<F> {
  if (suppressions.length === 0) return { shown: findings, suppressed: [], faults: [] };
  const covers = coversOf(suppressions, rules);
  const used = new Set<NamedRule>();
  const shown: F[] = [];
  const suppressed: F[] = [];
  for (const one of findings) {
    const rule = covers.get(one.rule.id)?.(one.finding.range.start);
    if (rule) used.add(rule);
    (rule ? suppressed : shown).push(one);
  }
  return { shown, suppressed, faults: faultsOf(suppressions, used, rules) };
}

type Cover = (offset: number) => NamedRule | undefined;

function coversOf(suppressions: readonly Suppression[], rules: RulesOfRun): ReadonlyMap<string, Cover> {
  const uses = new Map<string, Use[]>();
  for (const suppression of suppressions) {
    if (!isValid(suppression)) continue;
    for (const rule of suppression.rules) {
      if (rule.id === rules.itself) continue;
      const list = uses.get(rule.id) ?? [];
      list.push({ kind: suppression.kind, rule });
      uses.set(rule.id, list);
    }
  }
  return new Map([...uses].map(([id, list]) => [id, coverOf(list)]));
}

function coverOf(uses: readonly Use[]): Cover {
  const of = (...kinds: readonly SuppressionWord[]): NamedRule[] =>
    uses
      .flatMap(({ kind, rule }) => (kinds.includes(kind) ? [rule] : []))
      .sort((a, b) => a.extent.start - b.extent.start);
  // Whole lines do not overlap, and all blocks that are open end at one comment: what starts last decides.
  const levels = [of("blockers-disable-line", "blockers-disable-next-line"), of("blockers-disable")];
  const [file] = of("blockers-disable-file");
  return (offset) => {
    for (const level of levels) {
      const last = level[lastNotAbove(level, offset, ({ extent }) => extent.start)];
      if (last && last.extent.start <= offset && offset < last.extent.end) return last;
    }
    return file;
  };
}
