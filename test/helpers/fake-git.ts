import { chmod, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Environment } from "../../src/git/environment.js";
import { makeFolder } from "./scenario.js";

/** An environment whose git first runs some shell, with the folder of the real one on the PATH. */
export async function makeGit(shell: string): Promise<Environment & { readonly PATH: string; readonly HOME: string }> {
  const folder = await makeFolder();
  const outer = process.env.PATH ?? "";
  const program = join(folder, "git");
  await writeFile(program, `#!/bin/sh\nexport PATH='${outer}'\n${shell}\nexec git "$@"\n`);
  await chmod(program, 0o755);
  return { PATH: [folder, outer].join(delimiter), HOME: folder };
}
