import process from "node:process";
import { gitVersion } from "../../git/examine.js";
import { MIN_GIT } from "../../git/limits.js";
import type { Inspection } from "../../model/inspection.js";
import { usesColour } from "../outputs/colour.js";
import { VERSION } from "../version.js";
import type { World } from "../world.js";

/** Node lines on which the program is promised to run. */
const NODE = "20.19";

/** What the machine has: the program itself, Node, git, and how the terminal shows things. */
export async function inspectMachine({ cwd, env, stdout }: World): Promise<readonly Inspection[]> {
  const git = await gitVersion(cwd, env);
  return [
    { name: "blockers", state: "ok", text: VERSION },
    atLeast(process.versions.node, NODE)
      ? { name: "node", state: "ok", text: process.versions.node }
      : {
          name: "node",
          state: "problem",
          text: `${process.versions.node}: ${NODE} or newer is needed`,
          mend: "install a newer Node",
        },
    inspectGit(git),
    { name: "colour", state: "ok", text: colourOf(usesColour("auto", env, stdout.isTTY), stdout.isTTY) },
    inspectLocale(env, stdout.isTTY),
  ];
}

function inspectGit(version: string | undefined): Inspection {
  const name = "git";
  const mend = `install git ${MIN_GIT} or newer`;
  if (version === undefined)
    return { name, state: "problem", text: "is not on the PATH: nothing is compared with it", mend };
  if (!atLeast(version, MIN_GIT))
    return { name, state: "problem", text: `${version}: ${MIN_GIT} or newer is needed`, mend };
  return { name, state: "ok", text: version };
}

function colourOf(on: boolean, terminal: boolean): string {
  if (on) return "on";
  return terminal ? "off, by NO_COLOR, FORCE_COLOR or TERM" : "off: the output is no terminal";
}

/** What is printed is UTF-8 always. */
function inspectLocale(env: World["env"], terminal: boolean): Inspection {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
  const name = "locale";
  if (/utf-?8/i.test(locale) || process.platform === "win32") return { name, state: "ok", text: locale || "UTF-8" };
  const text = `${locale === "" ? "LANG is not set" : `"${locale}"`}: what is printed is UTF-8 all the same`;
  return terminal ? { name, state: "note", text, mend: "export LANG=C.UTF-8" } : { name, state: "ok", text };
}

/** Compares dotted numbers. */
export function atLeast(version: string, least: string): boolean {
  const [own, wanted] = [version, least].map((text) => text.split(".").map(Number));
  for (const [index, part] of (wanted ?? []).entries()) {
    const there = own?.[index] ?? 0;
    if (there !== part) return there > part;
  }
  return true;
}
