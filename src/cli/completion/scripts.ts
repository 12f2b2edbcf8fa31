import { bashScript } from "./bash.js";
import { fishScript } from "./fish.js";
import type { CompletedProgram, Shell } from "./tree.js";
import { zshScript } from "./zsh.js";

const SCRIPTS: Readonly<Record<Shell, (program: CompletedProgram) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** The script that makes a shell complete the program's command line. */
export function completionScript(shell: Shell, program: CompletedProgram): string {
  return SCRIPTS[shell](program);
}
