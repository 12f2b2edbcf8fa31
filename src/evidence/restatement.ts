import type { RemainingClaim, RestatementClaim } from "../model/claim.js";
import type { Quantity } from "../model/quantity.js";
import type { Report } from "../model/report.js";
import type { Tolerances } from "../model/tolerances.js";
import type { ComputedValue, Evidence, Verdict } from "../model/verdict.js";
import { judge, type Reading } from "./judge.js";
import { evidenceOf, statusCounts } from "./members.js";
import { collections } from "./tally.js";

/** One quantity, stated twice: the values must overlap once rounding and "~" are allowed for. */
export function judgeRestatement(claim: RestatementClaim, { percent }: Tolerances): Verdict {
  const own = claim.statements.find((s) => s.range === claim.range) ?? claim.statements[0];
  if (!own) return { kind: "cannot-tell", reason: "no-subject" };
  const others = claim.statements.filter((s) => s !== own);
  const differing = others.filter((s) => !same(own.quantity, s.quantity, percent));
  const from = others.map((s): Evidence => ({ range: s.range, text: s.quantity.raw }));
  const [first] = differing;
  if (!first) return { kind: "consistent", by: { how: "stated alike everywhere", from } };
  const values = [...new Set(differing.map((s) => s.quantity.raw))].join(", ");
  return {
    kind: "contradicted",
    stated: own.quantity.raw,
    computed: values,
    ...sharedValue(differing.map((s) => s.quantity)),
    by: { how: `${claim.subject} is stated as ${values} elsewhere`, from },
    deviation: undefined,
    changesConclusion: own.quantity.unit === "%" && [own, ...differing].some((s) => s.quantity.low >= 100),
  };
}

/** What all the other places state alike. */
function sharedValue(stated: readonly Quantity[]): { value?: ComputedValue } {
  const [first] = stated;
  const alike = first && stated.every((q) => q.low === first.low && q.high === first.high);
  return alike ? { value: { low: first.low, high: first.high, certain: false } } : {};
}

function same(a: RestatementClaim["statements"][number]["quantity"], b: typeof a, percent: number): boolean {
  const loose = a.approximate || b.approximate;
  const slack = a.unit === "%" ? Math.max(loose ? 5 : 1, percent) : loose ? Math.max(a.high, b.high) * 0.15 : 0;
  const lies = (one: typeof a, within: typeof a): boolean =>
    one.low === one.high && one.low >= within.low - slack && one.high <= within.high + slack;
  const alike = Math.abs(a.low - b.low) <= slack && Math.abs(a.high - b.high) <= slack;
  return alike || lies(a, b) || lies(b, a);
}

/** What is said to be left against what the report's own figures, or the one collection it names, leave. */
export function judgeRemaining(claim: RemainingClaim, report: Report, { counts }: Tolerances): Verdict {
  const options = {
    tolerance: counts,
    unit: claim.quantity.unit ? ` ${claim.raw.slice(claim.quantity.raw.length).trim() || claim.quantity.unit}` : "",
    otherwise: "ambiguous-scope",
  } as const;
  if (claim.left.length === 0) {
    const { telling, ways } = leftOpen(claim.noun, report);
    return judge(claim.quantity, telling, options, ways);
  }
  const stated = claim.left.map(
    (l): Reading => ({
      low: l.low,
      high: l.high,
      by: { how: l.how, from: l.ranges.map((range) => ({ range, text: l.how })) },
    }),
  );
  return judge(claim.quantity, stated, options);
}

interface LeftOpen {
  /** Of ways that are alike in their value and in what they tell, the first. */
  readonly telling: readonly Reading[];
  readonly ways: readonly Reading[];
}

const LEFT = new WeakMap<Report, Map<string, LeftOpen>>();

/** What is open in the collections that may be meant; it convicts only where there is one of that name. */
function leftOpen(noun: string, report: Report): LeftOpen {
  const nouns = LEFT.get(report) ?? new Map<string, LeftOpen>();
  LEFT.set(report, nouns);
  const known = nouns.get(noun);
  if (known) return known;
  const ways = readOpen(noun, report);
  const alike = new Map<string, Reading>();
  for (const way of ways) {
    const key = `${way.low} ${way.lenient} ${way.rival}`;
    if (!alike.has(key)) alike.set(key, way);
  }
  const left = { telling: [...alike.values()], ways };
  nouns.set(noun, left);
  return left;
}

function readOpen(noun: string, report: Report): Reading[] {
  const all = collections(report).filter((c) => c.members.length > 1 && statusCounts(c.members).unknown === 0);
  const named = all.filter((c) => c.nouns.includes(noun));
  const sizes = new Set(named.map((c) => `${c.members.length} ${statusCounts(c.members).open}`));
  return all.flatMap((c) => {
    const { open, todo, active, closed, done } = statusCounts(c.members);
    const meant = sizes.size === 1 && done > 0 && c.nouns.includes(noun);
    return [...new Set([open, open - closed, todo, active, todo + active])].map((n, i) => ({
      low: n,
      high: n,
      lenient: i > 0 || !meant,
      rival: meant,
      by: { how: `${n} of ${c.members.length} ${c.what} are open`, from: evidenceOf(c) },
    }));
  });
}
