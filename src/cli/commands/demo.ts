import { buildDemo } from "../../demo/build-demo.js";
import { REPORT_PATH } from "../../demo/history.js";
import { BlockersError } from "../../errors.js";
import { errorCode } from "../../fs/read-error.js";
import { createTemporaryDirectory, type TemporaryDirectory } from "../../fs/temporary-directory.js";
import { ExitCode } from "../exit-code.js";
import { DEFAULT_WIDTH } from "../limits.js";
import { type OutputOptions, widthFor } from "../options.js";
import type { World } from "../world.js";
import { check } from "./check.js";
import { status } from "./status.js";

const OPENING = `A throw-away repository with an invented report, ${REPORT_PATH}.
First its readiness table, as "blockers status" prints it:

`;

const BETWEEN = `
Then "blockers check": what the report says, compared with itself and with git:

`;

const CLOSING = `
That was the demo; its repository is deleted again. Next, "npm link" puts the
command on your path. Then, in a repository of your own:

  blockers status                    the readiness table of every report there
  blockers check                     what does not match, with exit code 1 if so
  blockers fix --diff                how it would be put right, as a diff
  blockers explain total-mismatch    what a rule looks for, and why
  blockers --help                    everything else
`;

/** `blockers demo`: shows both commands on a repository made for it. Raises a git error where git cannot build one. */
export async function demo(flags: OutputOptions, world: World): Promise<ExitCode> {
  let folder: TemporaryDirectory | undefined;
  // Before there is anything to remove: a signal may come at any time.
  const release = world.onInterrupt(() => folder?.remove());
  try {
    folder = createTemporaryDirectory("blockers-demo-");
    const there = { ...world, cwd: await build(folder.path, world) };
    const options = {
      width: widthFor(world, flags) ?? DEFAULT_WIDTH,
      ...flags,
      format: "text",
      git: true,
      config: false,
    } as const;
    world.stdout.write(OPENING);
    const shown = await status([], options, there);
    world.stdout.write(BETWEEN);
    const found = await check([], options, there);
    world.stdout.write(CLOSING);
    // Findings are what the demo is for.
    return shown === ExitCode.Clean && found === ExitCode.Found ? ExitCode.Clean : ExitCode.Failed;
  } finally {
    folder?.remove();
    release();
  }
}

async function build(folder: string, world: World): Promise<string> {
  try {
    return await buildDemo(folder, world.env);
  } catch (cause) {
    if (cause instanceof BlockersError) throw cause;
    const code = errorCode(cause);
    const [why, hint] =
      code === undefined || code === "ENOENT"
        ? ["", "It needs git on the path."]
        : [` (${code})`, "It needs a temporary folder with some room in it."];
    throw new BlockersError("git", `the demo's repository could not be built${why}`, [hint], { cause });
  }
}
