import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { hookScript } from "../../src/cli/setup/hook-script.js";
import { createPathNames } from "../../src/lex/path-names.js";
import { type Checkout, makeCheckout } from "../helpers/checkout.js";
import { makeFolder } from "../helpers/scenario.js";

const PATIENCE = { timeout: 120_000 };
const SHELLS = ["sh", "dash", "bash", "busybox sh"].map((words) => words.split(" ")).filter(canRun);

function canRun([program = "", ...words]: readonly string[]): boolean {
  return spawnSync(program, [...words, "-c", "exit 7"]).status === 7;
}

/** A checkout, and the hook in it, which calls a stand-in for the program. */
async function withHook(files: Readonly<Record<string, string>>) {
  const checkout = await makeCheckout();
  await checkout.commit({ "src/plank.ts": "1\n", "src/pile.ts": "1\n", ...files });
  const place = await makeFolder();
  const called = join(place, "called");
  writeFileSync(join(place, "node"), `#!/bin/sh\necho "$*" >'${called}'\n`);
  chmodSync(join(place, "node"), 0o755);
  writeFileSync(join(place, "hook"), hookScript(`'${join(place, "node")}' '${join(place, "node")}'`));
  /** Whether the hook calls the program, in one shell after the other. */
  const calls = (env: Readonly<Record<string, string>> = {}): boolean => {
    const answers = SHELLS.map(([program = "", ...words]) => {
      rmSync(called, { force: true });
      const { status, stderr } = spawnSync(program, [...words, join(place, "hook")], {
        cwd: checkout.path,
        env: { ...process.env, ...env },
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      return existsSync(called) && readFileSync(called, "utf8").endsWith("check --staged\n");
    });
    expect(new Set(answers).size, answers.join()).toBe(1);
    return answers[0] === true;
  };
  return { ...checkout, calls };
}

async function stage(checkout: Checkout, files: Readonly<Record<string, string>>): Promise<void> {
  await checkout.write(files);
  checkout.git("add", "-A");
}

const CITING = { "docs/notes.md": "See src/plank.ts for more.\n" };

describe.skipIf(process.platform === "win32")("the installed hook", PATIENCE, () => {
  test("calls the program for what is staged of markdown, and for no other file", async () => {
    const checkout = await withHook({ "docs/notes.md": "Nothing.\n" });
    expect(checkout.calls()).toBe(false);
    await stage(checkout, { "src/plank.ts": "2\n" });
    expect(checkout.calls()).toBe(false);
    for (const name of ["a.md", "docs/deep/B.Markdown", "c.MKD", "d.mkdn", "e.mdown", "no\\te.md", "blockers.yaml"]) {
      await stage(checkout, { [name]: "x: 1\n" });
      expect(checkout.calls(), name).toBe(true);
      checkout.git("rm", "-qf", "--", name);
      expect(checkout.calls(), name).toBe(false);
    }
  });

  test("calls it where markdown names a file that is staged, gone or renamed", async () => {
    const checkout = await withHook(CITING);
    await stage(checkout, { "src/pile.ts": "2\n" });
    expect(checkout.calls()).toBe(false);
    await stage(checkout, { "src/plank.ts": "2\n" });
    expect(checkout.calls()).toBe(true);
    checkout.git("reset", "-q", "--hard");
    checkout.git("rm", "-q", "src/plank.ts");
    expect(checkout.calls()).toBe(true);
    checkout.git("reset", "-q", "--hard");
    checkout.git("mv", "src/plank.ts", "src/board.ts");
    expect(checkout.calls()).toBe(true);
    checkout.git("reset", "-q", "--hard");
    checkout.git("mv", "src/pile.ts", "lib.ts");
    expect(checkout.calls()).toBe(false);
  });

  test("goes by what is staged, and not by what is on disk", async () => {
    const checkout = await withHook(CITING);
    await stage(checkout, { "src/plank.ts": "2\n" });
    await checkout.write({ "docs/notes.md": "Nothing any more.\n" });
    expect(checkout.calls()).toBe(true);
    rmSync(join(checkout.path, "docs"), { recursive: true });
    expect(checkout.calls()).toBe(true);
    checkout.git("checkout", "-q", "--", "docs");
    checkout.git("update-index", "--skip-worktree", "docs/notes.md");
    expect(checkout.calls()).toBe(true);
    rmSync(join(checkout.path, "docs"), { recursive: true });
    expect(checkout.calls()).toBe(true);
  });

  test("is not misled by settings of the environment", async () => {
    const checkout = await withHook(CITING);
    await stage(checkout, { "src/plank.ts": "2\n" });
    for (const name of ["LITERAL", "GLOB", "NOGLOB", "ICASE"])
      expect(checkout.calls({ [`GIT_${name}_PATHSPECS`]: "1" }), name).toBe(true);
    for (const [key, value] of Object.entries({
      "grep.patternType": "perl",
      "core.quotePath": "false",
      "diff.external": "false",
      "color.ui": "always",
      "grep.fullName": "true",
      "diff.renames": "copies",
    })) {
      checkout.git("config", key, value);
      expect(checkout.calls(), key).toBe(true);
    }
    await checkout.write({ ".gitattributes": "*.md binary\n" });
    expect(checkout.calls()).toBe(true);
  });

  test("leaves it to the program which files are reports, where the configuration says so", async () => {
    const checkout = await withHook({});
    await stage(checkout, { "src/plank.ts": "2\n" });
    const configured: readonly (readonly [string, string, boolean])[] = [
      ["blockers.yaml", "failOn: never\n", false],
      ["blockers.yaml", "reports: [status/*.txt]\n", true],
      ["blockers.json", '{ "reports": ["status/*.txt"] }\n', true],
      ["package.json", '{ "devDependencies": { "blockers": "1.0.0" } }\n', false],
      ["package.json", '{ "blockers": { "reports": ["status/*.txt"] } }\n', true],
    ];
    for (const [name, text, called] of configured) {
      await checkout.write({ [name]: text });
      expect(checkout.calls(), text).toBe(called);
      rmSync(join(checkout.path, name));
    }
  });

  test("finds every name that the program finds", async () => {
    const names = [
      "a b.ts",
      "[slug].tsx",
      "50%.csv",
      "x{1}.py",
      "tick`.js",
      "a^b|c<d>.c",
      "-f",
      "e.",
      "*.h",
      "été.rb",
      'q"q.go',
      "Dockerfile",
    ];
    const checkout = await withHook({ "docs/notes.md": "Nothing.\n" });
    for (const name of names) {
      const path = `src/${name}`;
      for (const written of [name, encodeURI(name), `${path}...`]) {
        const text = `See (${written}).\n`;
        await stage(checkout, { "docs/notes.md": text });
        checkout.git("commit", "-q", "--allow-empty", "-m", "Notes");
        await stage(checkout, { [path]: written });
        const named = createPathNames([path], [path]).namedIn(text, "docs/notes.md").size > 0;
        if (named) expect(checkout.calls(), written).toBe(true);
        checkout.git("reset", "-q", "--hard");
      }
    }
    expect(checkout.calls()).toBe(false);
  });

  test("asks the program where much is staged", async () => {
    const checkout = await withHook({ "docs/notes.md": "Nothing.\n" });
    await stage(checkout, Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`src/${at}.c`, "1\n"])));
    expect(checkout.calls()).toBe(false);
    await stage(checkout, { "src/more.c": "1\n" });
    expect(checkout.calls()).toBe(true);
  });

  test("starts git once where there is no markdown, and three times at most", async () => {
    const tools = await makeFolder();
    const [log, git] = [join(tools, "log"), execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim()];
    mkdirSync(tools, { recursive: true });
    writeFileSync(join(tools, "git"), `#!/bin/sh\necho "$*" >>'${log}'\nexec '${git}' "$@"\n`);
    chmodSync(join(tools, "git"), 0o755);
    const counted = (checkout: { calls(env: Readonly<Record<string, string>>): boolean }): number => {
      writeFileSync(log, "");
      checkout.calls({ PATH: `${tools}${delimiter}${process.env.PATH}` });
      return (readFileSync(log, "utf8").split("\n").length - 1) / SHELLS.length;
    };
    const without = await withHook({});
    await stage(without, { "src/plank.ts": "2\n" });
    expect(counted(without)).toBe(1);
    const checkout = await withHook({ "docs/notes.md": "Nothing.\n" });
    expect(counted(checkout)).toBe(2);
    await stage(checkout, { "src/plank.ts": "2\n" });
    expect(counted(checkout)).toBe(3);
  });
});
