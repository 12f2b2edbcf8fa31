import type { BranchClaim } from "../model/claim.js";
import { sourceRange } from "../model/plain-text.js";
import type { Report } from "../model/report.js";

const LABEL = /^(?:git |feature |working |development |current )?branch$/iu;
/** A name as git allows it, with a sign that it is one: a slash, a dash, a dot, or a code span around it. */
const NAME = /^[\w][\w./+-]*[\w]$/;

/** "**Branch**: `feature/login`": a branch that is meant to be there, or to have been. */
export function branchClaims(report: Report): BranchClaim[] {
  return report.fields.flatMap((field): BranchClaim[] => {
    const { unit, valueStart } = field;
    if (!LABEL.test(field.label) || unit.quoted) return [];
    const raw = /^[\s*_`]*([^\s*`,;()]+)/u.exec(unit.text.value.slice(valueStart))?.[1] ?? "";
    if (!NAME.test(raw) || !/[/-]/.test(raw)) return [];
    const start = unit.text.value.indexOf(raw, valueStart);
    return [{ kind: "branch", name: raw, unit, range: sourceRange(unit.text, start, start + raw.length), raw }];
  });
}
