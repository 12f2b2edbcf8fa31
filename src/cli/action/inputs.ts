import { BlockersError } from "../../errors.js";
import type { World } from "../world.js";

/** What a workflow gives to the action, as `action.yml` names it. */
export interface Inputs {
  readonly paths: readonly string[];
  readonly args: readonly string[];
  readonly format: string;
  readonly failOn: string | undefined;
  readonly configFrom: string | undefined;
  readonly requireEvidence: boolean;
  readonly workingDirectory: string;
  readonly summary: boolean;
}

/** Reads the inputs from the variables in which GitHub's runner hands them over. Raises a usage error. */
export function readInputs(env: World["env"]): Inputs {
  return {
    paths: linesOf(inputOf(env, "paths")),
    args: linesOf(inputOf(env, "args")),
    format: inputOf(env, "format") ?? "github",
    failOn: inputOf(env, "fail-on"),
    configFrom: inputOf(env, "config-from"),
    requireEvidence: switchOf(env, "require-evidence", false),
    workingDirectory: inputOf(env, "working-directory") ?? ".",
    summary: switchOf(env, "summary", true),
  };
}

/** The command line for them, which also has the result written to these files. */
export function commandLine(
  inputs: Inputs,
  files: { readonly json: string; readonly markdown: string },
): readonly string[] {
  const { format, failOn, configFrom, requireEvidence, summary, args, paths } = inputs;
  return [
    "check",
    `--output=${format}`,
    `--output=json=${files.json}`,
    ...(summary ? [`--output=markdown=${files.markdown}`] : []),
    ...(failOn === undefined ? [] : [`--fail-on=${failOn}`]),
    ...(configFrom === undefined ? [] : [`--config-from=${configFrom}`]),
    ...(requireEvidence ? ["--require-evidence"] : []),
    ...args,
    "--",
    ...paths,
  ];
}

/** The runner writes names in capitals; an input that is left out, or empty, says nothing. */
function inputOf(env: World["env"], name: string): string | undefined {
  const value = env[`INPUT_${name.toUpperCase()}`]?.trim();
  return value === "" ? undefined : value;
}

function switchOf(env: World["env"], name: string, usual: boolean): boolean {
  const value = inputOf(env, name);
  if (value === undefined) return usual;
  if (value === "true" || value === "false") return value === "true";
  throw new BlockersError("usage", `the input "${name}" takes true or false, not "${value}"`);
}

function linesOf(value: string | undefined): readonly string[] {
  const lines = (value ?? "").split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== "");
}
