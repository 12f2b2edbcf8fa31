import type { CompletedCommand, CompletedOption, CompletedProgram, Values } from "./tree.js";
import { plainText, plainWords } from "./words.js";

/** For zsh from 5.0 on, to be sourced or to be put into a folder of `fpath` as `_NAME`. */
export function zshScript({ name, options, commands }: CompletedProgram): string {
  const names = commands.map(
    (command) => `    ${quoted(`${command.name}:${escaped(plainText(command.description), /[\\:]/g)}`)}`,
  );
  const branches = commands.map(
    (command) => `        ${quoted(command.name)})
          _arguments -s ${specs(command).map(quoted).join(" \\\n            ")}
          ;;`,
  );
  return `#compdef ${name}
# zsh completion for ${name}, written by "${name} completion zsh"

_${name}() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${names.join("\n")}
  )
  _arguments -C ${options.flatMap(optionSpecs).map(quoted).join(" ")} '1: :->command' '*:: :->arguments'
  case $state in
    command) _describe command commands ;;
    arguments)
      case $line[1] in
${branches.join("\n")}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _${name} ]]; then
  _${name} "$@"
else
  compdef _${name} ${name}
fi
`;
}

function specs({ options, values, repeats }: CompletedCommand): readonly string[] {
  const places = values.map((one, place) => {
    const last = repeats && place === values.length - 1;
    return `${last ? "*" : place + 1}: :${action(one)}`;
  });
  return [...options.flatMap(optionSpecs), ...places];
}

/** Any option may be given again: whether that makes sense, the program says. */
function optionSpecs({ flags, description, values }: CompletedOption): readonly string[] {
  const told = `[${escaped(plainText(description), /[\\[\]:]/g)}]`;
  return flags.map((flag) => {
    if (!values) return `*${flag}${told}`;
    return `*${flag}${flag.startsWith("--") ? "=" : "+"}${told}: :${action(values)}`;
  });
}

function action(values: Values): string {
  if (values.kind === "files") return "_files";
  if (values.kind === "folders") return "_files -/";
  if (values.kind === "anything") return " ";
  const words = plainWords(values.words).join(" ");
  return values.list ? `_values -s , name ${words}` : `(${words})`;
}

function escaped(text: string, special: RegExp): string {
  return text.replace(special, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
