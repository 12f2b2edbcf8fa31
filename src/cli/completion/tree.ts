import type { Argument, Command, Option } from "commander";

export const SHELLS = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof SHELLS)[number];

/** What may stand at a place of the command line: one of some words (any number of them with commas), a file, or anything. */
export type Values =
  | { readonly kind: "words"; readonly words: readonly string[]; readonly list: boolean }
  | { readonly kind: "files" }
  | { readonly kind: "folders" }
  | { readonly kind: "anything" };

/** An option as it is typed. */
export interface CompletedOption {
  /** "--format", and "-f" where there is one. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Undefined for a switch. */
  readonly values: Values | undefined;
}

/** A command as it is typed. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** Of its arguments, in their order; the last stands for all that follow where it may be repeated. */
  readonly values: readonly Values[];
  readonly repeats: boolean;
}

/** A program with its commands. */
export interface CompletedProgram {
  readonly name: string;
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
}

/** What an argument is called in the help tells what it is: all paths are called so. */
const RULE = /^rules?$/;
const FOLDER = /^(?:dir|folder)$/;
const FILE = /^(?:paths?|files?|base|ours|theirs)$/;

/** Names the words of a command line by the declarations of its commands; `ruleIds` are what stands for "rule". */
export function completionTree(program: Command, ruleIds: readonly string[]): CompletedProgram {
  return {
    name: program.name(),
    options: optionsOf(program, ruleIds),
    commands: program.commands.map((command) => ({
      name: command.name(),
      description: command.summary() || command.description(),
      options: optionsOf(command, ruleIds),
      values: command.registeredArguments.map((argument) => valuesOf(argument.name(), argument, ruleIds)),
      repeats: command.registeredArguments.at(-1)?.variadic === true,
    })),
  };
}

function optionsOf(command: Command, ruleIds: readonly string[]): CompletedOption[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      flags: [option.long, option.short].filter((flag) => flag !== undefined && flag !== null),
      description: option.description,
      values: option.required || option.optional ? valuesOf(placeholderOf(option), option, ruleIds) : undefined,
    }));
}

/** The word between the brackets: "--repo <dir>". */
function placeholderOf({ flags }: Option): string {
  return /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1]?.replace("...", "") ?? "";
}

function valuesOf(name: string, { argChoices }: Option | Argument, ruleIds: readonly string[]): Values {
  if (argChoices) return { kind: "words", words: argChoices, list: false };
  if (RULE.test(name)) return { kind: "words", words: ruleIds, list: true };
  if (FOLDER.test(name)) return { kind: "folders" };
  return { kind: FILE.test(name) ? "files" : "anything" };
}
