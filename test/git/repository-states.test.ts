import { chmod, mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { explainDistrust } from "../../src/git/discover.js";
import { type OpenOptions, openHistory } from "../../src/git/open.js";
import type { History, RepositoryState } from "../../src/model/history.js";
import { makeFolder, makeRepository, runUserGit } from "../helpers/scenario.js";

async function open(options: OpenOptions): Promise<History> {
  const history = await openHistory(options);
  onTestFinished(() => history.close());
  return history;
}

async function stateOf(history: History): Promise<RepositoryState> {
  return (await history.survey({ reports: [], commits: [] })).repository;
}

test("without a repository everything is unknown", async () => {
  const history = await open({ cwd: await makeFolder() });
  const survey = await history.survey({ reports: ["STATUS.md"], commits: ["abcdef1"] });
  expect(survey.repository).toEqual({ state: "absent" });
  expect(survey.commits.get("abcdef1")).toEqual({ state: "unknown" });
  expect(survey.moments.get("STATUS.md")).toEqual([]);
  expect(await history.everExisted(["a"], [])).toBe("unknown");
  expect(await history.trackedFiles()).toEqual([]);
  expect(await history.readTexts(["abcdef1", "worktree:STATUS.md"])).toEqual(new Map());
  expect(await history.versions(["STATUS.md"], undefined, 5)).toEqual(new Map([["STATUS.md", []]]));
  await expect(history.survey({ asOf: "HEAD", reports: [], commits: [] })).rejects.toMatchObject({ kind: "usage" });
});

test("a --repo that is no repository is an error", async () => {
  const folder = await makeFolder();
  const named = (repository: string) => openHistory({ cwd: folder, repository });
  await expect(named(folder)).rejects.toMatchObject({
    kind: "git",
    message: expect.stringContaining("is not a git repository"),
  });
  await expect(named(join(folder, "absent"))).rejects.toMatchObject({ kind: "git" });
});

test("a git that cannot be started leaves the repository unreadable", async () => {
  const { path } = await makeRepository("progress");
  const history = await open({ cwd: path, env: { PATH: await makeFolder() } });
  expect(await stateOf(history)).toEqual({ state: "unreadable", why: "git could not be started" });
});

test("where nothing upward may be a repository, git is not asked; a folder by another name is what it leads to", async () => {
  const [programs, outside] = [await makeFolder(), await makeFolder()];
  await writeFile(join(programs, "git"), "#!/bin/sh\necho 'fatal: asked' >&2\nexit 1\n");
  await chmod(join(programs, "git"), 0o755);
  const env = { PATH: programs };
  expect(await stateOf(await open({ cwd: outside, env }))).toEqual({ state: "absent" });
  // There is nobody to ask, which is said.
  expect(await stateOf(await open({ cwd: outside, env: { PATH: outside } }))).toMatchObject({ state: "unreadable" });

  const { path } = await makeRepository("progress");
  await symlink(join(path, "docs"), join(outside, "link"));
  for (const cwd of [path, join(path, "docs"), join(outside, "link")])
    expect(await stateOf(await open({ cwd, env }))).toEqual({ state: "unreadable", why: "asked" });
});

test("a bare repository is read when it is named", async () => {
  const { path, id } = await makeRepository("progress");
  const mirrors = join(await makeFolder(), "owner+project");
  await mkdir(mirrors);
  runUserGit(mirrors, "clone", "-q", "--bare", `file://${path}`, "repo");
  runUserGit(join(mirrors, "repo"), "remote", "remove", "origin");
  const history = await open({ cwd: mirrors, repository: join(mirrors, "repo") });
  expect(await stateOf(history)).toMatchObject({ bare: true, unborn: false, name: "project" });
  expect(await history.trackedFiles()).toContain("src/worker.ts");
  const { moments } = await history.survey({ reports: ["docs/STATUS.md", "none.md"], commits: [] });
  expect(moments.get("docs/STATUS.md")?.map(({ kind }) => kind)).toEqual(["report", "head"]);
  expect(moments.get("none.md")).toMatchObject([{ kind: "head", commit: id("empty") }]);
});

test("a bare repository is not entered by standing in it", async () => {
  const { path } = await makeRepository("progress");
  const folder = await makeFolder();
  runUserGit(folder, "clone", "-q", "--bare", `file://${path}`, "mirror.git");
  const history = await open({ cwd: join(folder, "mirror.git") });
  expect(await stateOf(history)).toMatchObject({ state: "unreadable", why: expect.stringContaining("--repo") });
});

test("a bare repository hidden in the tree does not get a word in", async () => {
  const { path, id } = await makeRepository("progress");
  const hidden = join(path, "docs", "hidden");
  runUserGit(path, "init", "-q", "--bare", hidden);
  const marker = join(path, "marker");
  runUserGit(hidden, "--git-dir=.", "config", "core.fsmonitor", `touch ${marker}; false`);
  const history = await open({ cwd: path });
  const { commits, repository } = await history.survey({
    reports: ["docs/hidden/STATUS.md", "docs/STATUS.md"],
    commits: [id("root")],
  });
  expect(repository).toMatchObject({ state: "present", bare: false });
  expect(commits.get(id("root"))).toMatchObject({ state: "found" });
  expect(await history.trackedFiles()).not.toContain("marker");
  const inside = await open({ cwd: hidden });
  expect(await stateOf(inside)).toMatchObject({ state: "unreadable" });
  const files = (await history.survey({ reports: ["x.md"], commits: [] })).moments.get("x.md")?.[0]?.tree.files;
  expect(files?.has("marker")).toBe(false);
});

test("an unborn branch has files but no commits", async () => {
  const { path } = await makeRepository({ commits: [], worktree: { "STATUS.md": "# Status\n" } });
  const history = await open({ cwd: path });
  const survey = await history.survey({ reports: ["STATUS.md"], commits: ["abcdef1"] });
  expect(survey.repository).toMatchObject({ state: "present", unborn: true });
  expect(survey.commits.get("abcdef1")).toEqual({ state: "missing" });
  expect(survey.moments.get("STATUS.md")?.map(({ kind }) => kind)).toEqual(["worktree"]);
  expect(await history.everExisted(["STATUS.md"], [])).toBe("unknown");
  expect(await history.versions(["STATUS.md"], undefined, 5)).toEqual(new Map([["STATUS.md", []]]));
});

test("a shallow clone does not take its edge for the beginning", async () => {
  const { path, id } = await makeRepository("progress");
  const folder = await makeFolder();
  runUserGit(folder, "clone", "-q", "--depth=2", `file://${path}`, "shallow");
  const history = await open({ cwd: join(folder, "shallow") });
  const survey = await history.survey({
    reports: ["docs/STATUS.md"],
    commits: [id("root"), id("cleaned"), id("empty")],
  });
  expect(survey.repository).toMatchObject({ shallow: true });
  expect(survey.commits.get(id("root"))).toEqual({ state: "unknown" });
  expect(survey.commits.get(id("cleaned"))).toEqual({ state: "unknown" });
  expect(survey.commits.get(id("empty"))).toMatchObject({ state: "found", changes: [] });
  expect(survey.moments.get("docs/STATUS.md")?.map(({ kind }) => kind)).toEqual(["worktree"]);
  expect(await history.versions(["docs/STATUS.md"], undefined, 5)).toEqual(new Map([["docs/STATUS.md", []]]));
  expect(await history.everExisted(["src/gone.ts"], [])).toBe("unknown");
  expect(await history.everExisted(["src/worker.ts"], [])).toEqual(new Set(["src/worker.ts"]));
});

test("a partial clone answers what its objects allow and fetches nothing", async () => {
  const { path, id } = await makeRepository("progress");
  runUserGit(path, "config", "uploadpack.allowFilter", "true");
  const folder = await makeFolder();
  runUserGit(folder, "clone", "-q", "--filter=blob:none", `file://${path}`, "partial");
  await rename(path, `${path}-gone`);
  const history = await open({ cwd: join(folder, "partial") });
  const names = ["root", "report", "renamed", "side", "merged", "cleaned", "empty"];
  const survey = await history.survey({ reports: ["docs/STATUS.md"], commits: names.map(id) });
  expect(survey.repository).toMatchObject({ partial: true });
  const states = names.map((name) => survey.commits.get(id(name))?.state);
  expect(states).toEqual(["unknown", "unknown", "found", "found", "unknown", "unknown", "found"]);
  expect(await history.everExisted(["src/gone.ts", "never.ts"], [])).toEqual(new Set(["src/gone.ts"]));
  await rename(`${path}-gone`, path);
});

test("a linked worktree and a detached HEAD answer for themselves", async () => {
  const { path, id } = await makeRepository("progress");
  const linked = join(await makeFolder(), "feature");
  runUserGit(path, "worktree", "add", "-q", "--detach", linked, id("report"));
  const history = await open({ cwd: linked });
  expect(await stateOf(history)).toMatchObject({ bare: false, name: path.split("/").at(-1) });
  expect(await history.trackedFiles()).toContain("src/old-name.ts");
  expect(await history.everExisted(["src/new-name.ts"], [])).toEqual(new Set());
  const { commits } = await history.survey({ reports: [], commits: [id("empty")] });
  expect(commits.get(id("empty"))).toMatchObject({ state: "found" });
});

test("a SHA-256 repository has longer ids", async () => {
  const { path, id } = await makeRepository({
    objectFormat: "sha256",
    commits: [{ name: "one", date: "2025-01-01", message: "One", files: { "a/b.txt": { lines: 3 } } }],
  });
  expect(id("one")).toHaveLength(64);
  const history = await open({ cwd: path });
  const { commits, moments } = await history.survey({
    asOf: "HEAD",
    reports: ["x.md"],
    commits: [id("one").slice(0, 9)],
  });
  expect(commits.get(id("one").slice(0, 9))).toMatchObject({ state: "found", insertions: 3 });
  const blob = moments.get("x.md")?.[0]?.tree.files.get("a/b.txt") ?? "";
  expect(await history.countLines([blob])).toEqual(new Map([[blob, { lines: 3, filled: 3, nonEmpty: 3 }]]));
  expect((await history.readTexts([blob])).get(blob)?.split("\n")).toHaveLength(4);
});

test("a repository of another user is unreadable, with the remedy", async () => {
  const { path } = await makeRepository("progress");
  const history = await open({ cwd: path, env: await shimmedEnvironment("export GIT_TEST_ASSUME_DIFFERENT_OWNER=1") });
  const expected = { state: "unreadable", why: expect.stringContaining("safe.directory") };
  expect(await stateOf(history)).toMatchObject(expected);
});

test("it is the repository that is to be trusted, and not the folder in it", () => {
  const complaint = "fatal: detected dubious ownership in repository at '/srv/Ann's pier'\nTo add an exception";
  expect(explainDistrust(complaint, "/srv/Ann's pier/docs")).toMatch(/ safe\.directory '\/srv\/Ann'\\''s pier'$/);
  expect(explainDistrust("fatal: unsafe repository", "/srv/pier")).toMatch(/ safe\.directory '\/srv\/pier'$/);
  expect(explainDistrust("fatal: bad object", "/srv/pier")).toBeUndefined();
});

test("a hook's variables do not lead to another repository", async () => {
  const { path } = await makeRepository("progress");
  const env = { ...process.env, GIT_DIR: "/nonexistent", GIT_INDEX_FILE: "/nonexistent", GIT_WORK_TREE: "/" };
  const history = await open({ cwd: path, env });
  expect(await stateOf(history)).toMatchObject({ state: "present" });
  expect(await history.trackedFiles()).toContain("README.md");
});

test("replaced and grafted history is seen as it was committed", async () => {
  const { path, id } = await makeRepository("progress");
  runUserGit(path, "replace", "--graft", id("cleaned"));
  await mkdir(join(path, ".git", "info"), { recursive: true });
  await writeFile(join(path, ".git", "info", "grafts"), `${id("merged")}\n`);
  const history = await open({ cwd: path });
  const { commits } = await history.survey({ reports: [], commits: [id("cleaned")] });
  expect(commits.get(id("cleaned"))).toMatchObject({ parents: [id("merged")], insertions: 18 });
  expect(await history.everExisted(["src/old-name.ts"], [])).toEqual(new Set(["src/old-name.ts"]));
});

/** An environment whose git first runs some shell. */
async function shimmedEnvironment(shell: string): Promise<Record<string, string | undefined>> {
  const folder = await makeFolder();
  const outer = process.env.PATH ?? "";
  const shim = join(folder, "git");
  await writeFile(shim, `#!/bin/sh\n${shell}\nPATH='${outer}' exec git "$@"\n`);
  await chmod(shim, 0o755);
  return { PATH: [folder, outer].join(delimiter), HOME: folder };
}
