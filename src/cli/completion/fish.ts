import type { CompletedCommand, CompletedOption, CompletedProgram, Values } from "./tree.js";
import { plainText, plainWords } from "./words.js";

/** For fish from 3.0 on. */
export function fishScript({ name, options, commands }: CompletedProgram): string {
  const complete = (parts: readonly string[]): string => ["complete", "-c", name, ...parts].join(" ");
  const lines = [
    complete(["-f"]),
    ...options.map((option) => complete(["-n", "__fish_use_subcommand", ...optionParts(option)])),
    ...commands.map((command) =>
      complete([
        "-n",
        "__fish_use_subcommand",
        "-a",
        quoted(command.name),
        "-d",
        quoted(plainText(command.description)),
      ]),
    ),
    ...commands.flatMap((command) => {
      const within = ["-n", quoted(`__fish_seen_subcommand_from ${command.name}`)];
      return [
        ...command.options.map((option) => complete([...within, ...optionParts(option)])),
        ...argumentParts(command).map((parts) => complete([...within, ...parts])),
      ];
    }),
  ];
  return `# fish completion for ${name}, written by "${name} completion fish"\n\n${lines.join("\n")}\n`;
}

function optionParts({ flags, description, values }: CompletedOption): readonly string[] {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [...names, ...(values ? ["-r", ...valueParts(values)] : []), "-d", quoted(plainText(description))];
}

/** All arguments of a command are completed in the same way: fish does not count them. */
function argumentParts({ values }: CompletedCommand): readonly (readonly string[])[] {
  const parts = values.map(valueParts).filter((part) => part.length > 0);
  return [...new Map(parts.map((part) => [part.join(" "), part])).values()];
}

function valueParts(values: Values): readonly string[] {
  if (values.kind === "files") return ["-F"];
  if (values.kind === "folders") return ["-f", "-a", quoted("(__fish_complete_directories)")];
  if (values.kind === "anything") return [];
  const words = plainWords(values.words).join(" ");
  return ["-f", "-a", quoted(values.list ? `(__fish_complete_list , "printf %s\\\\n ${words}")` : words)];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
