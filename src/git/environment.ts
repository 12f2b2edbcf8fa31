/** Variables as the operating system hands them over. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a git process runs: its folder and its whole environment. */
export interface GitPlace {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const FIXED_ENVIRONMENT = {
  LC_ALL: "C.UTF-8",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null",
  GIT_ATTR_NOSYSTEM: "1",
  GIT_PAGER: "cat",
} as const;

const INHERITED = ["PATH", "HOME", "SYSTEMROOT"] as const;

/** What stands before every verb: no pager, no programs named by a configuration, one output for everybody. */
export const FIXED_ARGUMENTS: readonly string[] = [
  "--no-pager",
  "--literal-pathspecs",
  ...[
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.attributesFile=/dev/null",
    "core.quotePath=false",
    "core.disambiguate=none",
    "log.showSignature=false",
    "log.follow=false",
    "color.ui=false",
    "advice.graftFileDeprecated=false",
  ].flatMap((setting) => ["-c", setting]),
];

/** Takes the outer environment and returns the one git gets: built from nothing, so that no hook's GIT_DIR leaks in. */
export function gitEnvironment(outer: Environment = process.env): Readonly<Record<string, string>> {
  const inherited = INHERITED.flatMap((name) => {
    const value = outer[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(inherited), ...FIXED_ENVIRONMENT };
}

/** What git tells its hooks of the index and of the repository it belongs to; nothing else of theirs is looked at. */
export function hookVariables(outer: Environment = process.env): {
  readonly index: string | undefined;
  readonly gitDir: string | undefined;
} {
  return { index: outer.GIT_INDEX_FILE, gitDir: outer.GIT_DIR };
}
