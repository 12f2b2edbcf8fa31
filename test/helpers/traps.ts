import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMANDS } from "./commands.js";
import { makeFolder } from "./scenario.js";

/** Programs that nobody should start, each of which leaves its mark when somebody does. */
export interface Traps {
  /** The path of a program that leaves the mark of this name. */
  program(name: string): string;
  /** A folder with such a program for every hook that git knows. */
  hooks(name: string): string;
  /** The marks that were left since this was asked last, sorted. */
  sprung(): readonly string[];
}

const HOOKS = [
  ...["applypatch-msg", "commit-msg", "fsmonitor-watchman", "post-checkout", "post-commit", "post-index-change"],
  ...["post-merge", "post-rewrite", "pre-applypatch", "pre-auto-gc", "pre-commit", "pre-merge-commit", "pre-push"],
  ...["pre-rebase", "prepare-commit-msg", "push-to-checkout", "reference-transaction", "sendemail-validate"],
];

/** Makes traps in a folder of their own, which is removed after the test file. */
export async function makeTraps(): Promise<Traps> {
  const [programs, marks] = [await makeFolder(), await makeFolder()];
  const set = (path: string, name: string): string => {
    // What it is given goes on: whoever waits for an answer has one.
    writeFileSync(path, `#!/bin/sh\n: >'${join(marks, name)}'\n[ $# -gt 0 ] || exec cat\nexit 1\n`, { mode: 0o755 });
    return path;
  };
  return {
    program: (name) => set(join(programs, name), name),
    hooks: (name) => {
      const folder = join(programs, `${name}.d`);
      mkdirSync(folder, { recursive: true });
      for (const hook of HOOKS) set(join(folder, hook), name);
      return folder;
    },
    sprung: () => {
      const left = readdirSync(marks).sort();
      for (const name of left) rmSync(join(marks, name));
      return left;
    },
  };
}

/** What a repository's own configuration may say to have a program run, by the name of the trap. */
export function payloads(traps: Traps): Readonly<Record<string, string>> {
  const { program } = traps;
  return {
    fsmonitor: `[core]\n\tfsmonitor = ${program("fsmonitor")}\n`,
    hooks: `[core]\n\thooksPath = ${traps.hooks("hooks")}\n[gc]\n\tauto = 1\n`,
    "diff.external": `[diff]\n\texternal = ${program("diff.external")}\n`,
    "diff.command": `[diff "evil"]\n\tcommand = ${program("diff.command")}\n`,
    textconv: `[diff "evil"]\n\ttextconv = ${program("textconv")}\n\tcachetextconv = true\n`,
    filter: `[filter "evil"]\n\tclean = ${program("filter")}\n\tsmudge = ${program("filter")}\n`,
    process: `[filter "evil"]\n\tprocess = ${program("process")}\n\trequired = true\n`,
    gpg: [
      ...["[gpg]", '[gpg "ssh"]', '[gpg "x509"]'].map((section) => `${section}\n\tprogram = ${program("gpg")}\n`),
      "[log]\n\tshowSignature = true\n",
    ].join(""),
    fetch: [
      `[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tpartialClone = origin\n`,
      `[remote "origin"]\n\tpromisor = true\n\turl = file:///nowhere\n\tuploadpack = ${program("fetch")}\n`,
      `[protocol]\n\tallow = always\n[protocol "file"]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n`,
    ].join(""),
    transport: [
      `[credential]\n\thelper = "!${program("transport")}"\n[core]\n\tsshCommand = ${program("transport")}\n`,
      `\taskPass = ${program("transport")}\n\tgitProxy = ${program("transport")}\n`,
      `\talternateRefsCommand = ${program("transport")}\n[uploadpack]\n\tpackObjectsHook = ${program("transport")}\n`,
    ].join(""),
    people: [
      `[core]\n\teditor = ${program("people")}\n\tpager = ${program("people")}\n[pager]\n`,
      ...["log", "diff", "show", "config", "grep"].map((verb) => `\t${verb} = ${program("people")}\n`),
      `[sequence]\n\teditor = ${program("people")}\n[interactive]\n\tdiffFilter = ${program("people")}\n`,
    ].join(""),
    alias: `[alias]\n${["log", "ls-files", "rev-parse", "cat-file", "version", "config", "remote", "alias"]
      .map((verb) => `\t${verb} = "!${program("alias")}"\n`)
      .join("")}`,
    merge: `[merge]\n\tdefault = evil\n[merge "evil"]\n\tdriver = ${program("merge")} %A\n`,
    trailer: `[trailer "evil"]\n\tkey = Signed-off-by\n\tcommand = ${program("trailer")}\n\tifmissing = add\n`,
    submodule: `[submodule "lib"]\n\tactive = true\n\turl = ext::${program("submodule")}\n\tupdate = "!${program("submodule")}"\n`,
  };
}

/** What the tracked files may add: which of these hold for which files. */
export const HOSTILE_ATTRIBUTES = "* diff=evil filter=evil merge=evil\n";

/** Each command with what it is given, for whoever runs them one after the other. */
export const EVERY_COMMAND = COMMANDS.map(([name, argv, input = ""]) => ({ name, argv, input }));
