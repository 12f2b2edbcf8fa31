import { type Command, type Run, run } from "./command.js";
import type { Random } from "./random.js";
import { pairedRatios } from "./statistics.js";

/** A command that takes part in every round. */
export interface Contender extends Command {
  readonly name: string;
  /** Called before each run, outside of the time. */
  readonly prepare?: () => void | Promise<void>;
  /** Its CPU time and memory are wanted, too. */
  readonly weighed?: boolean;
  /** Takes part in so many rounds at most: for what takes long. */
  readonly atMost?: number;
}

/** What the rounds brought, by the contender's name; a round in which it did not run, or failed, has undefined. */
export interface Rounds {
  runs(name: string): readonly Run[];
  walls(name: string): readonly (number | undefined)[];
  /** Wall time over that of another, round by round. */
  ratios(name: string, reference: string): readonly number[];
  /** Why the last failing run of it gave no figure. */
  failure(name: string): string | undefined;
}

/** Runs every contender once per round, each round in another order. One that failed or took too long does not run again. */
export async function inRounds(
  contenders: readonly Contender[],
  { rounds, capMs, random, progress }: RoundsOptions,
): Promise<Rounds> {
  const results = new Map<string, (Run | undefined)[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of random.shuffle(contenders)) {
      const { name, atMost = rounds } = contender;
      const list = results.get(name) as (Run | undefined)[];
      if (round >= atMost || list.some((run) => run?.failure !== undefined)) list.push(undefined);
      else {
        progress(`round ${round + 1} of ${rounds}: ${name}`);
        await contender.prepare?.();
        list.push(await run(contender, capMs, contender.weighed));
      }
    }
  }
  const of = (name: string): readonly (Run | undefined)[] => {
    const list = results.get(name);
    if (list === undefined) throw new RangeError(`"${name}" took no part`);
    return list;
  };
  const walls = (name: string) =>
    of(name).map((run) => (run === undefined || run.failure !== undefined ? undefined : run.wallMs));
  return {
    runs: (name) => of(name).flatMap((run) => (run === undefined || run.failure !== undefined ? [] : [run])),
    walls,
    ratios: (name, reference) => pairedRatios(walls(name), walls(reference)),
    failure: (name) => of(name).find((run) => run?.failure !== undefined)?.failure,
  };
}

/** How rounds are run. */
export interface RoundsOptions {
  readonly rounds: number;
  /** Longest time of one run. */
  readonly capMs: number;
  readonly random: Random;
  /** Told what runs now. */
  readonly progress: (what: string) => void;
}
