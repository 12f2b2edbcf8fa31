import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { type Bench, blockers, chance, contest, environment, folderFor, ratioFigure } from "../bench.js";
import { type Command, run } from "../command.js";
import { citingReport } from "../content/reports.js";
import { git as ask, citationsFrom, forgetFacts, historyRepository } from "../content/repository.js";
import type { Figure } from "../results.js";
import { pairedRatios, summarize } from "../statistics.js";

const HISTORY = { commits: 20_000, files: 2_000, lines: 200 };
const QUICK_HISTORY = { commits: 2_000, files: 200, lines: 100 };
const CITED = 10_000;
const QUICK_CITED = 1_000;
const CAP_MS = 180_000;
const LOG = "git log";
const UNIT = "x one `git log --no-walk --stdin --numstat`";

/** What the questions to git cost: 10,000 cited commits against one `git log` of the same. */
export async function git(bench: Bench): Promise<readonly Figure[]> {
  const folder = await historyRepository(bench, "large-history", bench.quick ? QUICK_HISTORY : HISTORY);
  const sized = await citationsFrom(folder, bench.quick ? QUICK_CITED : CITED, "with sizes");
  const files = { FACTS: "FACTS.md", SIZES: "SIZES.md" };
  const bare = sized.map(({ id, day }) => ({ id, day }));
  writeFileSync(join(folder, files.FACTS), citingReport(chance("facts"), bare));
  writeFileSync(join(folder, files.SIZES), citingReport(chance("facts"), sized));
  const ids = join(folderFor(bench, "git"), "ids");
  writeFileSync(ids, await ask(folder, ["rev-parse", ...sized.map(({ id }) => id)]));

  const cold = { prepare: () => forgetFacts(folder) };
  const again = blockers(bench, folder, "check", files.SIZES);
  const warm = {
    prepare: async () => {
      forgetFacts(folder);
      await run(again, CAP_MS);
    },
  };
  const contenders = [
    { name: LOG, file: "git", args: ["log", "--no-walk", "--stdin", "--numstat"], cwd: folder, input: ids },
    { name: "facts", ...blockers(bench, folder, "check", files.FACTS), ...cold },
    { name: "facts without git", ...blockers(bench, folder, "check", "--no-git", files.FACTS) },
    { name: "sizes", ...blockers(bench, folder, "check", files.SIZES), ...cold },
    { name: "sizes without git", ...blockers(bench, folder, "check", "--no-git", files.SIZES) },
    { name: "again", ...again, ...warm },
  ];
  const rounds = await contest(bench, contenders, { usual: 5, quick: 2, capMs: CAP_MS });

  /** What git adds: the run less the same run without git, which is what reading and judging the report costs. */
  const added = (id: string, name: string, without: string): Figure => {
    const [own, base] = [rounds.walls(name), rounds.walls(without)];
    const cost = own.map((wall, round) => difference(wall, base[round]));
    const ratios = pairedRatios(cost, rounds.walls(LOG));
    const whole = ratioFigure(rounds, id, name, LOG);
    const { measured: _whole, ...rest } = whole;
    return { ...rest, ...(ratios.length > 0 && { measured: summarize(ratios) }) };
  };
  const entire = (name: string, what: string): Figure => ({
    ...ratioFigure(rounds, `git.${name}-whole`, name, LOG),
    what: `the whole run, with reading the report: ${what}`,
    unit: UNIT,
  });
  return [
    added("git.facts", "facts", "facts without git"),
    added("git.numstat", "sizes", "sizes without git"),
    added("git.again", "again", "sizes without git"),
    await processes(bench, folder, again),
    entire("facts", "existence, date, ancestry"),
    entire("sizes", "with sizes"),
    entire("again", "with sizes, second run"),
  ];
}

function difference(wall: number | undefined, base: number | undefined): number | undefined {
  return wall === undefined || base === undefined ? undefined : Math.max(0, wall - base);
}

/** Counts the calls of git by a script that stands before it on the PATH. */
async function processes(bench: Bench, folder: string, command: Command): Promise<Figure> {
  const id = "git.processes";
  if (process.platform === "win32") return { id, note: "not counted on this system" };
  const shims = folderFor(bench, "shims");
  const log = join(shims, "log");
  const { PATH = "" } = environment(bench);
  writeFileSync(join(shims, "git"), `#!/bin/sh\necho "$*" >> '${log}'\nPATH='${PATH}' exec git "$@"\n`);
  chmodSync(join(shims, "git"), 0o755);
  rmSync(log, { force: true });
  forgetFacts(folder);
  const { failure } = await run({ ...command, env: { PATH: [shims, PATH].join(delimiter) } }, CAP_MS);
  if (failure !== undefined) return { id, note: failure };
  const calls = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").length : 0;
  return { id, measured: summarize([calls]) };
}
