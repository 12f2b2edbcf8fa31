import { appendFileSync, chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { atLeast } from "../../src/cli/doctor/machine.js";
import { main } from "../../src/cli/main.js";
import { type DoctorOutput, doctorOutputSchema } from "../../src/format/doctor-schema.js";
import { MIN_GIT } from "../../src/git/limits.js";
import { makeFolder, runUserGit } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const PATIENCE = 60_000;
const REPORT = "# Pier Status\n\n**Progress**: 1 of 2 tasks done\n\n- [x] Pilings\n- [ ] Planks\n";

async function makeProject(files: Readonly<Record<string, string>> = {}) {
  const top = await makeFolder();
  runUserGit(top, "init", "--initial-branch=main");
  for (const [name, text] of Object.entries({ "STATUS.md": REPORT, ...files })) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), text);
  }
  runUserGit(top, "add", ".");
  for (const message of ["first", "second"]) runUserGit(top, "commit", "--allow-empty", "-m", message);
  return top;
}

async function doctor(cwd: string, env: Readonly<Record<string, string>> = {}) {
  const own = { PATH: process.env.PATH ?? "", GIT_CONFIG_GLOBAL: "/dev/null", ...env };
  const world = testWorld(cwd, { env: own });
  const code = await main(["doctor", "--format", "json"], world);
  expect(world.output("stderr")).toBe("");
  const output: DoctorOutput = doctorOutputSchema.parse(JSON.parse(world.output("stdout")));
  expect(code).toBe(output.summary.problems > 0 ? 1 : 0);
  return new Map(output.inspections.map(({ name, ...rest }) => [name, rest]));
}

