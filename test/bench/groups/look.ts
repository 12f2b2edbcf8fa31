import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bench, chance, folderFor, writeFiles } from "../bench.js";
import { quietEnvironment } from "../command.js";
import { markdownFiles } from "../content/notes.js";
import type { Figure } from "../results.js";
import { summarize } from "../statistics.js";

/** How many markdown files the invented repository has. */
export const FILES = 2_000;

/** A repository of so many markdown files. */
export function markdownFolder(bench: Bench, count: number): string {
  const folder = folderFor(bench, `markdown-${count}`);
  writeFiles(folder, markdownFiles(chance("markdown"), count));
  return folder;
}

/** How fast it is decided which files are reports, in the first pass of a process: what a run pays. */
export async function look(bench: Bench): Promise<readonly Figure[]> {
  const folder = markdownFolder(bench, FILES);
  const manifest = JSON.parse(readFileSync(join(bench.root, "package.json"), "utf8"));
  const library = join(bench.root, manifest.exports["."].default);
  const script = join(bench.root, "test/bench/look.mjs");
  const rounds = bench.rounds ?? (bench.quick ? 3 : 11);
  const runs = Array.from({ length: rounds }, (_, round) => {
    bench.progress(`round ${round + 1} of ${rounds}: the look`);
    const printed = execFileSync(bench.node, [script, library, folder], { env: quietEnvironment(), encoding: "utf8" });
    return JSON.parse(printed) as { readonly mbPerSecond: number; readonly reports: number };
  });
  return [
    {
      id: "look.speed",
      measured: summarize(runs.map(({ mbPerSecond }) => mbPerSecond)),
      note: `${runs[0]?.reports} reports found`,
    },
  ];
}
