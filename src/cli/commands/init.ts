import { BlockersError } from "../../errors.js";
import { wrap } from "../../format/measure.js";
import { sanitize } from "../../format/sanitize.js";
import { ExitCode } from "../exit-code.js";
import { displayed, findCheckout } from "../files/places.js";
import { complain } from "../notices.js";
import { widthFor } from "../options.js";
import { planCi } from "../setup/ci.js";
import { planConfig } from "../setup/config-file.js";
import { planHook } from "../setup/hook.js";
import { planMergeDriver } from "../setup/merge-driver.js";
import type { CiService } from "../setup/services.js";
import type { ActStep, Place, Step, WriteStep } from "../setup/step.js";
import type { World } from "../world.js";

export interface InitFlags {
  readonly hook?: boolean;
  /** True without a value: the service is guessed. */
  readonly ci?: CiService | true;
  readonly mergeDriver?: boolean;
  readonly config?: boolean;
  readonly from?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

const OTHERS = `
What else it can set up:
  blockers init --hook          check the reports of each commit before it is made
  blockers init --ci            have GitHub or GitLab check all reports
  blockers init --merge-driver  let merges recompute derived numbers
With --dry-run each says what it would write.
`;

/**
 * `blockers init`: sets the repository around here up for what is asked for, each part on its own: what cannot be
 * done is said on stderr, and keeps nothing else from being done. Raises usage, config, input and git errors.
 */
export async function init(flags: InitFlags, world: World): Promise<ExitCode> {
  const { hook, ci, mergeDriver, config, from, dryRun, force } = flags;
  if (from !== undefined && !ci) {
    throw new BlockersError("usage", "--from says where a CI job gets blockers from, so it needs --ci");
  }
  const checkout = await findCheckout(world.fs, world.cwd);
  if (checkout === undefined) {
    throw new BlockersError("input", "there is no git checkout here", ["Run it in the repository it is for."]);
  }
  const place: Place = { world, checkout, force: force === true };
  const alone = !hook && !ci && !mergeDriver && !config;
  // Planned before anything is written: a mistake in the command line changes nothing.
  const steps: readonly Step[] = [
    ...(config || alone ? [await planConfig(place)] : []),
    ...(hook ? [await planHook(place)] : []),
    ...(ci ? await planCi(place, { service: ci === true ? undefined : ci, from }) : []),
    ...(mergeDriver ? await planMergeDriver(place) : []),
  ];
  let failed = false;
  for (const step of steps) {
    const done = dryRun ? foretell(step, world) : await take(step, world);
    failed ||= !done;
  }
  if (alone) world.stdout.write(OTHERS);
  return failed ? ExitCode.Failed : ExitCode.Clean;
}

/** Does one step, and says so; false if it is left to the person who asked. */
async function take(step: Step, world: World): Promise<boolean> {
  if (step.kind === "refused") return refuse(step, world);
  if (step.kind === "settled") say(world, step.text);
  if (step.kind === "act") {
    await step.act();
    say(world, step.next);
  }
  if (step.kind === "write") {
    await write(step, world);
    say(world, `${displayed(world.cwd, step.file)}: written; ${step.next}`);
  }
  return true;
}

async function write({ file, content, executable, expected, within }: WriteStep, { fs, cwd }: World): Promise<void> {
  try {
    if (expected === undefined) await fs.createFile(file, content, { executable, within });
    else await fs.replaceFile(file, { expected, content, within });
  } catch (cause) {
    if (!(cause instanceof BlockersError)) throw cause;
    throw new BlockersError(cause.kind, `${displayed(cwd, file)}: ${cause.message}`, cause.hints, { cause });
  }
}

/** Says what `take` would do. */
function foretell(step: Step, world: World): boolean {
  if (step.kind === "refused") return refuse(step, world);
  if (step.kind === "settled") say(world, step.text);
  if (step.kind === "act") for (const line of foretoldAct(step)) show(world, line);
  if (step.kind === "write") for (const line of foretoldWrite(step, world)) show(world, line);
  return true;
}

function foretoldAct({ commands }: ActStep): readonly string[] {
  return ["would run:", ...commands.map((command) => `  ${command}`)];
}

function foretoldWrite({ file, content, executable }: WriteStep, { cwd }: World): readonly string[] {
  const lines = Buffer.from(content).toString("utf8").trimEnd().split(/\r?\n/);
  const mode = executable ? ", which can be executed" : "";
  return [
    `would write ${displayed(cwd, file)}${mode}:`,
    "",
    ...lines.map((line) => (line === "" ? "" : `  ${line}`)),
    "",
  ];
}

function refuse({ message, hints }: Extract<Step, { kind: "refused" }>, world: World): false {
  complain(world, message, hints);
  return false;
}

/** What would be written is shown as it is, however long. */
function show({ stdout }: World, line: string): void {
  stdout.write(`${sanitize(line)}\n`);
}

function say(world: World, text: string): void {
  world.stdout.write(`${wrap(sanitize(text), widthFor(world, {})).join("\n  ")}\n`);
}
