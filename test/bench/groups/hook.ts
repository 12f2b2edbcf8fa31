import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Bench, chance, contest, environment, floor, ratioFigure, writeFiles } from "../bench.js";
import type { Command } from "../command.js";
import { quietEnvironment } from "../command.js";
import { statusReport } from "../content/reports.js";
import { citationsFrom, forgetFacts, git, historyRepository } from "../content/repository.js";
import type { Figure } from "../results.js";

const CODE = "src/notes.txt";
const REPORT = "docs/STATUS.md";

/** What the installed hook costs a commit: one that touches no markdown, and one that brings a report. */
export async function hook(bench: Bench): Promise<readonly Figure[]> {
  const made = await Promise.all(
    ["hook-code", "hook-report"].map((name) =>
      historyRepository(bench, name, { commits: 1_000, files: 200, lines: 100 }),
    ),
  );
  const [code = "", report = ""] = made;
  const cited = await citationsFrom(report, 10, "with sizes");
  await stage(bench, code, CODE, "Nothing of any report.\n");
  await stage(bench, report, REPORT, statusReport(chance("report"), 10_240, cited));
  const contenders = [
    { name: "hook.no-markdown", ...hookOf(bench, code) },
    { name: "hook.markdown", ...hookOf(bench, report), prepare: () => forgetFacts(report) },
  ];
  const rounds = await contest(bench, [floor(bench), ...contenders], { usual: 21, quick: 5, capMs: 30_000 });
  return contenders.map(({ name }) => ratioFigure(rounds, name, name, floor(bench).name));
}

/** Git runs it from the top of the working tree. */
function hookOf(bench: Bench, folder: string): Command {
  return { file: join(folder, ".git/hooks/pre-commit"), args: [], cwd: folder, env: environment(bench) };
}

async function stage(bench: Bench, folder: string, path: string, text: string): Promise<void> {
  execFileSync(bench.node, [bench.bin, "init", "--hook", "--force"], {
    cwd: folder,
    env: { ...quietEnvironment(), ...environment(bench) },
    stdio: "ignore",
  });
  await git(folder, ["reset", "--quiet"]);
  writeFiles(folder, [{ path, text }]);
  await git(folder, ["add", path]);
}
