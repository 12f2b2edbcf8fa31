import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { completionScript } from "../../src/cli/completion/scripts.js";
import { type CompletedProgram, completionTree, SHELLS } from "../../src/cli/completion/tree.js";
import { main } from "../../src/cli/main.js";
import { createProgram } from "../../src/cli/program.js";
import { rules } from "../../src/rules/index.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const PATIENCE = 60_000;

let folder: string;
let scripts: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await makeFolder();
  const printed = SHELLS.map(async (shell) => {
    const world = testWorld(folder);
    expect(await main(["completion", shell], world)).toBe(0);
    return [shell, world.output("stdout")] as const;
  });
  scripts = Object.fromEntries(await Promise.all(printed));
  for (const [shell, script] of Object.entries(scripts)) writeFileSync(join(folder, `completion.${shell}`), script);
  mkdirSync(join(folder, "work/docs"), { recursive: true });
  for (const name of ["STATUS.md", "my notes.md", "a*.md"]) writeFileSync(join(folder, "work", name), "");
});

function isThere(shell: string): boolean {
  try {
    execFileSync(shell, ["-c", "exit 0"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const program = createProgram(testWorld("/"), () => undefined);
const commands = program.commands.map((command) => command.name());
const flagsOf = (name: string): readonly string[] => {
  const command = program.commands.find((one) => one.name() === name);
  return (
    command
      ?.createHelp()
      .visibleOptions(command)
      .flatMap(({ long }) => long ?? []) ?? []
  );
};

/** What each shell is to offer for what was typed so far, whoever adds commands and options. */
const OFFERS: readonly (readonly [typed: readonly string[], expected: readonly string[]])[] = [
  [[""], commands],
  [["che"], ["check"]],
  ...commands.map((name) => [[name, "--"], flagsOf(name)] as const),
  [
    ["status", "--format", ""],
    ["text", "json", "markdown"],
  ],
  [["explain", "total"], ["total-mismatch"]],
  [["check", "--only", "total"], ["total-mismatch"]],
  [["check", "--color", "n"], ["never"]],
  [["check", "--repo", "d"], ["docs/"]],
  [["check", "STAT"], ["STATUS.md"]],
  [["completion", "z"], ["zsh"]],
];

describe.skipIf(!isThere("bash"))("bash", () => {
  /** What readline would show, given the words before the cursor as bash splits them. */
  function complete(words: readonly string[]): readonly string[] {
    const script = `source ../completion.bash
COMP_WORDS=(blockers "$@"); COMP_CWORD=$#
_blockers
if ((\${#COMPREPLY[@]})); then printf '%s\\n' "\${COMPREPLY[@]}"; fi`;
    const options = { cwd: join(folder, "work"), encoding: "utf8", stdio: "pipe" } as const;
    return execFileSync("bash", ["-uc", script, "bash", ...words], options)
      .split("\n")
      .slice(0, -1);
  }

  test.each(OFFERS)("%j", { timeout: PATIENCE }, (typed, expected) => {
    const offered = complete(typed).filter((word) => !/^-[^-]/.test(word));
    expect(offered.toSorted()).toEqual(expected.map((word) => word.replace(/\/$/, "")).toSorted());
  });

  test("a value behind an equals sign, which bash takes for a word", () => {
    expect(complete(["check", "--color", "=", "al"])).toEqual(["always"]);
    expect(complete(["check", "--color", "="])).toEqual(["always", "never", "auto"]);
  });

  test("rules behind a comma", () => {
    expect(complete(["check", "--skip", "mojibake,total-"])).toEqual(["mojibake,total-mismatch"]);
  });

  test("paths behind options, their values and --", () => {
    for (const before of [
      ["check", "--only", "mojibake"],
      ["check", "--fix"],
      ["fix", "--"],
      ["check", "docs"],
    ]) {
      expect(complete([...before, "STAT"])).toEqual(["STATUS.md"]);
    }
  });

  test("names that a shell would split or unfold stay whole", () => {
    expect(complete(["check", "my"])).toEqual(["my notes.md"]);
    expect(complete(["check", "a"])).toEqual(["a*.md"]);
  });
});

describe.skipIf(!isThere("zsh"))("zsh", () => {
  test("can be read, and knows its command", { timeout: PATIENCE }, () => {
    const script = `zmodload -F zsh/parameter; autoload -U compinit; compinit -u -D; source ./completion.zsh; print $_comps[blockers]`;
    const env = { ...process.env, HOME: folder, ZDOTDIR: folder };
    expect(execFileSync("zsh", ["-fc", script], { cwd: folder, env, encoding: "utf8" })).toBe("_blockers\n");
    execFileSync("zsh", ["-fn", "completion.zsh"], { cwd: folder, env });
  });
});

describe.skipIf(!isThere("fish"))("fish", () => {
  const complete = (words: readonly string[]): readonly string[] => {
    const quoted = ["blockers", ...words].map((word) => word.replace(/([*' ])/g, "\\$1")).join(" ");
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, TYPED: quoted };
    const script = "source ../completion.fish; complete -C $TYPED";
    const options = { cwd: join(folder, "work"), env, encoding: "utf8", stdio: "pipe" } as const;
    return execFileSync("fish", ["--no-config", "-c", script], options)
      .split("\n")
      .slice(0, -1)
      .map((line) => line.split("\t")[0] ?? "");
  };

  test.each(OFFERS)("%j", { timeout: PATIENCE }, (typed, expected) => {
    const offered = complete(typed).filter((word) => !/^-[^-]/.test(word));
    expect(offered.toSorted()).toEqual(expect.arrayContaining(expected.toSorted()));
  });
});

describe("each script names every command, option and value", () => {
  test.each(SHELLS)("%s", (shell) => {
    const script = scripts[shell] ?? "";
    for (const command of completionTree(
      program,
      rules.map(({ id }) => id),
    ).commands) {
      expect(script).toContain(command.name);
      for (const { flags, values } of command.options) {
        for (const flag of flags) expect(script).toContain(shell === "fish" ? flag.replace(/^-+/, " ") : flag);
        for (const word of values?.kind === "words" ? values.words : []) expect(script).toContain(word);
      }
    }
  });
});

describe("what a shell would obey is text", () => {
  const HOSTILE = "' $(touch pwned) `touch pwned` \"; touch pwned; [x]:y \\ \u001b]0;x\u0007\n touch pwned #";

  const words = ["text", "$(touch pwned)", "a b", "';touch pwned'"];
  const hostile: CompletedProgram = {
    name: "blockers",
    options: [],
    commands: [
      {
        name: "check",
        description: HOSTILE,
        options: [
          { flags: ["--format"], description: HOSTILE, values: { kind: "words", words, list: false } },
          { flags: ["--switch"], description: HOSTILE, values: undefined },
        ],
        values: [{ kind: "files" }],
        repeats: true,
      },
    ],
  };

  test.each(SHELLS)("%s", { timeout: PATIENCE }, (shell) => {
    const script = completionScript(shell, hostile);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(script).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    for (const line of script.split("\n")) expect(line).not.toMatch(/^\s*touch/);
    if (!isThere(shell)) return;
    const file = join(folder, `hostile.${shell}`);
    writeFileSync(file, script);
    const load = shell === "zsh" ? `compdef() { :; }; source ${file}` : `source ${file}`;
    const typed = shell === "bash" ? "; COMP_WORDS=(blockers check --format ''); COMP_CWORD=3; _blockers" : "";
    execFileSync(shell, ["-c", load + typed], { cwd: join(folder, "work"), stdio: "pipe" });
    expect(() => execFileSync("ls", ["pwned"], { cwd: join(folder, "work"), stdio: "pipe" })).toThrow();
  });
});

test("an unknown shell is refused with those that are known", async () => {
  const world = testWorld(folder);
  expect(await main(["completion", "powershell"], world)).toBe(2);
  expect(world.output("stderr")).toContain("bash, zsh, fish");
});
