import { join, resolve } from "node:path";
import { BlockersError } from "../../errors.js";
import { checkOutputSchema } from "../../format/schema.js";
import { appendToFile } from "../../fs/append-file.js";
import { createTemporaryDirectory } from "../../fs/temporary-directory.js";
import { ExitCode } from "../exit-code.js";
import { main } from "../main.js";
import { complainOf } from "../notices.js";
import { safeInLog } from "../outputs/safe-in-log.js";
import type { World } from "../world.js";
import { commandLine, readInputs } from "./inputs.js";
import { outputLines, outputsOf } from "./outputs.js";

const MAX_RESULT_BYTES = 512 * 1024 * 1024;

/** More than this of one step GitHub does not show at all. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

/** Runs one command line; `main`, but for tests. */
type Run = (argv: readonly string[], world: World) => Promise<ExitCode>;

/**
 * `blockers check` as a step of GitHub Actions: inputs from the environment, outputs and job summary to the runner's files.
 * Answers with the exit code; the one place where errors end.
 */
export async function runAction(world: World, run: Run = main): Promise<ExitCode> {
  try {
    const { env, cwd, fs } = world;
    const inputs = readInputs(env);
    const folderOfRun = resolve(cwd, inputs.workingDirectory);
    if ((await fs.stat(folderOfRun))?.kind !== "directory")
      throw new BlockersError(
        "usage",
        `the input "working-directory" names "${inputs.workingDirectory}", which is no folder here`,
      );
    // It stays: a later step may want the result. The runner empties its folder behind each job.
    const folder = createTemporaryDirectory("blockers-", env.RUNNER_TEMP).path;
    const files = { json: join(folder, "report.json"), markdown: join(folder, "summary.md") };
    const exitCode = await run(commandLine(inputs, files), { ...world, cwd: folderOfRun });
    const json = (await fs.stat(files.json)) === undefined ? undefined : await readResult(world, files.json);
    await append(env.GITHUB_OUTPUT, outputLines(outputsOf(exitCode, json && { path: files.json, json })));
    if ((await fs.stat(files.markdown)) !== undefined) {
      const summary = await fs.readBytes(files.markdown, MAX_SUMMARY_BYTES);
      await append(env.GITHUB_STEP_SUMMARY, Buffer.from(summary).toString("utf8"));
    }
    return exitCode;
  } catch (error) {
    complainOf(safeInLog(world), error, world.env.RUNNER_DEBUG === "1");
    return ExitCode.Failed;
  }
}

async function readResult({ fs }: World, path: string) {
  const bytes = await fs.readBytes(path, MAX_RESULT_BYTES);
  return checkOutputSchema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
}

/** Outside of GitHub there is no such file. */
async function append(path: string | undefined, text: string): Promise<void> {
  if (path === undefined || path === "") return;
  try {
    await appendToFile(path, text);
  } catch (cause) {
    if (!(cause instanceof BlockersError)) throw cause;
    throw new BlockersError(cause.kind, `the runner's file ${path}: ${cause.message}`, cause.hints, { cause });
  }
}
