import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { withSession } from "../../src/cli/run/session.js";
import type { ScenarioFile } from "../../src/git/scenario.js";
import { makeFolder, makeRepository, runUserGit } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const REPORT = `# Status

Resolved: 2 of 2 (100%)

| # | Blocker | Status |
|---|---------|--------|
| 1 | Buoys are unlit | ✅ Done |
| 2 | Charts are loose | ⏳ Todo |
`;

const STRICT = "rules: { count-mismatch: error }\n";
const LAX = "rules: { count-mismatch: off }\n";

type Files = Readonly<Record<string, ScenarioFile>>;

/** A repository whose `main` says one thing and whose `change` says another. */
function repositoryWith(main: Files, change: Files) {
  return makeRepository({
    branch: "change",
    commits: [
      { name: "main", date: "2026-01-05T10:00:00Z", message: "Main", files: { "docs/STATUS.md": REPORT, ...main } },
      { name: "change", date: "2026-01-06T10:00:00Z", message: "Change", files: change },
    ],
    refs: { "refs/heads/main": "main" },
  });
}

async function check(cwd: string, ...args: readonly string[]) {
  const world = testWorld(cwd);
  const code = await main(["check", "--config-from", "main", ...args], world);
  return { code, stdout: world.output("stdout"), stderr: world.output("stderr") };
}

const DIFFERS = "blockers: note: the configuration here is another than that at main, which counts\n";

describe("P2: a change cannot switch off what is checked", () => {
  test.each<[string, Files, Files]>([
    ["by a changed file", { "blockers.yaml": STRICT }, { "blockers.yaml": LAX }],
    ["by a file of an earlier name", { "blockers.json": "{}" }, { "blockers.yaml": LAX }],
    ["by a first file", {}, { "blockers.yaml": LAX }],
    [
      "by a key of package.json",
      { "package.json": "{}" },
      { "package.json": `{ "blockers": { "ignore": ["docs/"] } }` },
    ],
    ["by ignoring the report", { "blockers.yaml": STRICT }, { "blockers.yaml": "ignore: [docs/]\n" }],
    [
      "by selecting others",
      { "blockers.yaml": STRICT },
      { "blockers.yaml": "reports: [NOTES.md]\n", "NOTES.md": "# Notes\n" },
    ],
    ["by a file that is wrong", { "blockers.yaml": STRICT }, { "blockers.yaml": "rules: [\n" }],
    ["by a file that is gone", { "blockers.yaml": STRICT }, { "blockers.yaml": null }],
  ])("%s", async (_, before, after) => {
    const { path } = await repositoryWith(before, after);
    for (const [cwd, paths] of [
      [path, []],
      [join(path, "docs"), []],
      [path, ["docs/STATUS.md"]],
    ] as const) {
      const { code, stdout, stderr } = await check(cwd, ...paths);
      expect(stdout).toContain("count-mismatch");
      expect(stderr).toContain(DIFFERS);
      expect(code).toBe(1);
    }
  });

  test("nor by a file that is nearer to where it is run", async () => {
    const { path } = await repositoryWith({ "blockers.yaml": STRICT }, { "docs/blockers.yaml": LAX });
    expect(await check(join(path, "docs"))).toMatchObject({ code: 1, stderr: DIFFERS });
    expect(await check(path)).toMatchObject({ code: 1, stderr: "" });
  });

  test("nor by what is not committed", async () => {
    const { path } = await repositoryWith({ "blockers.yaml": STRICT }, {});
    writeFileSync(join(path, "blockers.yaml"), LAX);
    expect(await check(path)).toMatchObject({ code: 1, stderr: DIFFERS });
  });
});

test.each<[string, Files, string]>([
  ["a file", { "blockers.yaml": LAX }, "blockers.yaml"],
  ["a file below", { "docs/blockers.yml": LAX }, "docs/blockers.yml"],
  [
    "a key of package.json",
    { "package.json": `{ "blockers": { "rules": { "count-mismatch": "off" } } }` },
    "package.json",
  ],
  ["a link", { "blockers.yaml": { link: "docs/rules.yaml" }, "docs/rules.yaml": LAX }, "blockers.yaml"],
])("what %s says at that revision holds, and nothing is noted where it says the same here", async (_, files, name) => {
  const { path } = await repositoryWith(files, { "other.txt": "x\n" });
  expect(await check(join(path, "docs"))).toMatchObject({ code: 0, stderr: "" });
  const printed = await check(join(path, "docs"), "--print-config");
  expect(printed.stdout).toContain(`from main:${name}\n`);
});

test("line ends and the rest of package.json are no difference", async () => {
  const { path } = await repositoryWith(
    { "package.json": `{ "version": "1", "blockers": { "failOn": "never" } }` },
    { "package.json": `{\r\n  "version": "2",\r\n  "blockers": { "failOn": "never" }\r\n}\r\n` },
  );
  expect(await check(path)).toMatchObject({ code: 0, stderr: "" });
});

test("without a configuration at that revision the defaults hold, and that is said", async () => {
  const { path } = await repositoryWith({}, { "a.txt": "x\n" });
  expect(await check(path)).toMatchObject({
    code: 1,
    stderr: "blockers: note: there is no configuration at main, so that the defaults hold\n",
  });
});

