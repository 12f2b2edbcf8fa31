import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { arch, availableParallelism, cpus, platform, release, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import type { Bench } from "./bench.js";
import { quietEnvironment } from "./command.js";
import { git } from "./groups/git.js";
import { growth } from "./groups/growth.js";
import { hook } from "./groups/hook.js";
import { look } from "./groups/look.js";
import { many } from "./groups/many.js";
import { start } from "./groups/start.js";
import { table } from "./groups/table.js";
import { type Options, readOptions, USAGE } from "./options.js";
import { installPeers, peerVersions } from "./peers.js";
import { printed } from "./print.js";
import { withBenchTable } from "./readme.js";
import { type Figure, type Result, type Row, resultSchema, rowsOf } from "./results.js";
import { GROUPS, type GroupName } from "./targets.js";

const PARTS: Readonly<Record<GroupName, (bench: Bench) => Promise<readonly Figure[]>>> = {
  start,
  hook,
  look,
  growth,
  table,
  many,
  git,
};

/** Parts that measure the same when quick, only less often. */
const SAME_WHEN_QUICK: ReadonlySet<GroupName> = new Set(["start", "hook", "look"]);

/** Runs the benchmark over a working tree and prints it; answers with the exit code: 1 where a target is missed, 2 where it could not run. */
export async function main(root: string, argv: readonly string[]): Promise<number> {
  try {
    const options = readOptions(argv);
    if (options.help) {
      process.stdout.write(USAGE);
      return 0;
    }
    const result = options.from === undefined ? await measured(root, options) : readResult(options.from);
    process.stdout.write(printed(result));
    if (options.readme) {
      const readme = join(root, "README.md");
      writeFileSync(readme, withBenchTable(readFileSync(readme, "utf8"), result));
    }
    return result.rows.some(({ met }) => met === false) ? 1 : 0;
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

function readResult(file: string): Result {
  return resultSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

async function measured(root: string, options: Options): Promise<Result> {
  const work = options.work === undefined ? mkdtempSync(join(tmpdir(), "blockers-bench-")) : resolve(options.work);
  const bench = benchOf(root, work, options);
  const rows: Row[] = [];
  try {
    for (const group of GROUPS.filter((name) => options.only.includes(name))) {
      rows.push(...rowsOf(group, await PARTS[group](bench), !options.quick || SAME_WHEN_QUICK.has(group)));
      // After each part: a run that is cut off has lost nothing.
      if (options.json !== undefined)
        writeFileSync(options.json, `${JSON.stringify(resultOf(bench, rows), null, 2)}\n`);
    }
  } finally {
    bench.progress("");
    if (options.work === undefined) rmSync(work, { recursive: true, force: true });
  }
  return resultOf(bench, rows);
}

function benchOf(root: string, work: string, { quick, rounds, node }: Options): Bench {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return {
    root,
    node: node === undefined ? process.execPath : resolve(node),
    bin: join(root, manifest.bin.blockers),
    work,
    quick,
    rounds,
    progress,
    peers: () => installPeers(root, progress),
  };
}

/** One line on a terminal that is written over; nothing elsewhere. */
function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${what.slice(0, process.stderr.columns - 1)}`);
}

function resultOf(bench: Bench, rows: readonly Row[]): Result {
  const ask = (file: string, ...args: readonly string[]) =>
    execFileSync(file, args, { encoding: "utf8", env: quietEnvironment() }).trim();
  const manifest = JSON.parse(readFileSync(join(bench.root, "package.json"), "utf8"));
  return resultSchema.parse({
    schemaVersion: 1,
    date: new Date().toISOString().slice(0, 10),
    quick: bench.quick,
    blockers: manifest.version,
    machine: {
      cpu: cpus()[0]?.model.trim() ?? "unknown",
      cores: availableParallelism(),
      memoryMb: Math.round(totalmem() / 1024 / 1024),
      system: `${platform()} ${release()} ${arch()}`,
      node: ask(bench.node, "--version").replace(/^v/, ""),
      git: ask("git", "--version").replace(/^git version /, ""),
    },
    peers: peerVersions(bench.root),
    rows,
  });
}
