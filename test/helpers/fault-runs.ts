import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "../../src/cli/world.js";
import { errorCode } from "../../src/fs/read-error.js";
import { worthAFault } from "./call-sites.js";
import { COMMANDS, HARBOUR, STATUS } from "./commands.js";
import { type Fault, faults, type Kind } from "./faults.js";

/** For one command, in milliseconds. */
export const PATIENCE = 240_000;

type Files = ReadonlyMap<string, string>;

let folder: string;
let scratch: string;
let before: Files;
export let tools: {
  readonly main: typeof import("../../src/cli/main.js").main;
  readonly testWorld: typeof import("./test-world.js").testWorld;
};

/** Makes the repository in which the commands run. */
export async function prepare(): Promise<void> {
  const { makeFolder, makeRepository } = await import("./scenario.js");
  const { main } = await import("../../src/cli/main.js");
  const { testWorld } = await import("./test-world.js");
  tools = { main, testWorld };
  const repository = await makeRepository(HARBOUR);
  folder = repository.path;
  scratch = await makeFolder();
  const text = STATUS.replace("{{light}}", repository.id("light").slice(0, 9));
  writeFileSync(join(folder, "STATUS.md"), text);
  execFileSync("git", ["add", "STATUS.md"], { cwd: folder });
  const side = (status: string): string => text.replace("Ropes are old | ⏳ Todo", `Ropes are old | ${status}`);
  for (const [name, content] of [
    ["base.md", text],
    ["ours.md", side("✅ Done")],
    ["theirs.md", `${text}\nMore.\n`],
  ]) {
    writeFileSync(join(folder, name ?? ""), content ?? "");
  }
  before = filesIn(folder);
}

/** Where facts are kept for later runs; whether that succeeds is nobody's concern. */
const CACHE = join(".git", "blockers");

function filesIn(top: string): Files {
  const names = readdirSync(top, { recursive: true, encoding: "utf8" }).filter((name) => !name.startsWith(CACHE));
  const files = names.filter((name) => statSync(join(top, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(top, name), "latin1")]));
}

function restore(now: Files): void {
  // So that each run asks git for all, and keeps it.
  rmSync(join(folder, CACHE), { recursive: true, force: true });
  for (const name of now.keys()) if (!before.has(name)) rmSync(join(folder, name));
  for (const [name, content] of before) {
    if (now.get(name) === content) continue;
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content, "latin1");
  }
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What has changed, by path. */
  readonly changes: Files;
  /** What is left in the system's temporary folder. */
  readonly litter: readonly string[];
}

/** Runs a command in the repository and puts that back as it was. */
async function run(
  argv: readonly string[],
  input = "",
  over: (world: World) => World = (world) => world,
): Promise<Ended> {
  const world = tools.testWorld(folder, { input });
  const outer = process.env.TMPDIR;
  process.env.TMPDIR = scratch;
  const code = await tools.main(argv, over(world)).finally(() => {
    process.env.TMPDIR = outer;
    if (outer === undefined) delete process.env.TMPDIR;
  });
  return { code, stdout: world.output("stdout"), stderr: world.output("stderr"), changes: new Map(), litter: [] };
}

function settled(ended: Ended): Ended {
  const now = filesIn(folder);
  const names = [...new Set([...now.keys(), ...before.keys()])];
  const changed = names.filter((name) => now.get(name) !== before.get(name));
  restore(now);
  const litter = readdirSync(scratch);
  for (const name of litter) rmSync(join(scratch, name), { recursive: true });
  return { ...ended, changes: new Map(changed.map((name) => [name, now.get(name) ?? "(gone)"])), litter };
}

/** What doctor says of it. */
const REFUSED = /"name": "repository",\s+"state": "problem"/;

/** What is wrong with how a run ended in which something failed, given how it ends when nothing does. */
function lies(ended: Ended, clean: Ended, ours: boolean): readonly string[] {
  const found: string[] = [];
  const same = ended.code === clean.code && ended.stdout === clean.stdout && isSame(ended.changes, clean.changes);
  // Git itself refuses this repository: that nothing is compared with it is said, and is no fault.
  const refused = ended.stderr.includes("note: git cannot be asked here") || REFUSED.test(ended.stdout);
  if (ended.code !== 2 && !same && !refused) found.push(`exit code ${ended.code}`);
  if (ended.code === 2 && clean.code !== 2) {
    const said = ended.stderr.split("\n").filter((line) => /^blockers: (?!note: )/.test(line));
    if (said.length === 0) found.push("nothing is said");
    if (/^ {4}at /m.test(ended.stderr)) found.push("a stack is shown");
    if (!ours && /this is a fault in blockers itself/.test(ended.stderr)) found.push("it is called a fault of ours");
  }
  for (const [name, content] of ended.changes) {
    // Git writes this one, a setting at a time.
    const byGit = ended.code === 2 && name === join(".git", "config");
    // What could be found out is told, and that it is not all.
    const partly = ended.code === 2 && name === "out.sarif" && isWholeJson(content);
    if (clean.changes.get(name) !== content && !refused && !byGit && !partly)
      found.push(`${name} is neither as it was nor as it should be`);
  }
  if (ended.litter.length > 0) found.push(`left behind: ${ended.litter.join(", ")}`);
  return found;
}

function isWholeJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isSame(a: Files, b: Files): boolean {
  return a.size === b.size && [...a].every(([name, content]) => b.get(name) === content);
}

interface Injection {
  readonly kind: Kind;
  readonly fault: Fault;
  readonly argv: readonly string[];
  readonly input: string;
  /** What tells calls from each other. */
  readonly siteOf: (site: string) => string;
  /** The calls that failed for other commands. */
  readonly known: Set<string>;
}

/** Lets calls of this kind fail, each in its turn, and gathers what is wrong afterwards. */
export async function injected({ kind, fault, argv, input, siteOf, known }: Injection) {
  const clean = settled(await run(argv, input));
  const sites = await faults.trace(kind, () => run(argv, input));
  restore(filesIn(folder));
  const wrong: string[] = [];
  const calls = worthAFault(sites.map(siteOf), known);
  // What the system and git raise is known by its code.
  const ours = typeof fault === "function" && errorCode(fault()) === undefined;
  for (const call of calls) {
    const { result, hit } = await faults.during(kind, call, fault, () => run(argv, input));
    const ended = settled(result);
    // What cannot be deleted stays.
    const excused = hit === "rm" || hit === "unlink" ? { ...ended, litter: [] } : ended;
    for (const what of lies(excused, clean, ours)) wrong.push(`call ${call}, ${hit}: ${what}: ${ended.stderr.trim()}`);
  }
  return { wrong, calls: calls.length };
}

/** These two need nothing but themselves. */
const ALONE = ["explain", "completion"];

export const reachOut = COMMANDS.map(([name, argv, input = ""]) => ({ name, argv, input })).filter(
  ({ name }) => !ALONE.includes(name),
);

/** Those whose steps are not all steps of another, for faults that are handled like others. */
export const few = reachOut.filter(({ name }) =>
  ["check", "check --output", "table --write", "baseline", "init --hook --ci", "merge-driver"].includes(name),
);
