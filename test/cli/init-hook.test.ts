import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.js";
import { makeFolder } from "../helpers/scenario.js";
import { testWorld } from "../helpers/test-world.js";

const BIN = fileURLToPath(new URL("../../bin/blockers.js", import.meta.url));
const COMMAND = `'${process.execPath}' '${BIN}'`;
const PATIENCE = 60_000;

const RIGHT = `# Pier Status

**Progress**: 50% (1 of 2 tasks done)

- [x] Pilings
- [ ] Planks
`;
const WRONG = RIGHT.replace("50% (1", "100% (2");

async function makeCheckout(folder?: string) {
  const top = folder ?? (await makeFolder());
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: top,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Ada",
    GIT_AUTHOR_EMAIL: "ada@example.org",
    GIT_COMMITTER_NAME: "Ada",
    GIT_COMMITTER_EMAIL: "ada@example.org",
  };
  const git = (args: readonly string[], over: { cwd?: string; env?: Record<string, string> } = {}) => {
    const { status, stdout, stderr } = spawnSync("git", args, {
      cwd: over.cwd ?? top,
      env: { ...env, ...over.env },
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), text);
  };
  if (folder === undefined) git(["init", "--initial-branch=main"]);
  return {
    top,
    git,
    write,
    read: (name: string) => readFileSync(join(top, name), "utf8"),
    hook: ".git/hooks/pre-commit",
  };
}

async function init(cwd: string, ...args: readonly string[]) {
  const world = testWorld(cwd, { command: COMMAND });
  return { code: await main(["init", ...args], world), stdout: world.output("stdout"), stderr: world.output("stderr") };
}

