import type { Command } from "commander";
import { rules } from "../../rules/index.js";
import { completionScript } from "../completion/scripts.js";
import { completionTree, type Shell } from "../completion/tree.js";
import { ExitCode } from "../exit-code.js";
import type { World } from "../world.js";

/** `blockers completion`: prints the completion of a shell for this very program. */
export function completion(shell: Shell, program: Command, world: World): ExitCode {
  const tree = completionTree(
    program,
    rules.map(({ id }) => id),
  );
  world.stdout.write(completionScript(shell, tree));
  return ExitCode.Clean;
}
