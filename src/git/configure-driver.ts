import { simpleGit } from "simple-git";
import { BlockersError } from "../errors.js";
import { type Environment, gitEnvironment } from "./environment.js";

/** What the repository's own configuration is to say of a merge driver. */
export interface DriverSettings {
  /** The name by which `.gitattributes` calls it. */
  readonly id: string;
  readonly name: string;
  /** The command line, with git's own placeholders. */
  readonly driver: string;
}

/**
 * Enters a merge driver into the configuration of the repository around a checkout; true if that changed anything. Raises
 * a git error where the configuration cannot be written.
 */
export async function configureDriver(
  checkout: string,
  { id, name, driver }: DriverSettings,
  outer: Environment,
): Promise<boolean> {
  const { PATH = "", HOME, SYSTEMROOT } = gitEnvironment(outer);
  // The one thing that simple-git has to be asked to allow is what this is for.
  const git = simpleGit({ baseDir: checkout, unsafe: { allowUnsafeMergeDriver: true } }).env({
    PATH,
    ...(HOME === undefined ? {} : { HOME }),
    ...(SYSTEMROOT === undefined ? {} : { SYSTEMROOT }),
    LC_ALL: "C.UTF-8",
  });
  try {
    let changed = false;
    for (const [key, value] of [
      [`merge.${id}.name`, name],
      [`merge.${id}.driver`, driver],
    ] as const) {
      if ((await git.getConfig(key, "local")).value === value) continue;
      await git.addConfig(key, value, false, "local");
      changed = true;
    }
    return changed;
  } catch (cause) {
    throw new BlockersError("git", "the merge driver could not be entered into the repository's configuration", [], {
      cause,
    });
  }
}
