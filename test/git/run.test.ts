import { existsSync } from "node:fs";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FIXED_ARGUMENTS, gitEnvironment } from "../../src/git/environment.js";
import { openHistory } from "../../src/git/open.js";
import { runGit, streamGit } from "../../src/git/run.js";
import { makeFolder, makeRepository, runUserGit } from "../helpers/scenario.js";

/** A folder with a program called git that does as told. */
async function makeFakeGit(shell: string): Promise<string> {
  const folder = await makeFolder();
  await writeFile(join(folder, "git"), `#!/bin/sh\n${shell}\n`);
  await chmod(join(folder, "git"), 0o755);
  return folder;
}

async function fakePlace(shell: string) {
  const cwd = await makeFakeGit(shell);
  return { cwd, env: { PATH: `${cwd}:/usr/bin:/bin` } };
}

test("the environment is built from nothing", () => {
  const outer = {
    PATH: "/bin",
    HOME: "/home/a",
    GIT_DIR: "/x",
    GIT_INDEX_FILE: "/y",
    GIT_CONFIG_COUNT: "1",
    LANG: "de",
  };
  expect(gitEnvironment(outer)).toEqual({
    PATH: "/bin",
    HOME: "/home/a",
    LC_ALL: "C.UTF-8",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_PAGER: "cat",
  });
  expect(FIXED_ARGUMENTS).toContain("safe.bareRepository=explicit");
});

test("a git that hangs is ended, also when it left a child behind", async () => {
  const place = await fakePlace("sleep 3 & sleep 3");
  const end = await streamGit(place, ["x"], { timeoutMs: 200, onData: () => false });
  expect(end.outcome).toBe("timed-out");
});

test("a git that has answered while this process was busy is heard", async () => {
  const place = await fakePlace("echo done; exit 3");
  const answer = streamGit(place, ["x"], { timeoutMs: 200, onData: () => false });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
  expect(await answer).toMatchObject({ outcome: "ended", code: 3 });
});

test("a git that never stops talking is ended", async () => {
  const place = await fakePlace("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done");
  expect((await streamGit(place, ["x"], { maxBytes: 10_000, onData: () => false })).outcome).toBe("too-large");
  expect((await streamGit(place, ["x"], { onData: () => true })).outcome).toBe("stopped");
  const failing = streamGit(place, ["x"], {
    onData: () => {
      throw new Error("damaged");
    },
  });
  await expect(failing).rejects.toThrow("damaged");
});

test("input that nobody reads does no harm", async () => {
  const place = await fakePlace("echo done; exit 3");
  const end = await runGit(place, ["x"], "x".repeat(1_000_000));
  expect(end).toMatchObject({ outcome: "ended", code: 3 });
  expect(end.stdout.toString()).toBe("done\n");
});

test("an object reader that dies is an error, not an answer", async () => {
  const { path } = await makeRepository("progress");
  const outer = process.env.PATH ?? "";
  const shim = await makeFakeGit(
    `case "$*" in *cat-file*) echo 'fatal: pack is damaged' >&2; exit 128;; esac\nPATH='${outer}' exec git "$@"`,
  );
  const history = await openHistory({ cwd: path, env: { PATH: `${shim}:${outer}`, HOME: shim } });
  const asked = history.survey({ reports: [], commits: ["abcdef1"] });
  await expect(asked).rejects.toMatchObject({ kind: "git", message: expect.stringContaining("pack is damaged") });
  await history.close();
});

test("no program of a hostile configuration is run", async () => {
  const { path, id } = await makeRepository("progress");
  const marker = join(await makeFolder(), "marker");
  const payload = await makeFakeGit(`touch '${marker}'; cat`);
  const program = join(payload, "git");
  await writeFile(join(path, ".gitattributes"), "* diff=evil filter=evil\n");
  const settings = {
    "core.fsmonitor": program,
    "core.hooksPath": payload,
    "core.pager": program,
    "core.sshCommand": program,
    "core.alternateRefsCommand": program,
    "diff.external": program,
    "diff.evil.command": program,
    "diff.evil.textconv": program,
    "filter.evil.clean": program,
    "filter.evil.smudge": program,
    "filter.evil.process": program,
    "gpg.program": program,
    "log.showSignature": "true",
    "log.follow": "true",
    "log.showRoot": "false",
    "diff.orderFile": "/nonexistent",
    "diff.renames": "copies",
    "color.ui": "always",
    "core.quotePath": "true",
  };
  for (const [key, value] of Object.entries(settings)) runUserGit(path, "config", key, value);
  const history = await openHistory({ cwd: path });
  const survey = await history.survey({ reports: ["docs/STATUS.md"], commits: [id("root"), id("cleaned")] });
  expect(survey.commits.get(id("root"))).toMatchObject({ insertions: 106 });
  expect(survey.commits.get(id("cleaned"))).toMatchObject({ insertions: 18, deletions: 6 });
  expect(survey.lastChanges.get("docs/STATUS.md")?.id).toBe(id("report"));
  expect(await history.everExisted(["src/gone.ts", "src/never.ts"], [])).toEqual(new Set(["src/gone.ts"]));
  const versions = await history.versions(["docs/STATUS.md"], undefined, 5);
  expect(versions.get("docs/STATUS.md")).toHaveLength(1);
  expect(await history.trackedFiles()).toContain("src/worker.ts");
  await history.close();
  expect(existsSync(marker)).toBe(false);
});
