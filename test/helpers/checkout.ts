import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { main } from "../../src/cli/main.js";
import type { World } from "../../src/cli/world.js";
import { makeFolder, runUserGit } from "./scenario.js";
import { testWorld } from "./test-world.js";

/** What a run printed, and how it ended. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A checkout that a person works in. */
export interface Checkout {
  readonly path: string;
  /** Runs git in it; throws when git fails. */
  git(...args: readonly string[]): string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** Writes, stages and commits. */
  commit(files: Readonly<Record<string, string>>, message?: string): Promise<string>;
  /** Runs a command line in it. */
  run(argv: readonly string[], over?: Partial<World>): Promise<Run>;
}

/** A checkout at a path where there is one already. */
export function checkoutAt(path: string): Checkout {
  const git = (...args: readonly string[]): string => runUserGit(path, ...args);
  const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    }
  };
  return {
    path,
    git,
    write,
    async commit(files, message = "Work") {
      await write(files);
      git("add", "--", ...Object.keys(files));
      git("commit", "-q", "--no-verify", "-m", message);
      return git("rev-parse", "HEAD");
    },
    async run(argv, over = {}) {
      const world = testWorld(over.cwd ?? path, over);
      const code = await main(argv, world);
      return { code, stdout: world.output("stdout"), stderr: world.output("stderr") };
    },
  };
}

/** An empty repository on branch main, in a temporary folder. */
export async function makeCheckout(...options: readonly string[]): Promise<Checkout> {
  const checkout = checkoutAt(await makeFolder());
  checkout.git("init", "-q", "-b", "main", ...options);
  return checkout;
}

/** A report on two items, one of them done, that says how many are; and, if asked, how long a file is. */
export function reportOn(done: 1 | 2, file?: { readonly path: string; readonly lines: number }): string {
  const worker = file === undefined ? "Worker" : `Worker in \`${file.path}\` (${file.lines} lines)`;
  return [
    "# Status",
    "",
    `**Overall**: ${done * 50}% complete (${done}/2 items)`,
    "",
    "| Item | Status |",
    "|---|---|",
    `| ${worker} | ✅ DONE |`,
    "| Docs | ⏳ TODO |",
    "",
  ].join("\n");
}

/** So many lines. */
export function linesOf(count: number): string {
  return "line\n".repeat(count);
}
