import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { type Bench, chance, folderFor } from "../bench.js";
import { quietEnvironment } from "../command.js";
import { type HistorySize, historyStream } from "./history.js";
import type { Citation } from "./reports.js";

const execute = promisify(execFile);
const OUTPUT_CAP = 256 * 1024 * 1024;
/** Says that a repository was wholly made. */
const MADE = ".git/made-for-bench";
/** Text is handed to git in pieces of about this size. */
const PIECE = 1024 * 1024;
/** How much of an id is cited. */
const CITED_DIGITS = 10;

/** Makes the checkout of an invented history, packed as a clone of it would be, or finds it made. Throws when git fails. */
export async function historyRepository(bench: Bench, name: string, size: HistorySize): Promise<string> {
  const folder = folderFor(bench, name);
  if (existsSync(join(folder, MADE))) return folder;
  bench.progress(`making a repository of ${size.commits} commits`);
  rmSync(join(folder, ".git"), { recursive: true, force: true });
  await git(folder, ["init", "--quiet", "--initial-branch=main"]);
  const importer = spawn("git", ["fast-import", "--done", "--quiet"], {
    cwd: folder,
    env: gitEnvironment(),
    stdio: ["pipe", "ignore", "inherit"],
  });
  const ended = once(importer, "close");
  await pipeline(gathered(historyStream(chance(name), size)), importer.stdin);
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  bench.progress(`packing the repository of ${size.commits} commits`);
  // The importer packs by the order of arrival; a clone is packed by what is alike.
  await git(folder, ["repack", "-a", "-d", "-f", "-q"]);
  await git(folder, ["commit-graph", "write", "--reachable"]);
  await git(folder, ["reset", "--hard", "--quiet", "main"]);
  writeFileSync(join(folder, MADE), "");
  return folder;
}

/** Larger pieces than the stream is written in. */
function* gathered(parts: Iterable<string>): Generator<string> {
  let piece = "";
  for (const part of parts) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** So many commits of the main branch, spread over all of it but never a merge, with their days and, if wanted, the lines they inserted. */
export async function citationsFrom(
  folder: string,
  count: number,
  sizes: "with sizes" | "without sizes",
): Promise<readonly Citation[]> {
  const listed = await git(folder, ["log", "--no-merges", "--format=%H %cs", "main"]);
  const lines = listed.trim().split("\n");
  // Without the first, which brings all files, and without what reads as a number.
  const all = lines.slice(0, -1).filter((line) => /[a-f]/.test(line.slice(0, CITED_DIGITS)));
  if (all.length < count) throw new RangeError(`only ${all.length} commits for ${count} citations`);
  const chosen = chance("citations").shuffle(all).slice(0, count);
  const citations = chosen.map((line) => ({ id: line.slice(0, CITED_DIGITS), day: line.slice(41) }));
  if (sizes === "without sizes") return citations;
  const args = ["log", "--no-walk=unsorted", "--stdin", "--shortstat", "--format=%H"];
  const ids = chosen.map((line) => line.slice(0, 40));
  const told = await git(folder, args, `${ids.join("\n")}\n`);
  const inserted = told.split(/^(?=[0-9a-f]{40}$)/m).map((part) => Number(/(\d+) insertion/.exec(part)?.[1] ?? 0));
  return citations.map((citation, index) => ({ ...citation, inserted: inserted[index] ?? 0 }));
}

/** Forgets what an earlier run of the program has kept in the repository: the next run is a first one. */
export function forgetFacts(folder: string): void {
  const common = join(folder, ".git");
  for (const entry of readdirSync(common)) {
    if (entry.startsWith("blockers")) rmSync(join(common, entry), { recursive: true, force: true });
  }
}

/** Runs git and returns what it prints. Throws when it fails. */
export async function git(folder: string, args: readonly string[], input?: string): Promise<string> {
  const running = execute("git", [...args], { cwd: folder, env: gitEnvironment(), maxBuffer: OUTPUT_CAP });
  // Git may end before it has read what it does not need; what went wrong is told by its exit code.
  running.child.stdin?.on("error", () => undefined);
  running.child.stdin?.end(input ?? "");
  return (await running).stdout;
}

/** Without the configuration of whoever runs this. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const person = {
    GIT_AUTHOR_NAME: "A Keeper",
    GIT_AUTHOR_EMAIL: "keeper@example.com",
    GIT_COMMITTER_NAME: "A Keeper",
    GIT_COMMITTER_EMAIL: "keeper@example.com",
  };
  return { ...quietEnvironment(), GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", ...person };
}
