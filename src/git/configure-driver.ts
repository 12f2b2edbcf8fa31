import { type SimpleGit, simpleGit } from "simple-git";
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

/** What the repository's own configuration says of a merge driver now. Raises a git error where it cannot be read. */
export async function readDriver(
  checkout: string,
  id: string,
  outer: Environment,
): Promise<{ readonly name: string | null; readonly driver: string | null }> {
  const git = configuring(checkout, outer);
  try {
    const read = async (key: string) => (await git.getConfig(`merge.${id}.${key}`, "local")).value;
    return { name: await read("name"), driver: await read("driver") };
  } catch (cause) {
    throw new BlockersError("git", "the repository's configuration could not be read", [], { cause });
  }
}

/** Enters a merge driver into the configuration of the repository around a checkout. Raises a git error. */
export async function configureDriver(
  checkout: string,
  { id, name, driver }: DriverSettings,
  outer: Environment,
): Promise<void> {
  const git = configuring(checkout, outer);
  try {
    for (const [key, value] of [
      [`merge.${id}.name`, name],
      [`merge.${id}.driver`, driver],
    ] as const) {
      await git.addConfig(key, value, false, "local");
      // What could not be read may not have been written either.
      if ((await git.getConfig(key, "local")).value !== value) throw new Error(`${key} was not entered`);
    }
  } catch (cause) {
    throw new BlockersError("git", "the merge driver could not be entered into the repository's configuration", [], {
      cause,
    });
  }
}

function configuring(checkout: string, outer: Environment): SimpleGit {
  const { PATH = "", HOME, SYSTEMROOT } = gitEnvironment(outer);
  // The one thing that simple-git has to be asked to allow is what this is for.
  return simpleGit({ baseDir: checkout, unsafe: { allowUnsafeMergeDriver: true } }).env({
    PATH,
    ...(HOME === undefined ? {} : { HOME }),
    ...(SYSTEMROOT === undefined ? {} : { SYSTEMROOT }),
    LC_ALL: "C.UTF-8",
  });
}
