import { type Command, InvalidArgumentError, Option } from "commander";
import type { FormatOptions } from "../format/options.js";
import { MAX_WIDTH, MIN_WIDTH } from "./limits.js";
import { COLOUR_CHOICES, type ColourChoice, usesColour } from "./outputs/colour.js";
import type { SessionOptions } from "./run/session.js";
import type { Sink, World } from "./world.js";

/** The options of every command that prints. */
export interface OutputOptions {
  /** False for `--no-color`. */
  readonly color?: ColourChoice | false;
  readonly width?: number;
}

/** The options of every command on reports. */
export type ReportOptions = SessionOptions & OutputOptions;

/** Adds the options on where to look. */
export function addSessionOptions(command: Command): Command {
  return command
    .option("--repo <dir>", "ask this repository, a checkout or a bare one, instead of the one around here")
    .option("--as-of <rev>", "judge files and commits as of this revision, instead of the working tree")
    .option("--no-git", "compare nothing with git")
    .option("--no-cache", "keep nothing of what git says for the next run")
    .option("--config <path>", "read this configuration instead of the nearest blockers.yaml")
    .option("--no-config", "read no configuration")
    .option("--config-from <rev>", "read the configuration as it is at this revision, not as it is here")
    .option("--no-ignore", "look also at what the configuration ignores");
}

/** Adds the options on which files are read, besides the paths. */
export function addFileOptions(command: Command): Command {
  return command
    .option(
      "--files-from <path>",
      'read further paths from this file, or with "-" from standard input: one a line, or NUL',
    )
    .option("--pass-on-no-files", "where there is no report, end with exit code 0");
}

/** Adds the options that keep a run to what changed; where a command writes, not those that judge a commit. */
export function addScopeOptions(command: Command, { writes }: { readonly writes: boolean }): Command {
  command
    .option("--staged", "only what is staged: the index is judged, not the files on disk")
    .option("--changed [ref]", "only what changed since the branch left REF (--changed=REF)");
  if (writes) return command;
  return command
    .option("--base <rev>", "only what changed since the head left this revision; the files are the head's")
    .option("--head <rev>", "with --base: the revision to judge, by default HEAD");
}

/** The options of every command that tells of findings, or fixes them. */
export interface FindingOptions {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** `--no-inline-config` makes it false. */
  readonly inlineConfig?: boolean;
}

/** The options of every command that leaves out what a baseline knows. */
export interface BaselineOptions {
  /** `--baseline PATH`; false for `--no-baseline`. */
  readonly baseline?: string | false;
}

/** Adds the options on the baseline. */
export function addBaselineOptions(command: Command): Command {
  return command
    .option("--baseline <path>", "leave out what this file knows, instead of blockers-baseline.json")
    .option("--no-baseline", "tell of what the baseline knows, too");
}

/** Adds the options on which findings are told of. */
export function addFindingOptions(command: Command): Command {
  return command.option("--no-inline-config", "let no comment in a report suppress what is found");
}

/** Adds the options on how to print. */
export function addOutputOptions(command: Command): Command {
  return command
    .addOption(new Option("--color <when>", "colour: auto is for terminals only").choices(COLOUR_CHOICES))
    .option("--no-color", "the same as --color=never")
    .option("--width <columns>", "wrap text at this width; by default the terminal's", parseWidth)
    .option("--debug", "say more about what is done, and where an error came from");
}

/** Gathers an option that may be repeated, and that may hold several names with commas. */
export function collectNames(value: string, before: readonly string[] = []): readonly string[] {
  const names = value.split(",").map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== "")];
}

/** Adds the option on how much is printed. */
export function addLimitOption(command: Command): Command {
  const option = "--max-findings <n>";
  return command.option(option, "print the worst so many, or all; concise prints 50 unless told", parseLimit);
}

/** Whether this stream gets colour. */
export function colourFor(world: World, sink: Sink, { color }: OutputOptions): boolean {
  return usesColour(color === false ? "never" : (color ?? "auto"), world.env, sink.isTTY);
}

/** How wide the text on stdout may be; undefined, for as wide as it is, where neither a flag nor a terminal says so. */
export function widthFor(world: World, { width }: OutputOptions): number | undefined {
  if (width !== undefined) return width;
  const stated = Number(world.env.COLUMNS);
  return clamped(world.stdout.columns ?? (Number.isInteger(stated) && stated > 0 ? stated : undefined));
}

/** A terminal's width, or none, within what can be written in. */
export function clamped(columns: number | undefined): number | undefined {
  return columns === undefined ? undefined : Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, columns));
}

/** Reads a number of things from a flag. Raises Commander's error for what is none. */
export function parseCount(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It must be a whole number from 0 on.");
}

/** How text looks on a stream, or in a file, which has neither colour nor width unless they are asked for. */
export function viewFor(world: World, sink: Sink, file: string | undefined, options: OutputOptions): FormatOptions {
  if (file === undefined) return { color: colourFor(world, sink, options), width: widthFor(world, options) };
  return { color: options.color === "always", width: options.width };
}

function parseLimit(value: string): number | "all" {
  if (value === "all") return value;
  const limit = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (limit >= 1) return limit;
  throw new InvalidArgumentError('It must be a number from 1 on, or "all".');
}

function parseWidth(value: string): number {
  const width = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (width >= MIN_WIDTH && width <= MAX_WIDTH) return width;
  throw new InvalidArgumentError(`It must be a number from ${MIN_WIDTH} to ${MAX_WIDTH}.`);
}