/** A stand-in for this program that says how it was called. */
function standIn(file: string, code = 0): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "stand-in $*"\nexit ${code}\n`);
  chmodSync(file, 0o755);
}

describe.skipIf(process.platform === "win32")("blockers init --hook", () => {
  test("installs a hook that blocks a commit with a wrong number and lets a right one pass", {
    timeout: PATIENCE,
  }, async () => {
    const { top, git, write, hook } = await makeCheckout();
    expect(await init(top, "--hook")).toMatchObject({ code: 0, stderr: "" });
    expect(statSync(join(top, hook)).mode & 0o111).toBe(0o111);
    write("STATUS.md", WRONG);
    git(["add", "."]);
    const blocked = git(["commit", "-m", "wrong"]);
    expect(blocked.status).toBe(1);
    expect(blocked.stdout + blocked.stderr).toContain("count-mismatch");
    expect(git(["rev-parse", "--verify", "HEAD"]).status).not.toBe(0);
    write("STATUS.md", RIGHT);
    git(["add", "."]);
    // What is not staged does not matter.
    write("STATUS.md", WRONG);
    expect(git(["commit", "-m", "right"]).status).toBe(0);
    expect(git(["commit", "-a", "-m", "wrong"]).status).toBe(1);
    write("README.md", "Nothing that is counted.\n");
    git(["add", "README.md"]);
    expect(git(["commit", "-m", "words", "--", "README.md"]).status).toBe(0);
  });

  test("asks the program where init ran from for what is staged, and passes its exit code on", {
    timeout: PATIENCE,
  }, async () => {
    const { top, git, write } = await makeCheckout();
    const [interpreter, script] = [join(top, "o'ther/node"), join(top, "o'ther/blockers.js")];
    standIn(interpreter, 2);
    write("o'ther/blockers.js", "");
    write("STATUS.md", RIGHT);
    const quoted = [interpreter, script].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
    const world = testWorld(top, { command: quoted });
    expect(await main(["init", "--hook"], world)).toBe(0);
    git(["add", "."]);
    const blocked = git(["commit", "-m", "any"]);
    expect(blocked.status).toBe(1);
    expect(blocked.stdout + blocked.stderr).toContain(`stand-in ${script} check --staged`);
    standIn(interpreter, 0);
    expect(git(["commit", "-m", "any"]).status).toBe(0);
  });

  test("starts nothing for a commit that changes no file", { timeout: PATIENCE }, async () => {
    const { top, git } = await makeCheckout();
    const world = testWorld(top, { command: "'/nowhere/node' '/nowhere/blockers.js'" });
    await main(["init", "--hook"], world);
    expect(git(["commit", "--allow-empty", "-m", "nothing"]).status).toBe(0);
  });

  test("looks in node_modules and on the PATH when the program has gone, and blocks with one sentence when it is nowhere", {
    timeout: PATIENCE,
  }, async () => {
    const { top, git, write } = await makeCheckout();
    const world = testWorld(top, { command: "'/nowhere/node' '/nowhere/blockers.js'" });
    await main(["init", "--hook"], world);
    write("STATUS.md", RIGHT);
    git(["add", "STATUS.md"]);
    const lost = git(["commit", "-m", "lost"], { env: { PATH: "/usr/bin:/bin" } });
    expect(lost.status).toBe(1);
    expect(lost.stderr).toMatch(
      /^blockers: the reports in this commit were NOT checked, .* or commit with --no-verify\n$/,
    );
    const elsewhere = await makeFolder();
    standIn(join(elsewhere, "blockers"), 1);
    const onPath = git(["commit", "-m", "path"], { env: { PATH: `${elsewhere}:/usr/bin:/bin` } });
    expect(onPath.status).toBe(1);
    expect(onPath.stdout + onPath.stderr).toContain("stand-in check --staged");
    standIn(join(top, "node_modules/.bin/blockers"));
    expect(git(["commit", "-m", "modules"], { env: { PATH: `${elsewhere}:/usr/bin:/bin` } }).status).toBe(0);
  });

  test("changes nothing when it runs again, and brings a hook of its own up to date", {
    timeout: PATIENCE,
  }, async () => {
    const { top, read, hook } = await makeCheckout();
    await init(top, "--hook");
    const first = read(hook);
    expect(await init(top, "--hook")).toMatchObject({ code: 0, stdout: ".git/hooks/pre-commit is up to date\n" });
    const moved = testWorld(top, { command: "'/new/node' '/new/blockers.js'" });
    expect(await main(["init", "--hook"], moved)).toBe(0);
    expect(read(hook)).not.toBe(first);
    expect(read(hook)).toContain("set -- '/new/node' '/new/blockers.js'");
    expect(statSync(join(top, hook)).mode & 0o111).toBe(0o111);
  });

  test("leaves a hook that was changed by hand alone, unless it is forced", { timeout: PATIENCE }, async () => {
    const { top, read, write, hook } = await makeCheckout();
    await init(top, "--hook");
    const changed = read(hook).replace("check --staged", "check");
    write(hook, changed);
    const refused = await init(top, "--hook");
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("changed by hand") });
    expect(read(hook)).toBe(changed);
    expect((await init(top, "--hook", "--force")).code).toBe(0);
    expect(read(hook)).not.toBe(changed);
  });

  test.each([
    ["its own", undefined],
    ["somebody else's", "#!/bin/sh\necho mine\n"],
  ])("does not call %s hook installed that git passes over", { timeout: PATIENCE }, async (_, text) => {
    const { top, write, hook } = await makeCheckout();
    if (text === undefined) await init(top, "--hook");
    else write(hook, text);
    chmodSync(join(top, hook), 0o644);
    const refused = await init(top, "--hook");
    expect(refused).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("To have it run: chmod +x .git/hooks/pre-commit\n"),
    });
  });

  test("never overwrites somebody else's hook, and prints the line to add, which works", {
    timeout: PATIENCE,
  }, async () => {
    const { top, git, read, write, hook } = await makeCheckout();
    const own = "#!/bin/sh\necho mine\n";
    write(hook, own);
    chmodSync(join(top, hook), 0o755);
    for (const args of [["--hook"], ["--hook", "--force"]]) {
      const refused = await init(top, ...args);
      expect(refused).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("is a hook of your own") });
      expect(read(hook)).toBe(own);
      const line = refused.stderr.trimEnd().split("\n").at(-1)?.trim() ?? "";
      expect(line).toBe(`${COMMAND} check --staged || exit $?`);
    }
    standIn(join(top, "x/node"), 1);
    write("STATUS.md", RIGHT);
    write(hook, `${own}'${top}/x/node' check --staged || exit $?\n`);
    git(["add", "."]);
    expect(git(["commit", "-m", "any"]).status).toBe(1);
  });

  test("installs it where core.hooksPath says, without a path of this machine where it is shared", {
    timeout: PATIENCE,
  }, async () => {
    const { top, git, read } = await makeCheckout();
    git(["config", "core.hooksPath", ".githooks"]);
    const { code, stdout } = await init(top, "--hook");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        ".githooks/pre-commit: written; commit it: it is the hook of each clone in which core.hooksPath says so\n",
    });
    expect(read(".githooks/pre-commit")).not.toContain(process.execPath);
    writeFileSync(join(top, ".githooks/pre-commit"), "#!/bin/sh\necho mine\n");
    const refused = await init(top, "--hook");
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("\n    blockers check --staged || exit $?\n"),
    });
    expect(existsSync(join(top, ".git/hooks/pre-commit"))).toBe(false);
  });

  test("does not touch hooks that other repositories share", { timeout: PATIENCE }, async () => {
    const { top, git } = await makeCheckout();
    const shared = await makeFolder();
    git(["config", "core.hooksPath", shared]);
    const refused = await init(top, "--hook");
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("run in other repositories as well") });
    expect(existsSync(join(shared, "pre-commit"))).toBe(false);
  });

  test("says why git cannot be asked", { timeout: PATIENCE }, async () => {
    const { top } = await makeCheckout();
    const without = testWorld(top, { env: { PATH: "/nowhere" } });
    expect(await main(["init", "--hook"], without)).toBe(2);
    expect(without.output("stderr")).toBe("blockers: git is not on the PATH\n");
    const tools = await makeFolder();
    writeFileSync(
      join(tools, "git"),
      `#!/bin/sh\necho "fatal: detected dubious ownership in repository" >&2\nexit 128\n`,
    );
    chmodSync(join(tools, "git"), 0o755);
    const refused = testWorld(top, { env: { PATH: `${tools}:/usr/bin:/bin` } });
    expect(await main(["init", "--hook"], refused)).toBe(2);
    expect(refused.output("stderr")).toMatch(
      /^blockers: git cannot be asked here: another user owns .* safe\.directory /,
    );
  });

  test("installs the hook that linked worktrees share, from one of them", { timeout: PATIENCE }, async () => {
    const { git, read, hook } = await makeCheckout();
    git(["commit", "--allow-empty", "-m", "start"]);
    const linked = join(await makeFolder(), "linked");
    git(["worktree", "add", linked]);
    expect((await init(linked, "--hook")).code).toBe(0);
    expect(read(hook)).toContain("check --staged");
  });

  test.each([
    [".husky", ".husky/_/h", ".husky/pre-commit", "husky"],
    ["lefthook", "lefthook.yml", "lefthook.yml", "lefthook"],
    ["pre-commit", ".pre-commit-config.yaml", ".pre-commit-config.yaml", "pre-commit"],
  ])(
    "tells what to give to %s where that runs the hooks, and sees when it is there",
    { timeout: PATIENCE },
    async (_, file, entry, name) => {
      const { top, write, hook } = await makeCheckout();
      write(file, "# empty\n");
      const refused = await init(top, "--hook");
      expect(refused).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`${name} runs the hooks of this repository`),
      });
      expect(refused.stderr).toContain("blockers check");
      expect(existsSync(join(top, hook))).toBe(false);
      const snippet = refused.stderr.split("\n").slice(2).join("\n");
      write(entry, snippet);
      expect(await init(top, "--hook")).toMatchObject({ code: 0, stderr: "" });
    },
  );

  test("only says what it would write with --dry-run", { timeout: PATIENCE }, async () => {
    const { top, hook } = await makeCheckout();
    const { code, stdout } = await init(top, "--hook", "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain("would write .git/hooks/pre-commit, which can be executed:\n\n  #!/bin/sh\n");
    expect(existsSync(join(top, hook))).toBe(false);
  });
});
