import type { BaselineEntry } from "../model/baseline.js";
import type { CheckedReport } from "./check-reports.js";

/** Reports without the findings of a baseline, and what of it was not found. */
export interface Baselined {
  readonly checked: readonly CheckedReport[];
  /** Entries of checked reports whose rule ran, had all it asks for, and does not find them any more. */
  readonly stale: readonly BaselineEntry[];
}

/** Takes out of the findings what a baseline knows; each entry stands for one of them. */
export function hideBaselined(checked: readonly CheckedReport[], entries: readonly BaselineEntry[]): Baselined {
  const left = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const same = left.get(keyOf(entry)) ?? [];
    same.push(entry);
    left.set(keyOf(entry), same);
  }
  const shown = checked.map((one): CheckedReport => {
    const { path } = one.report.source;
    const diagnostics = one.result.diagnostics.filter((diagnostic) => !left.get(keyOf({ ...diagnostic, path }))?.pop());
    const baselined = one.result.diagnostics.length - diagnostics.length;
    return { ...one, result: { ...one.result, diagnostics, hidden: { ...one.result.hidden, baselined } } };
  });
  const heard = new Map(checked.map((one) => [one.report.source.path, one.heard]));
  const stale = [...left.values()].flat().filter(({ path, rule }) => heard.get(path)?.has(rule));
  return { checked: shown, stale };
}

/** Path and rule are part of the fingerprint; an entry that was given others by hand says something else. */
function keyOf({ path, rule, fingerprint }: Pick<BaselineEntry, "path" | "rule" | "fingerprint">): string {
  return `${fingerprint} ${rule} ${path}`;
}
