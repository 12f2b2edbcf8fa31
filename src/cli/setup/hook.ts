import { isAbsolute, join } from "node:path";
import { askLayout } from "../../git/layout.js";
import { below, displayed } from "../files/places.js";
import { readableWord } from "../shell-word.js";
import { hookLine, hookScript } from "./hook-script.js";
import { keep, mayReplace, readIfThere, textOf } from "./plan-file.js";
import { findRunner } from "./runners.js";
import { stamped } from "./stamp.js";
import type { Place, Step } from "./step.js";

const COMMAND = "blockers init --hook";

/** The step that installs the pre-commit hook. Raises git and input errors. */
export async function planHook(place: Place): Promise<Step> {
  const runner = await findRunner(place);
  if (runner?.runsUs) return { kind: "settled", text: `${runner.name} runs blockers already (${runner.file})` };
  if (runner) {
    return {
      kind: "refused",
      message: `${runner.name} runs the hooks of this repository (${runner.file}), and is not interfered with`,
      hints: [`Add to ${runner.entry}:`, ...runner.snippet],
    };
  }
  const { world, checkout } = place;
  const layout = await askLayout(checkout, world.env);
  const { fs, cwd, command } = world;
  // A link may stand for either; what is compared are the places themselves.
  const [hooks, top, git] = await Promise.all(
    [layout.hooks, checkout, layout.common].map(async (path) => (await fs.realPath(path)) ?? path),
  );
  if (hooks === undefined || top === undefined || git === undefined) throw new Error("there is no such place");
  const own = below(git, hooks) !== undefined;
  if (!own && below(top, hooks) === undefined) {
    return {
      kind: "refused",
      message: `core.hooksPath leads to ${layout.hooks}, whose hooks are run in other repositories as well`,
      hints: ["Add this line to its pre-commit hook:", `  ${hookLine(command)}`],
    };
  }
  const file = join(hooks, "pre-commit");
  const shown = displayed(cwd, isAbsolute(file) ? file : join(checkout, file));
  const content = Buffer.from(stamped(hookScript(own ? command : undefined), COMMAND));
  const there = await readIfThere(place, file, shown);
  const next = own
    ? "commits are checked from now on, in this clone"
    : "commit it: it is the hook of each clone in which core.hooksPath says so";
  const within = own ? git : top;
  if (there !== undefined && !(await isExecutable(place, file))) {
    return {
      kind: "refused",
      message: `${shown} is there, but is not executable, so that git passes over it`,
      hints: [`To have it run: ${makeExecutable(shown)}`, "Then run this again."],
    };
  }
  if (there === undefined || mayReplace(place, there, content))
    return { kind: "write", file, content, executable: true, expected: there, within, next };
  const step = keep(shown, there, content);
  if (step.kind === "settled" || textOf(there).includes('"blockers init')) return step;
  if (/\bblockers\b.*\bcheck\b/.test(textOf(there))) return { kind: "settled", text: `${shown} runs blockers already` };
  return {
    kind: "refused",
    message: `${shown} is a hook of your own, and is left alone`,
    hints: ["Add this line to it:", `  ${hookLine(own ? command : "blockers")}`],
  };
}

/** Git passes over a hook that is not. */
export async function isExecutable({ world }: Place, file: string): Promise<boolean> {
  return (await world.fs.stat(file))?.executable !== false;
}

/** The command for a POSIX shell. */
export function makeExecutable(shown: string): string {
  return `chmod +x ${readableWord(shown)}`;
}
