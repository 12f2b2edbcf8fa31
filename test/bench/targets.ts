import { availableParallelism } from "node:os";
import { SHAPES } from "./content/shapes.js";

/** What is asked of one figure. */
export interface Target {
  readonly id: string;
  readonly group: GroupName;
  /** What is measured. */
  readonly what: string;
  /** What the figure is counted in: a unit, or "x SOMETHING" for a ratio. */
  readonly unit: string;
  readonly bound: "at most" | "at least";
  readonly value: number;
}

/** The parts of the benchmark, in the order in which they run. */
export const GROUPS = ["start", "hook", "look", "growth", "table", "many", "git"] as const;
export type GroupName = (typeof GROUPS)[number];

const NODE = "x `node -e 0`";
const ONE_LOG = "x one `git log --no-walk --stdin --numstat`";

/** Peers that read the same files; each is to take ten times as long at least. */
export const SLOW_PEERS = ["markdownlint-cli2", "remark-cli", "textlint", "prettier"] as const;

function atMost(group: GroupName, unit: string, rows: readonly (readonly [string, string, number])[]): Target[] {
  return rows.map(([id, what, value]) => ({ id: `${group}.${id}`, group, what, unit, bound: "at most", value }));
}

/** Every figure that has a target. */
export const TARGETS: readonly Target[] = [
  ...atMost("start", NODE, [
    ["version", "`blockers --version`", 1.4],
    ["help", "`blockers --help`", 1.4],
    ["nothing-here", "`check --pass-on-no-files` in an empty folder", 1.5],
    ["nothing-staged", "`check --staged`, nothing relevant staged", 1.5],
    ["status", "`status` of a 10 KB report, without git", 4],
    ["check", "`check` of a 10 KB report, without git", 4],
    ["status-git", "`status` of a 10 KB report that cites 10 of 5,000 commits", 4.5],
    ["check-git", "`check` of a 10 KB report that cites 10 of 5,000 commits", 4.5],
  ]),
  ...atMost("hook", NODE, [
    ["no-markdown", "the installed hook, a commit without markdown", 0.2],
    ["markdown", "the installed hook, a commit of a 10 KB report", 4.7],
  ]),
  { id: "look.speed", group: "look", what: "deciding what is a report", unit: "MB/s", bound: "at least", value: 50 },
  ...atMost(
    "growth",
    "x the time of a tenth",
    SHAPES.map((shape) => [shape.replaceAll(" ", "-"), `ten times as much: ${shape}`, 11]),
  ),
  ...atMost("table", "s", [["seconds", "`check` of a table of 100,000 rows, 11 MB", 6]]),
  ...atMost("table", "MB", [["memory", "the same, memory", 600]]),
  ...atMost("many", "x rumdl", [["rumdl", "`check` of 2,000 markdown files, against rumdl without its cache", 1]]),
  ...SLOW_PEERS.flatMap((peer) => atMost("many", `x ${peer}`, [[peer, `the same, against ${peer}`, 0.1]])),
  ...atMost("many", "MB", [["memory", "the same, memory", 250]]),
  ...atMost("git", ONE_LOG, [
    ["facts", "10,000 cited commits: existence, date, ancestry; first run", 0.05],
    ["numstat", "the same with the size of each; first run", 1.1],
    ["again", "the same with the size of each; second run", 0.1],
  ]),
  ...atMost("git", "processes", [["processes", "git processes for 10,000 cited commits", 4 + availableParallelism()]]),
];
