import { BlockersError } from "../../errors.js";
import { formatDoctorJson } from "../../format/json-doctor.js";
import { formatDoctor } from "../../format/text-doctor.js";
import { examine } from "../../git/examine.js";
import type { Inspection } from "../../model/inspection.js";
import { inspectClone } from "../doctor/clone.js";
import { inspectMachine } from "../doctor/machine.js";
import { inspectBadConfig, inspectReports, inspectSetup } from "../doctor/project.js";
import { ExitCode } from "../exit-code.js";
import { findCheckout } from "../files/places.js";
import { colourFor, type OutputOptions, widthFor } from "../options.js";
import { withSession } from "../run/session.js";
import { readSettings } from "../settings/settings.js";
import { VERSION } from "../version.js";
import type { World } from "../world.js";

export interface DoctorFlags extends OutputOptions {
  readonly format: "text" | "json";
}

/** `blockers doctor`: prints what can be checked here and what cannot. Raises what no inspection expects. */
export async function doctor(flags: DoctorFlags, world: World): Promise<ExitCode> {
  const machine = await inspectMachine(world);
  const hasGit = machine.some(({ name, state }) => name === "git" && state !== "problem");
  const found = [...machine, ...(await inspectPlace(world, hasGit))];
  const text =
    flags.format === "json"
      ? formatDoctorJson(found, { name: "blockers", version: VERSION })
      : formatDoctor(found, { color: colourFor(world, world.stdout, flags), width: widthFor(world, flags) });
  world.stdout.write(text);
  return found.some(({ state }) => state === "problem") ? ExitCode.Found : ExitCode.Clean;
}

async function inspectPlace(world: World, hasGit: boolean): Promise<readonly Inspection[]> {
  const { fs, cwd, env } = world;
  const checkout = await findCheckout(fs, cwd);
  const settings = await readSettings(world, checkout, undefined).catch(configError);
  const refs = "config" in settings ? (settings.config.refs ?? []) : [];
  const examined = hasGit ? await examine(cwd, refs, env) : undefined;
  const clone = examined ? inspectClone(examined, refs, world) : [];
  const usable = examined?.state === "present" && examined.top !== undefined;
  const reports = "config" in settings ? await inspectSession(world, hasGit, usable) : [inspectBadConfig(settings)];
  const setup = usable ? await inspectSetup({ world, checkout: examined.top ?? "", force: false }) : [];
  return [...clone, ...reports, ...setup];
}

/** A session says on stderr why git cannot be asked; here that is said in its own place. */
function inspectSession(world: World, git: boolean, usable: boolean): Promise<readonly Inspection[]> {
  const silent = { ...world, stderr: { ...world.stderr, write: () => undefined } };
  return withSession(silent, { git }, (session) => inspectReports(session, usable)).catch((error: unknown) => [
    inspectBadConfig(configError(error)),
  ]);
}

function configError(error: unknown): BlockersError {
  if (error instanceof BlockersError && error.kind === "config") return error;
  throw error;
}
