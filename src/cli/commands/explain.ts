import type { ExitCode } from "../exit-code.js";
import { ExitCode as Code } from "../exit-code.js";
import type { OutputOptions } from "../options.js";
import type { World } from "../world.js";

export type ExplainFlags = OutputOptions;
export function explain(_rule: string | undefined, _flags: ExplainFlags, _world: World): ExitCode {
  return Code.Clean;
}
