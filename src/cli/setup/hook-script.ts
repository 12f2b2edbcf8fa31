/** The line for a hook of somebody's own. */
export function hookLine(command: string): string {
  return `${command} check --staged || exit $?`;
}

/**
 * The pre-commit hook, for any POSIX shell. `command` is how a shell runs this very program; undefined for a hook that is
 * shared, for which no path of this machine is right.
 */
export function hookScript(command: string | undefined): string {
  return `#!/bin/sh
# Checks the reports among what is about to be committed. To commit without: git commit --no-verify

# An empty commit, or one whose message alone is changed.
if git diff --cached --quiet --no-ext-diff 2>/dev/null; then
  exit 0
fi

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
`;
}