test("in a linked worktree", async () => {
  const { path } = await repositoryWith({ "blockers.yaml": STRICT }, { "blockers.yaml": LAX });
  const linked = join(await makeFolder(), "linked");
  runUserGit(path, "worktree", "add", "-q", "--detach", linked, "change");
  expect(await check(join(linked, "docs"))).toMatchObject({ code: 1, stderr: DIFFERS });
});

test("with the remote's branch, as a CI service fetches it", async () => {
  const { path } = await repositoryWith({ "blockers.yaml": STRICT }, { "blockers.yaml": LAX });
  const clone = join(await makeFolder(), "clone");
  runUserGit(path, "clone", "-q", "--branch", "change", path, clone);
  expect(await check(clone)).toMatchObject({ code: 1, stderr: DIFFERS });
});

test("in a clone without that branch, nothing is checked and it is said what to do", async () => {
  const { path } = await repositoryWith({ "blockers.yaml": STRICT }, { "blockers.yaml": LAX });
  const clone = join(await makeFolder(), "clone");
  runUserGit(path, "clone", "-q", "--depth=1", "--branch", "change", `file://${path}`, clone);
  const { code, stdout, stderr } = await check(clone);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^blockers: "main" names no commit of this repository\n {2}.*fetch-depth: 0/);
});

test.each([
  ["--config", "blockers.yaml"],
  ["--no-config", undefined],
])("%s beside it is a usage error", async (option, value) => {
  const { path } = await repositoryWith({ "blockers.yaml": STRICT }, {});
  const result = await check(path, option, ...(value === undefined ? [] : [value]));
  expect(result).toMatchObject({
    code: 2,
    stdout: "",
    stderr: `blockers: --config-from and ${option} exclude each other\n`,
  });
});

describe("what is wrong with it at that revision is an error, with its place", () => {
  const keys = Array.from({ length: 32_000 }, (_, index) => `k${index.toString(36)}:`).join("\n");
  test.each<[string, ScenarioFile, string]>([
    [
      "a rule that does not exist",
      "\nrules: { mojibak: off }\n",
      'main:blockers.yaml:2:10: there is no rule "mojibak"; did you mean "mojibake"?\n',
    ],
    ["no UTF-8", { base64: "4eHh" }, "main:blockers.yaml: is not UTF-8\n"],
    ["a huge file", `# ${"x".repeat(300_000)}\n`, "main:blockers.yaml: is larger than 262,144 bytes\n"],
    ["aliases", "a: &a [x]\nb: [*a, *a]\n", "main:blockers.yaml: anchors and aliases are not allowed here\n"],
    ["32,000 keys", keys, 'main:blockers.yaml:1:1: there is no setting "k0"\n'],
    [
      "a link that leads out",
      { link: "../../lax.yaml" },
      "main:blockers.yaml: is a symbolic link that leads out of the repository\n",
    ],
    [
      "a link in a circle",
      { link: "blockers.yaml" },
      "main:blockers.yaml: is a symbolic link that leads out of the repository\n",
    ],
  ])("%s", async (_, file, message) => {
    const { path } = await repositoryWith({ "blockers.yaml": file }, { "blockers.yaml": LAX });
    const { code, stdout, stderr } = await check(path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`blockers: ${message}`);
  });

  test("a folder of that name is none", async () => {
    const { path } = await repositoryWith({ "blockers.yaml/x": "x\n", "blockers.yml": LAX }, {});
    expect(await check(path)).toMatchObject({ code: 0, stderr: "" });
  });
});

test("what goes with the configuration is read from the same place", async () => {
  const { path } = await repositoryWith({ "known.json": "then\n" }, { "known.json": "now\n", "new.json": "now\n" });
  const read = (options: { readonly configFrom?: string }) =>
    withSession(testWorld(path), { git: false, ...options }, async ({ trusted }) => [
      Buffer.from(await trusted.read(join(path, "known.json"), 100)).toString("utf8"),
      await trusted.exists(join(path, "new.json")),
    ]);
  expect(await read({})).toEqual(["now\n", true]);
  expect(await read({ configFrom: "main" })).toEqual(["then\n", false]);
});

test("variables of the environment change nothing", async () => {
  const { path } = await repositoryWith({ "blockers.yaml": STRICT }, {});
  const other = await makeFolder();
  mkdirSync(join(other, "blockers"));
  writeFileSync(join(other, "blockers", "blockers.yaml"), LAX);
  writeFileSync(join(other, "blockers.yaml"), LAX);
  const names = ["BLOCKERS_CONFIG", "BLOCKERS_RULES", "XDG_CONFIG_HOME", "HOME", "npm_package_json", "INIT_CWD"];
  const env = { PATH: process.env.PATH, ...Object.fromEntries(names.map((name) => [name, other])) };
  const world = testWorld(path, { env: { ...env, BLOCKERS_FAIL_ON: "never", GIT_DIR: join(other, ".git") } });
  expect(await main(["check"], world)).toBe(1);
  rmSync(join(path, "blockers.yaml"));
  expect(await main(["check"], world)).toBe(1);
});
