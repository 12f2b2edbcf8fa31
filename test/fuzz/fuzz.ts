import { seeded } from "../bench/random.js";
import { makeCase } from "./mutate.js";
import { objectionTo } from "./objections.js";
import { reduce } from "./reduce.js";

/** One case that a report must not make this program do. */
export interface Failure {
  readonly seed: number;
  readonly case: number;
  readonly objection: string;
  /** The smallest text found that is objected to in the same way. */
  readonly bytes: Buffer;
  /** How many other cases were objected to in the same way. */
  others: number;
}

export interface FuzzOptions {
  readonly corpus: readonly Buffer[];
  readonly seed: number;
  /** The number of the first case. */
  readonly from: number;
  readonly cases: number;
  /** Milliseconds of the processor that a case may take. */
  readonly longest: number;
  readonly onProgress?: (done: number, failures: readonly Failure[], slowest: number) => void;
}

/** Runs cases, and makes the first of each kind that is objected to as small as it gets. */
export async function fuzz({
  corpus,
  seed,
  from,
  cases,
  longest,
  onProgress,
}: FuzzOptions): Promise<readonly Failure[]> {
  const failures = new Map<string, Failure>();
  const object = (bytes: Buffer) => timed(bytes, longest);
  let slowest = 0;
  for (let number = from; number < from + cases; number++) {
    const bytes = caseOf(corpus, seed, number);
    const { objection, took } = await object(bytes);
    slowest = Math.max(slowest, took);
    if (objection !== undefined) {
      const known = failures.get(kindOf(objection));
      if (known) known.others++;
      else {
        const fails = async (less: Buffer) => kindOf((await object(less)).objection ?? "") === kindOf(objection);
        failures.set(kindOf(objection), {
          seed,
          case: number,
          objection,
          bytes: await reduce(bytes, fails),
          others: 0,
        });
      }
    }
    onProgress?.(number - from + 1, [...failures.values()], slowest);
  }
  return [...failures.values()];
}

/** The text of a case: the same for a seed, a number and a corpus. */
export function caseOf(corpus: readonly Buffer[], seed: number, number: number): Buffer {
  return makeCase(corpus, seeded(Math.imul(seed, 0x9e3779b1) + number));
}

async function timed(
  bytes: Buffer,
  longest: number,
): Promise<{ readonly objection: string | undefined; readonly took: number }> {
  // What other processes take meanwhile does not count.
  const start = process.cpuUsage();
  const objection = await objectionTo(bytes);
  const took = process.cpuUsage(start).user / 1000;
  return { objection: objection ?? (took > longest ? `takes longer than ${longest} ms` : undefined), took };
}

/** An objection without what differs from case to case. */
function kindOf(objection: string): string {
  const [first = "", ...frames] = objection.split("\n");
  return [first, ...frames.slice(0, 2)]
    .join("\n")
    .replace(/\d+/g, "N")
    .replace(/"[^"]*"|\{.*/g, "T");
}
