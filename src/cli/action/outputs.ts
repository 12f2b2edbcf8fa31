import { randomUUID } from "node:crypto";
import type { CheckOutput } from "../../format/schema.js";

/** What the steps behind this one may ask for, as `action.yml` names it. */
export type Outputs = Readonly<Record<string, string>>;

/** The outputs of a run; of one that came to no result only how it ended. */
export function outputsOf(
  exitCode: number,
  result: { readonly path: string; readonly json: CheckOutput } | undefined,
): Outputs {
  const ended = { "exit-code": String(exitCode) };
  if (result === undefined) return ended;
  const { errors, warnings, infos, coverage } = result.json.summary;
  return {
    ...ended,
    errors: String(errors),
    warnings: String(warnings),
    infos: String(infos),
    checked: String(coverage.claims - coverage.cannotTell),
    "cannot-tell": String(coverage.cannotTell),
    "report-json": result.path,
  };
}

/** The lines for the runner's output file. No value can end its own entry and begin another: nobody can guess the mark. */
export function outputLines(outputs: Outputs): string {
  const mark = `blockers-${randomUUID()}`;
  return Object.entries(outputs)
    .map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`)
    .join("");
}