describe.skipIf(process.platform === "win32")("blockers doctor", { timeout: PATIENCE }, () => {
  test("finds nothing wrong with a whole clone, and names what init would add", async () => {
    const found = await doctor(await makeProject());
    expect([...found.values()].filter(({ state }) => state === "problem")).toEqual([]);
    expect(found.get("history")).toMatchObject({ state: "ok", text: "whole" });
    expect(found.get("reports")).toMatchObject({ state: "ok", text: "1 report below here" });
    for (const [name, flag] of [
      ["hook", "--hook"],
      ["merge driver", "--merge-driver"],
      ["CI", "--ci"],
    ] as const)
      expect(found.get(name)).toMatchObject({ state: "note", mend: `blockers init ${flag}` });
  });

  test("sees what init has set up", async () => {
    const top = await makeProject();
    expect(await main(["init", "--hook", "--ci", "--merge-driver"], testWorld(top))).toBe(0);
    const found = await doctor(top);
    expect(found.get("hook")).toMatchObject({ state: "ok", text: ".git/hooks/pre-commit, by init" });
    expect(found.get("merge driver")).toMatchObject({ state: "ok" });
    expect(found.get("CI")).toMatchObject({ state: "ok", text: ".github/workflows/blockers.yml" });
    appendFileSync(join(top, ".git/hooks/pre-commit"), "# mine\n");
    expect((await doctor(top)).get("hook")?.text).toContain("changed by hand");
    writeFileSync(join(top, ".git/hooks/pre-commit"), "#!/bin/sh\nblockers check --staged\n");
    expect((await doctor(top)).get("hook")?.text).toContain("your own");
    chmodSync(join(top, ".git/hooks/pre-commit"), 0o644);
    expect((await doctor(top)).get("hook")).toEqual({
      state: "problem",
      text: ".git/hooks/pre-commit is not executable, so that git passes over it",
      mend: "chmod +x .git/hooks/pre-commit",
    });
    writeFileSync(join(top, "lefthook.yml"), "");
    expect((await doctor(top)).get("hook")).toMatchObject({ state: "note", text: "lefthook does not run blockers" });
  });

  test("names a shallow clone, and a command that mends it", async () => {
    const [origin, folder] = [await makeProject(), await makeFolder()];
    runUserGit(folder, "clone", "--depth=1", `file://${origin}`, "shallow");
    const shallow = join(folder, "shallow");
    expect((await doctor(shallow)).get("history")).toMatchObject({
      state: "problem",
      mend: "git fetch --unshallow (in CI: fetch-depth: 0)",
    });
    runUserGit(shallow, "fetch", "--unshallow");
    expect((await doctor(shallow)).get("history")?.state).toBe("ok");
  });

  test("names a partial clone", async () => {
    const [origin, folder] = [await makeProject(), await makeFolder()];
    runUserGit(origin, "config", "uploadpack.allowFilter", "true");
    runUserGit(folder, "clone", "--filter=blob:none", `file://${origin}`, "partial");
    expect((await doctor(join(folder, "partial"))).get("history")).toMatchObject({
      state: "problem",
      text: expect.stringMatching(/partial/),
    });
  });

  test("tells refs of the configuration that are not here", async () => {
    const found = await doctor(await makeProject({ "blockers.yaml": "refs: [main, gone]\n" }));
    expect(found.get("refs")).toMatchObject({
      state: "problem",
      text: 'the configuration names "gone", which is not here',
    });
    expect((await doctor(await makeProject({ "blockers.yaml": "refs: [main]\n" }))).get("refs")?.state).toBe("ok");
  });

  test("tells a configuration that is not valid", async () => {
    const found = await doctor(await makeProject({ "blockers.yaml": "raports: []\n" }));
    expect(found.get("configuration")).toMatchObject({
      state: "problem",
      text: expect.stringMatching(/^blockers\.yaml:1:1: /),
    });
  });

  test("tells linked worktrees, grafts, replacements and sparse checkouts", async () => {
    const top = await makeProject({ "docs/a.txt": "a\n" });
    const [first, second] = [runUserGit(top, "rev-parse", "HEAD~1"), runUserGit(top, "rev-parse", "HEAD")];
    runUserGit(top, "replace", second, first);
    writeFileSync(join(top, ".git/info/grafts"), `${second}\n`);
    runUserGit(top, "sparse-checkout", "set", "nothing");
    const found = await doctor(top);
    expect(found.get("grafts")?.state).toBe("note");
    expect(found.get("replacements")?.text).toMatch(/^1 object/);
    expect(found.get("sparse")?.text).toMatch(/^1 tracked file/);
    const linked = join(await makeFolder(), "linked");
    runUserGit(top, "worktree", "add", linked);
    expect((await doctor(linked)).get("repository")?.text).toMatch(/^a linked worktree /);
  });

  test("tells where there is no repository, and where git refuses one", async () => {
    const folder = await makeFolder();
    writeFileSync(join(folder, "STATUS.md"), REPORT);
    expect((await doctor(folder)).get("repository")).toMatchObject({
      state: "problem",
      text: expect.stringMatching(/^none/),
    });
    const top = await makeProject();
    // A stand-in for a git that another user's repository is handed to.
    const stand = await makeFolder();
    const complaint = "fatal: detected dubious ownership in repository";
    writeFileSync(
      join(stand, "git"),
      `#!/bin/sh\ncase "$*" in *version*) echo git version 2.40.0;; *) echo "${complaint}" >&2; exit 128;; esac\n`,
    );
    chmodSync(join(stand, "git"), 0o755);
    const found = await doctor(top, { PATH: `${stand}:${process.env.PATH ?? ""}` });
    expect(found.get("repository")).toMatchObject({
      state: "problem",
      mend: expect.stringMatching(/^git config --global --add safe\.directory /),
    });
  });

  test("G9: tells a git that is too old, and none at all", async () => {
    const top = await makeProject();
    const stand = await makeFolder();
    expect((await doctor(top, { PATH: stand })).get("git")).toMatchObject({
      state: "problem",
      text: expect.stringMatching(/not on the PATH/),
    });
    writeFileSync(join(stand, "git"), "#!/bin/sh\necho git version 2.20.1\n");
    chmodSync(join(stand, "git"), 0o755);
    expect((await doctor(top, { PATH: `${stand}:/usr/bin:/bin` })).get("git")?.text).toBe(
      `2.20.1: ${MIN_GIT} or newer is needed`,
    );
  });

  test("prints a table with what mends each problem below it", async () => {
    const folder = await makeFolder();
    const world = testWorld(folder);
    expect(await main(["doctor"], world)).toBe(1);
    const lines = world.output("stdout").split("\n");
    const at = lines.findIndex((line) => line.startsWith("problem  repository"));
    expect(lines[at + 1]).toMatch(/^ +to mend it: /);
    expect(lines.at(-2)).toMatch(/^\d problems? limits? what can be checked here$/);
  });
});

test("compares versions by their numbers", () => {
  expect([
    atLeast("2.31.0", "2.31"),
    atLeast("2.9.5", "2.31"),
    atLeast("3.0", "2.31"),
    atLeast("20.9.1", "20.19"),
  ]).toEqual([true, false, true, false]);
});
