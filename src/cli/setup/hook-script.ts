import { CONFIG_NAMES } from "../../config/config-names.js";
import { MARKDOWN_ENDINGS } from "../files/markdown-endings.js";

/** The line for a hook of somebody's own. */
export function hookLine(command: string): string {
  return `${command} check --staged || exit $?`;
}

/** More changed names than this take longer to be looked for than the program takes. */
const MANY = 30;

/** The configurations that are nothing else. */
const OWN_CONFIGS = CONFIG_NAMES.filter((name) => name !== "package.json");

/**
 * The pre-commit hook, for any POSIX shell. `command` is how a shell runs this very program; undefined for a hook that is
 * shared, for which no path of this machine is right.
 *
 * It starts the program only where that may have something to say: a file of markdown or a configuration is staged, or some
 * markdown names a file that is. The program finds less to be named than is looked for here, and never more; where anything is
 * unusual, it is left to the program.
 */
export function hookScript(command: string | undefined): string {
  return `#!/bin/sh
# Checks the reports among what is about to be committed. To commit without: git commit --no-verify

unset GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_NOGLOB_PATHSPECS GIT_ICASE_PATHSPECS GREP_OPTIONS

check() {
  set -- ${command ?? "blockers"}
  if ! { [ -x "$1" ] && [ -f "$2" ]; }; then
    if [ -x node_modules/.bin/blockers ]; then
      set -- node_modules/.bin/blockers
    elif command -v blockers >/dev/null 2>&1; then
      set -- blockers
    else
      echo "blockers: the reports in this commit were NOT checked, for blockers is not where it was, not in node_modules and not on the PATH: install it, or commit with --no-verify" >&2
      exit 1
    fi
  fi
  exec "$@" check --staged
}

n='
'

# Does the configuration call other files than markdown reports?
for file in ${OWN_CONFIGS.join(" ")}; do
  [ -f "$file" ] || continue
  grep reports "$file" >/dev/null 2>&1
  [ $? -eq 1 ] || check
done
if [ -f package.json ] && grep '"blockers"' package.json >/dev/null 2>&1; then
  grep '"reports"' package.json >/dev/null 2>&1
  [ $? -eq 1 ] || check
fi

# Is there any markdown?
markdown() {
  "$@" -- ${MARKDOWN_ENDINGS.map((ending) => `':(icase)*.${ending}'`).join(" ")} 2>/dev/null
}
files=$(markdown git ls-files -t -c -m) || check
[ -n "$files" ] || exit 0

# What is staged. An empty commit, or one whose message alone is changed, stages nothing.
names=$(git -c core.quotePath=true diff --cached --name-only --no-renames --no-ext-diff --ignore-submodules=none 2>/dev/null) || check
[ -n "$names" ] || exit 0

# Is it a report, or what says how reports are read? Names in quotes are odd ones.
case "$n$names$n" in
${[...MARKDOWN_ENDINGS.map((ending) => `*.${anyCase(ending)}"$n"*`), `*"$n"'"'*`, ...OWN_CONFIGS.map((name) => `*"$n"${name}"$n"*`)].map((pattern) => `  ${pattern}) check ;;`).join("\n")}
esac

# Does any markdown name it? What is not in the work tree as it is staged has to be read from git, which takes longer.
set -f
IFS=$n
set -- $names
[ $# -le ${MANY} ] || check
from=
case "$n$files" in
  *"$n"[!H]" "*) from=--cached ;;
esac
if [ -f .gitattributes ] && grep -e encoding -e filter -e ident .gitattributes >/dev/null 2>&1; then from=--cached; fi
case $names in
  # In links such characters are written otherwise.
  *[!A-Za-z0-9._@+~/"$n"-]*)
    names=$names$n$(printf '%s\\n' "$names" | sed 's/%/%25/g; s/ /%20/g; s/</%3C/g; s/>/%3E/g; s/\\[/%5B/g; s/\\]/%5D/g; s/\\^/%5E/g; s/\`/%60/g; s/{/%7B/g; s/|/%7C/g; s/}/%7D/g') ;;
esac
printf '%s\\n' "$names" | sed 's|.*/||' | markdown git grep -q -a -F $from -f - >/dev/null
[ $? -eq 1 ] || check
`;
}

function anyCase(ending: string): string {
  return [...ending].map((letter) => `[${letter}${letter.toUpperCase()}]`).join("");
}
