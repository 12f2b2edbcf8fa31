import { resolve } from "node:path";
import { effectiveSettings } from "../../config/effective.js";
import { matchGlobs } from "../../config/globs.js";
import { BlockersError } from "../../errors.js";
import { formatSettings } from "../../format/settings.js";
import { rules } from "../../rules/index.js";
import { ExitCode } from "../exit-code.js";
import { below, displayed, findCheckout } from "../files/places.js";
import type { Wanted } from "../run/gather.js";
import type { World } from "../world.js";
import { type SettingsOptions, withSettings } from "./settings.js";

/**
 * Prints the configuration as it holds for one file, which need not be there, or without one as it is written. Raises a usage
 * error for several files, and what reading the configuration raises.
 */
export async function printConfig(wanted: Wanted, options: SettingsOptions, world: World): Promise<ExitCode> {
  const [typed, ...others] = wanted.paths[0] === "-" ? [wanted.stdinFilename] : wanted.paths;
  if (others.length > 0)
    throw new BlockersError("usage", "--print-config prints what holds for one file, not for several");
  const top = await findCheckout(world.fs, world.cwd);
  return withSettings(world, top, options, async ({ settings }) => {
    const { config, directory, shown } = settings;
    const path = typed === undefined ? undefined : (below(directory, resolve(world.cwd, typed)) ?? "");
    const subject = typed === undefined ? "" : ` for ${displayed(world.cwd, typed)}`;
    const title = [
      `The configuration${subject}${shown === undefined ? ": there is none, so the defaults hold" : `, from ${shown}`}`,
      ...(path !== undefined && matchGlobs(config.ignore ?? [])(path)
        ? ["This file is left out, as it is ignored."]
        : []),
    ];
    world.stdout.write(formatSettings(title, effectiveSettings(settings, rules, path)));
    return ExitCode.Clean;
  });
}
