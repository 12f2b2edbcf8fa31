import type { CompletedProgram, Values } from "./tree.js";
import { plainWords } from "./words.js";

/** For bash from 3.2 on. Nothing that is completed is ever expanded, and no program is run. */
export function bashScript({ name, options, commands }: CompletedProgram): string {
  const own = { name: "", options, values: [], repeats: false };
  const cases = [own, ...commands].flatMap((command) => [
    line(`${command.name} options`, {
      kind: "words",
      words: command.options.flatMap(({ flags }) => flags),
      list: false,
    }),
    ...command.options.flatMap(({ flags, values }) =>
      values ? flags.map((flag) => line(`${command.name} ${flag}`, values)) : [],
    ),
    ...command.values.map((values, place) => {
      const last = command.repeats && place === command.values.length - 1;
      return line(`${command.name} ${place}`, values, last ? `${pattern(command.name)}' '*[0-9]` : undefined);
    }),
  ]);
  const names = line(" 0", { kind: "words", words: commands.map((command) => command.name), list: false });
  return `# bash completion for ${name}, written by "${name} completion bash"

_${name}_values() {
  kind= words=
  case "$1 $2" in
${[names, ...cases].map((one) => `    ${one}`).join("\n")}
    *) return 1 ;;
  esac
}

_${name}() {
  local IFS=$' \\t\\n' kind words command= option= ended= word before= i place=0
  local current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ -n $option ]]; then
      [[ $word == = ]] || option=
    elif [[ -z $ended && $word == -- ]]; then
      ended=yes
    elif [[ -z $ended && $word == -?* ]]; then
      if _${name}_values "$command" "$word"; then option="$word"; fi
    elif [[ -z $command ]]; then
      command="$word"
    else
      place=$((place + 1))
    fi
  done
  [[ $current == = ]] && current=
  if [[ -n $option ]]; then
    _${name}_values "$command" "$option"
  elif [[ -z $ended && $current == -* ]]; then
    _${name}_values "$command" options
  else
    _${name}_values "$command" "$place"
  fi
  case "$kind" in
    words | list)
      if [[ $kind == list && $current == *,* ]]; then
        before="\${current%,*},"
        current="\${current##*,}"
      fi
      for word in $words; do
        if [[ $word == "$current"* ]]; then COMPREPLY+=("$before$word"); fi
      done
      ;;
    files | folders)
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do
        COMPREPLY+=("$word")
      done < <(compgen -A "$([[ $kind == files ]] && echo file || echo directory)" -- "$current")
      ;;
  esac
}

complete -F _${name} ${name}
`;
}

/** One case: what may stand there. */
function line(key: string, values: Values, label = pattern(key)): string {
  if (values.kind !== "words") return `${label}) kind=${values.kind} ;;`;
  return `${label}) kind=${values.list ? "list" : "words"} words='${plainWords(values.words).join(" ")}' ;;`;
}

function pattern(key: string): string {
  return `'${key.replace(/[^\w .-]/g, "")}'`;
}
