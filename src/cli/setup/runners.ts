import { join } from "node:path";
import { readIfThere, textOf } from "./plan-file.js";
import type { Place } from "./step.js";

/** A program that runs this repository's hooks. */
export interface Runner {
  readonly name: string;
  /** By what it was recognised, relative to the checkout. */
  readonly file: string;
  /** The file that takes the snippet. */
  readonly entry: string;
  readonly snippet: readonly string[];
  /** Whether its entry names this program. */
  readonly runsUs: boolean;
}

interface Known {
  readonly name: string;
  readonly files: readonly string[];
  readonly entry?: string;
  readonly snippet: readonly string[];
}

/** In the order in which they are looked for. */
const RUNNERS: readonly Known[] = [
  { name: "husky", files: [".husky"], entry: ".husky/pre-commit", snippet: ["blockers check --staged"] },
  {
    name: "lefthook",
    files: ["lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml", "lefthook.toml", "lefthook.json"],
    snippet: ["pre-commit:", "  commands:", "    blockers:", "      run: blockers check --staged"],
  },
  {
    name: "pre-commit",
    files: [".pre-commit-config.yaml"],
    snippet: [
      "repos:",
      "  - repo: local",
      "    hooks:",
      "      - id: blockers",
      "        name: blockers",
      "        entry: blockers check --staged",
      "        language: system",
      "        types: [markdown]",
      "        pass_filenames: false",
    ],
  },
];

/** The first of the known runners that this checkout is set up for. Raises input errors. */
export async function findRunner(place: Place): Promise<Runner | undefined> {
  for (const { name, files, entry, snippet } of RUNNERS) {
    for (const file of files) {
      if ((await place.world.fs.stat(join(place.checkout, file))) === undefined) continue;
      const target = entry ?? file;
      const bytes = await readIfThere(place, join(place.checkout, target), target);
      const runsUs = bytes !== undefined && /\bblockers\b/.test(textOf(bytes));
      return { name, file, entry: target, snippet: snippet.map((line) => `  ${line}`), runsUs };
    }
  }
  return undefined;
}
