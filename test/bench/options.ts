import { parseArgs } from "node:util";
import { GROUPS, type GroupName } from "./targets.js";

/** What was asked for on the command line. */
export interface Options {
  readonly help: boolean;
  readonly quick: boolean;
  readonly only: readonly GroupName[];
  readonly rounds: number | undefined;
  readonly node: string | undefined;
  readonly json: string | undefined;
  readonly work: string | undefined;
  readonly readme: boolean;
  /** A file of an earlier run: it is shown, or put into the README, and nothing is measured. */
  readonly from: string | undefined;
}

export const USAGE = `npm run bench -- [options]

Measures start-up, growth, large repositories and git against their targets and
beside other tools, which it installs in test/bench/peers when it first runs.

  --only <name>     only this part (${GROUPS.join(", ")}); repeatable
  --quick           small inputs and few rounds: to try it, not to judge by
  --rounds <n>      so many rounds of everything
  --node <path>     run the program, and the other tools, with this Node
  --json <file>     write the figures to this file
  --from <file>     measure nothing: show the figures of this file
  --readme          write the table into README.md
  --work <folder>   make the content here, and keep it for the next run
  -h, --help        print this help
`;

/** Reads the command line. Throws with a sentence for what it does not understand. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      help: { type: "boolean", short: "h", default: false },
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      rounds: { type: "string" },
      node: { type: "string" },
      json: { type: "string" },
      work: { type: "string" },
      from: { type: "string" },
      readme: { type: "boolean", default: false },
    },
  });
  const { help, quick, readme, node, json, work, from } = values;
  const only = values.only.flatMap((names) => names.split(",")).map(groupNamed);
  const rounds = values.rounds === undefined ? undefined : roundsFrom(values.rounds);
  return { help, quick, readme, only: only.length > 0 ? only : GROUPS, rounds, node, json, work, from };
}

function groupNamed(name: string): GroupName {
  const found = GROUPS.find((group) => group === name);
  if (found === undefined) throw new Error(`there is no part "${name}": ${GROUPS.join(", ")}`);
  return found;
}

function roundsFrom(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`"${text}" is no number of rounds`);
  return count;
}
