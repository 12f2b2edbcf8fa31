import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import type { Command } from "./command.js";
import { type Random, seeded } from "./random.js";
import type { Figure } from "./results.js";
import { type Contender, inRounds, type Rounds } from "./rounds.js";
import { median, type Summary, summarize } from "./statistics.js";

/** What every part of the benchmark works with. */
export interface Bench {
  /** The working tree that is measured. */
  readonly root: string;
  /** The Node that runs it. */
  readonly node: string;
  /** The program: what `bin` names. */
  readonly bin: string;
  /** Where content is made. */
  readonly work: string;
  readonly quick: boolean;
  /** How many rounds are run; where a part takes long it runs fewer, unless they were asked for. */
  readonly rounds: number | undefined;
  readonly progress: (what: string) => void;
  /** The folder that the peers are installed in, which happens when it is first asked for. */
  readonly peers: () => string;
}

const SEED = 20_260_306;

/** Chance for a part of the benchmark: the same for the same name, whatever else runs. */
export function chance(name: string): Random {
  return seeded([...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, SEED));
}

/** Makes an empty folder for a part's content, or finds it filled by an earlier run over the same place. */
export function folderFor(bench: Bench, name: string): string {
  const folder = join(bench.work, bench.quick ? `quick-${name}` : name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: readonly { readonly path: string; readonly text: string }[]): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The environment in which scripts find the Node that is measured. */
export function environment(bench: Bench): NodeJS.ProcessEnv {
  return { PATH: [dirname(bench.node), process.env.PATH ?? ""].join(delimiter) };
}

/** A run of the program. */
export function blockers(bench: Bench, cwd: string, ...args: readonly string[]): Command {
  return { file: bench.node, args: [bench.bin, ...args], cwd, env: environment(bench) };
}

/** The floor: Node itself, doing nothing. */
export function floor(bench: Bench): Contender {
  return { name: "node -e 0", file: bench.node, args: ["-e", "0"], cwd: bench.work };
}

/** Lets the contenders run in rounds: as many as were asked for, else `usual`, else when quick `quick`. */
export async function contest(
  bench: Bench,
  contenders: readonly Contender[],
  { usual, quick, capMs }: { readonly usual: number; readonly quick: number; readonly capMs: number },
): Promise<Rounds> {
  const rounds = bench.rounds ?? (bench.quick ? quick : usual);
  return await inRounds(contenders, { rounds, capMs, random: chance("rounds"), progress: bench.progress });
}

/** The figure of a contender as a ratio to another. */
export function ratioFigure(rounds: Rounds, id: string, name: string, reference: string): Figure {
  const ratios = rounds.ratios(name, reference);
  const failure = rounds.failure(name) ?? rounds.failure(reference);
  return { id, ...(ratios.length > 0 && { measured: summarize(ratios) }), ...medians(rounds, name), ...noted(failure) };
}

/** The medians of what was seen of a contender, as far as it was seen. */
export function medians(rounds: Rounds, name: string): Pick<Figure, "wallMs" | "cpuMs" | "rssMb"> {
  const runs = rounds.runs(name);
  const of = (key: "wallMs" | "cpuMs" | "rssMb") => {
    const seen = runs.flatMap((run) => run[key] ?? []);
    return seen.length > 0 ? { [key]: median(seen) } : {};
  };
  return { ...of("wallMs"), ...of("cpuMs"), ...of("rssMb") };
}

/** A summary of one of the measures of a contender; undefined where it was not seen. */
export function summaryOf(rounds: Rounds, name: string, key: "wallMs" | "rssMb", scale = 1): Summary | undefined {
  const seen = rounds.runs(name).flatMap((run) => run[key] ?? []);
  return seen.length > 0 ? summarize(seen.map((value) => value * scale)) : undefined;
}

/** A note, where there is something to note. */
export function noted(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note };
}
