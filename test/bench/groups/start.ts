import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bench, blockers, chance, contest, floor, folderFor, ratioFigure } from "../bench.js";
import type { Command } from "../command.js";
import { statusReport } from "../content/reports.js";
import { citationsFrom, forgetFacts, git, historyRepository } from "../content/repository.js";
import { peerCommand, VERSION_PEERS } from "../peers.js";
import type { Figure } from "../results.js";

const REPORT = "STATUS.md";
const BYTES = 10_240;
const CITED = 10;

/** How long the program takes before and beside its work. */
export async function start(bench: Bench): Promise<readonly Figure[]> {
  const empty = folderFor(bench, "empty");
  const lone = folderFor(bench, "one-report");
  writeFileSync(join(lone, REPORT), statusReport(chance("report"), BYTES));
  const repository = await historyRepository(bench, "small-history", { commits: 5_000, files: 400, lines: 120 });
  const cited = await citationsFrom(repository, CITED, "with sizes");
  writeFileSync(join(repository, REPORT), statusReport(chance("report"), BYTES, cited));
  await git(repository, ["add", REPORT]);
  await git(repository, ["commit", "--quiet", "--allow-empty", "--message=Report"]);
  // Of no concern to any report.
  writeFileSync(join(repository, "unnamed.txt"), `${Date.now()}\n`);
  await git(repository, ["add", "unnamed.txt"]);
  const cold = { prepare: () => forgetFacts(repository) };
  const own: Record<string, Command & { readonly prepare?: () => void }> = {
    "start.version": blockers(bench, empty, "--version"),
    "start.help": blockers(bench, empty, "--help"),
    "start.nothing-here": blockers(bench, empty, "check", "--pass-on-no-files"),
    "start.nothing-staged": blockers(bench, repository, "check", "--staged"),
    "start.status": blockers(bench, lone, "status", "--no-git", REPORT),
    "start.check": blockers(bench, lone, "check", "--no-git", REPORT),
    "start.status-git": { ...blockers(bench, repository, "status", REPORT), ...cold },
    "start.check-git": { ...blockers(bench, repository, "check", REPORT), ...cold },
  };
  const beside: Record<string, Command> = Object.fromEntries([
    ...VERSION_PEERS.map((peer) => [`${peer} --version`, peerCommand(bench, peer, lone, ["--version"])]),
    ...VERSION_PEERS.map((peer) => [`${peer}, a 10 KB report`, peerCommand(bench, peer, lone, "check", [REPORT])]),
  ]);
  const contenders = Object.entries({ ...own, ...beside }).map(([name, command]) => ({ name, ...command }));
  const rounds = await contest(bench, [floor(bench), ...contenders], { usual: 21, quick: 5, capMs: 30_000 });
  const floorName = floor(bench).name;
  return [
    ...Object.keys(own).map((id) => ratioFigure(rounds, id, id, floorName)),
    ...Object.keys(beside).map((name) => ({
      ...ratioFigure(rounds, `start.${name.replaceAll(/[^\w-]+/g, "-")}`, name, floorName),
      what: name,
      unit: "x `node -e 0`",
    })),
  ];
}
