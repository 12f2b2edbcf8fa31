import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { BlockersError } from "../../errors.js";
import { didYouMean } from "../../model/closest.js";

/** A result in one form, for a file or, without a path, for stdout. */
export interface Output<F extends string> {
  readonly format: F;
  /** As typed. */
  readonly path: string | undefined;
}

export interface OutputFlags<F extends string> {
  readonly format?: F;
  readonly output?: readonly Output<F>[];
  readonly outputFile?: string;
}

/** Adds the options on the form of the result and where it goes. */
export function addFormatOptions(command: Command, formats: readonly string[]): Command {
  const choice = new Option("--format <format>", "how to print (default: text)").choices(formats);
  return command
    .addOption(choice.argParser((name) => knownFormat("--format", name, formats)))
    .option("--output-file <path>", "write the result to this file instead of stdout")
    .option(
      "--output <format[=path]>",
      "print, or write to a file, in this form; repeatable",
      (value, before: readonly Output<string>[] = []) => [...before, parseOutput(value, formats)],
    );
}

function parseOutput(value: string, formats: readonly string[]): Output<string> {
  const at = value.indexOf("=");
  if (at < 0) return { format: knownFormat("--output", value, formats), path: undefined };
  const format = knownFormat("--output", value.slice(0, at), formats);
  const path = value.slice(at + 1);
  if (path === "") {
    throw new BlockersError("usage", `--output ${format}= names no file`, [
      `For stdout: --output ${format}. For a file: --output ${format}=PATH.`,
    ]);
  }
  return { format, path: path === "-" ? undefined : path };
}

function knownFormat(option: string, name: string, formats: readonly string[]): string {
  if (formats.includes(name)) return name;
  throw new BlockersError("usage", `${option}: there is no format "${name}"${didYouMean(name, formats)}`, [
    `The formats are ${formats.join(", ")}.`,
  ]);
}

/** The form of what goes to stdout; undefined where all goes to files. */
export function printedFormat<F extends string>(outputs: readonly Output<F>[]): F | undefined {
  return outputs.find(({ path }) => path === undefined)?.format;
}

/** All that is to be printed and written. Raises a usage error where two results would share a place. */
export function outputsOf<F extends string>(
  { format, output = [], outputFile }: OutputFlags<F>,
  usual: F,
  cwd: string,
): readonly Output<F>[] {
  if (outputFile !== undefined && format === undefined && output.length > 0) {
    throw new BlockersError("usage", "--output-file goes with --format, not with --output", [
      "With --output, the file is named there: --output FORMAT=PATH.",
    ]);
  }
  const short = format !== undefined || outputFile !== undefined || output.length === 0;
  const path = outputFile === "-" ? undefined : outputFile;
  const outputs = [...(short ? [{ format: format ?? usual, path }] : []), ...output];
  const printed = outputs.filter((one) => one.path === undefined);
  if (printed.length > 1) {
    const names = printed.map((one) => one.format).join(" and ");
    throw new BlockersError("usage", `only one result can go to stdout, not ${names}`, [
      "Name a file for the others: --output FORMAT=PATH.",
    ]);
  }
  const files = outputs.flatMap((one) => (one.path === undefined ? [] : [one.path]));
  const twice = files.find(
    (one, index) => files.findIndex((other) => resolve(cwd, other) === resolve(cwd, one)) < index,
  );
  if (twice !== undefined) throw new BlockersError("usage", `two results cannot both be written to ${twice}`);
  return outputs;
}
