import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Bench,
  blockers,
  chance,
  contest,
  floor,
  folderFor,
  medians,
  noted,
  ratioFigure,
  summaryOf,
} from "../bench.js";
import { tableReport } from "../content/reports.js";
import { peerCommand } from "../peers.js";
import type { Figure } from "../results.js";

const ROWS = 100_000;
const QUICK_ROWS = 2_000;
const FILE = "TABLE-STATUS.md";
const CAP_MS = 300_000;
/** The naive way needs gigabytes; past this it is said that it failed. */
const NAIVE_HEAP_MB = 8_192;

/** One table of 100,000 rows, beside the naive way of parsing it and the fastest peer. */
export async function table(bench: Bench): Promise<readonly Figure[]> {
  const folder = folderFor(bench, "table");
  const rows = bench.quick ? QUICK_ROWS : ROWS;
  if (!existsSync(join(folder, FILE))) writeFileSync(join(folder, FILE), tableReport(chance("table"), rows));
  const naive = [
    `--max-old-space-size=${NAIVE_HEAP_MB}`,
    join(bench.root, "test/bench/naive.mjs"),
    bench.peers(),
    FILE,
  ];
  const contenders = [
    floor(bench),
    { name: "blockers", ...blockers(bench, folder, "check", "--no-git", FILE), weighed: true },
    { name: "rumdl", ...peerCommand(bench, "rumdl", folder, "check", [FILE]), weighed: true, atMost: 3 },
    { name: "naive", file: bench.node, args: naive, cwd: folder, weighed: true, atMost: 1 },
  ];
  const rounds = await contest(bench, contenders, { usual: 5, quick: 2, capMs: CAP_MS });
  const note = noted(rounds.failure("blockers"));
  const [seconds, memory] = [summaryOf(rounds, "blockers", "wallMs", 1e-3), summaryOf(rounds, "blockers", "rssMb")];
  const beside = (name: string, what: string, unit: string, reference: string): Figure => ({
    ...ratioFigure(rounds, `table.${name}-${reference === "naive" ? "naive" : "floor"}`, name, reference),
    what,
    unit,
  });
  return [
    { id: "table.seconds", ...(seconds && { measured: seconds }), ...medians(rounds, "blockers"), ...note },
    { id: "table.memory", ...(memory && { measured: memory }), ...note },
    beside("blockers", "the same", "x `node -e 0`", floor(bench).name),
    beside("blockers", "the same, against remark on the whole document", "x the naive way", "naive"),
    beside("naive", "remark on the whole document", "x `node -e 0`", floor(bench).name),
    beside("rumdl", "rumdl on the same file", "x `node -e 0`", floor(bench).name),
  ];
}
