import { chmod, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import type { History } from "../../src/model/history.js";
import { type Checkout, checkoutAt, linesOf, makeCheckout } from "../helpers/checkout.js";
import { makeFolder } from "../helpers/scenario.js";

async function open({ path }: Checkout, env: Readonly<Record<string, string>> = {}, index = true): Promise<History> {
  const { PATH = "" } = process.env;
  const history = await openHistory({ cwd: path, index, env: { PATH, HOME: path, ...env } });
  onTestFinished(() => history.close());
  return history;
}

async function evidence(history: History): Promise<ReadonlyMap<string, string>> {
  const { moments } = await history.survey({ reports: ["r.md"], commits: [] });
  return moments.get("r.md")?.find(({ kind }) => kind === "index")?.tree.files ?? new Map();
}

const sorted = (paths: Iterable<string>): readonly string[] => [...paths].sort();

test("tells what is staged by kind, and nothing of what is only on disk", async () => {
  const checkout = await makeCheckout();
  await checkout.commit({ "kept.md": "a\n", "edited.md": "a\n", "gone.md": "a\n", "old.md": linesOf(30) });
  await checkout.write({ "new.md": "b\n", "edited.md": "b\n", "untracked.md": "b\n" });
  checkout.git("add", "new.md", "edited.md");
  checkout.git("rm", "-q", "gone.md");
  checkout.git("mv", "old.md", "moved.md");
  await checkout.write({ "kept.md": "changed on disk\n" });
  const { changes, snapshot } = await (await open(checkout)).staged();
  expect(sorted(changes.changed)).toEqual(["edited.md", "moved.md", "new.md"]);
  expect(sorted(changes.gone)).toEqual(["gone.md", "old.md"]);
  expect([...changes.renamed]).toEqual([["moved.md", "old.md"]]);
  expect(sorted(snapshot.files.keys())).toEqual(["edited.md", "kept.md", "moved.md", "new.md"]);
});

test.each(["sha1", "sha256"])(
  "before the first commit everything is staged, but for what is only announced (%s)",
  async (format) => {
    const checkout = await makeCheckout(`--object-format=${format}`);
    await checkout.write({ "a.md": "a\n", "empty.txt": "", "later.txt": "later\n" });
    checkout.git("add", "a.md", "empty.txt");
    checkout.git("add", "--intent-to-add", "later.txt");
    const history = await open(checkout);
    const { changes, snapshot } = await history.staged();
    expect(sorted(changes.changed)).toEqual(["a.md", "empty.txt"]);
    expect(sorted(snapshot.files.keys())).toEqual(["a.md", "empty.txt"]);
    expect(sorted((await evidence(history)).keys())).toEqual(["a.md", "empty.txt"]);
  },
);

test("knows links, submodules and conflicts from files", async () => {
  const checkout = await makeCheckout();
  const first = await checkout.commit({ "long.txt": linesOf(12), "both.md": "a\n" });
  checkout.git("switch", "-q", "-c", "side");
  await checkout.commit({ "both.md": "side\n" });
  checkout.git("switch", "-q", "main");
  await checkout.commit({ "both.md": "main\n" });
  expect(() => checkout.git("merge", "side")).toThrow();
  await symlink("long.txt", join(checkout.path, "link.md"));
  await symlink("../outside", join(checkout.path, "out.md"));
  checkout.git("add", "link.md", "out.md");
  checkout.git("update-index", "--add", "--cacheinfo", `160000,${first},module.md`);
  const history = await open(checkout);
  const { snapshot } = await history.staged();
  expect(sorted(snapshot.files.keys())).toEqual(["long.txt"]);
  expect(sorted(snapshot.links)).toEqual(["link.md", "out.md"]);
  expect(sorted(snapshot.unmerged)).toEqual(["both.md"]);
  const files = await evidence(history);
  expect(files.has("module.md")).toBe(false);
  const counts = await history.countLines([...files.values()]);
  const lines = (path: string) => counts.get(files.get(path) ?? "")?.lines;
  expect([lines("link.md"), lines("out.md"), lines("both.md")]).toEqual([12, undefined, undefined]);
});

test("a report that is staged under a new name keeps its history", async () => {
  const checkout = await makeCheckout();
  const id = await checkout.commit({ "STATUS.md": linesOf(20) });
  checkout.git("mv", "STATUS.md", "r.md");
  const history = await open(checkout);
  const { moments, lastChanges } = await history.survey({ reports: ["r.md"], commits: [] });
  expect(moments.get("r.md")?.map(({ kind, commit }) => [kind, commit])).toEqual([
    ["report", id],
    ["index", undefined],
  ]);
  expect(lastChanges.get("r.md")?.id).toBe(id);
  expect((await history.versions(["r.md"], undefined, 5)).get("r.md")).toHaveLength(1);
});

test("asks git a constant number of times", async () => {
  const count = async (size: number): Promise<readonly string[]> => {
    const checkout = await makeCheckout();
    const files = Object.fromEntries(Array.from({ length: size }, (_, n) => [`d${n}/f.md`, `${n}\n`]));
    await checkout.commit(files);
    await checkout.write(Object.fromEntries(Object.keys(files).map((path) => [path, "x\n"])));
    checkout.git("add", "-A");
    const folder = await makeFolder();
    const { PATH = "" } = process.env;
    await writeFile(join(folder, "git"), `#!/bin/sh\necho "$*" >> '${folder}/log'\nPATH='${PATH}' exec git "$@"\n`);
    await chmod(join(folder, "git"), 0o755);
    const history = await open(checkout, { PATH: `${folder}:${PATH}` });
    const { snapshot } = await history.staged();
    for (const id of snapshot.files.values()) await history.readBlob(id, 100);
    await history.edited([...snapshot.files.keys()]);
    const log = (await readFile(join(folder, "log"), "utf8")).trim().split("\n");
    return log.map((line) => /rev-parse|cat-file|diff-index|ls-files/.exec(line)?.[0] ?? line).sort();
  };
  const few = await count(2);
  expect(few).toEqual(["cat-file", "diff-index", "ls-files", "ls-files", "rev-parse"]);
  expect(await count(40)).toEqual(few);
});

test("what is on disk is compared without filters: line ends are no difference, content and absence are", async () => {
  const checkout = await makeCheckout();
  const marker = join(checkout.path, "marker");
  const names = ["same.md", "crlf.md", "edited.md", "gone.md", "filtered.md"];
  await checkout.commit(Object.fromEntries(names.map((name) => [name, "a\nb\n"])));
  checkout.git("config", "filter.evil.clean", `touch '${marker}'; cat`);
  await checkout.write({
    ".gitattributes": "*.md filter=evil\n",
    "crlf.md": "a\r\nb\r\n",
    "edited.md": "a\nc\n",
    "filtered.md": "a\nb\n",
  });
  await rm(join(checkout.path, "gone.md"));
  const history = await open(checkout, {}, false);
  expect(sorted(await history.edited([...names, "untracked.md"]))).toEqual(["edited.md", "gone.md"]);
  await history.changedSince("HEAD");
  await expect(readFile(marker)).rejects.toThrow();
});

test("what changed on disk since a commit: committed, staged, untracked and deleted", async () => {
  const checkout = await makeCheckout();
  const base = await checkout.commit({ "a.md": "a\n", "b.md": "a\n", "c.md": "a\n", "same.md": "a\n" });
  await checkout.commit({ "a.md": "b\n" });
  await checkout.write({ "b.md": "b\n", "new.md": "b\n" });
  checkout.git("add", "b.md");
  await rm(join(checkout.path, "c.md"));
  const answer = await (await open(checkout, {}, false)).changedSince("HEAD~1");
  expect(answer.base).toBe(base);
  expect(sorted(answer.changes.changed)).toEqual(["a.md", "b.md", "new.md"]);
  expect(sorted(answer.changes.gone)).toEqual(["c.md"]);
});

test("by default the upstream, or the remote's default branch, is compared with", async () => {
  const origin = await makeCheckout();
  const base = await origin.commit({ "a.md": "a\n" });
  const folder = await makeFolder();
  origin.git("clone", "-q", origin.path, join(folder, "clone"));
  const clone = checkoutAt(join(folder, "clone"));
  await clone.commit({ "b.md": "b\n" });
  expect((await (await open(clone, {}, false)).changedSince(undefined)).base).toBe(base);
  clone.git("switch", "-q", "-c", "topic", "--no-track");
  expect((await (await open(clone, {}, false)).changedSince(undefined)).base).toBe(base);
  clone.git("remote", "remove", "origin");
  await expect((await open(clone, {}, false)).changedSince(undefined)).rejects.toMatchObject({ kind: "usage" });
});

test("a commit is compared with where it left the other", async () => {
  const checkout = await makeCheckout();
  const base = await checkout.commit({ "a.md": "a\n" });
  checkout.git("switch", "-q", "-c", "topic");
  const head = await checkout.commit({ "b.md": "b\n" });
  checkout.git("switch", "-q", "main");
  await checkout.commit({ "c.md": "c\n" });
  const answer = await (await open(checkout, {}, false)).between("main", "topic");
  expect([answer.base, answer.head]).toEqual([base, head]);
  expect(sorted(answer.changes.changed)).toEqual(["b.md"]);
  expect(sorted(answer.snapshot.files.keys())).toEqual(["a.md", "b.md"]);
});

test("history that is not there is an error that says how to get it, never an empty answer", async () => {
  const origin = await makeCheckout();
  for (const n of [1, 2, 3]) await origin.commit({ "a.md": `${n}\n` });
  const first = origin.git("rev-parse", "HEAD~2");
  origin.git("switch", "-q", "-c", "side", "HEAD~1");
  await origin.commit({ "b.md": "b\n" });
  const folder = await makeFolder();
  origin.git("clone", "-q", "--depth=1", "--no-single-branch", `file://${origin.path}`, join(folder, "shallow"));
  const history = await open(checkoutAt(join(folder, "shallow")), {}, false);
  const remedy = { hints: [expect.stringContaining("fetch-depth: 0")] };
  await expect(history.between(first, "HEAD")).rejects.toMatchObject({ kind: "usage", ...remedy });
  await expect(history.between("origin/main", "HEAD")).rejects.toMatchObject({ kind: "git", ...remedy });
  await expect(history.changedSince("origin/main")).rejects.toMatchObject({ kind: "git", ...remedy });
});

test("a revision is never an option", async () => {
  const checkout = await makeCheckout();
  await checkout.commit({ "a.md": "a\n" });
  const canary = join(checkout.path, "canary");
  const history = await open(checkout, {}, false);
  for (const hostile of [`--output=${canary}`, "-n1", "--all", "", "a\nb", ":(top)a.md"]) {
    await expect(history.between(hostile, "HEAD"), hostile).rejects.toMatchObject({ kind: "usage" });
    await expect(history.between("HEAD", hostile), hostile).rejects.toMatchObject({ kind: "usage" });
    await expect(history.changedSince(hostile), hostile).rejects.toMatchObject({ kind: "usage" });
  }
  await expect(readFile(canary)).rejects.toThrow();
});

test("histories without a common commit are an error", async () => {
  const checkout = await makeCheckout();
  await checkout.commit({ "a.md": "a\n" });
  checkout.git("switch", "-q", "--orphan", "other");
  await checkout.commit({ "b.md": "b\n" });
  const history = await open(checkout, {}, false);
  await expect(history.between("main", "other")).rejects.toMatchObject({ kind: "git" });
});

/** A repository whose own index has `own.md` staged, and another index beside it with `temporary.md`. */
async function withTwoIndexes(): Promise<Checkout & { readonly temporary: string }> {
  const checkout = await makeCheckout();
  await checkout.commit({ "a.md": "a\n" });
  await checkout.write({ "temporary.md": "b\n", "own.md": "b\n" });
  checkout.git("add", "temporary.md");
  const temporary = join(checkout.path, ".git", "next-index-1.lock");
  await writeFile(temporary, await readFile(join(checkout.path, ".git", "index")));
  checkout.git("reset", "-q");
  checkout.git("add", "own.md");
  return { ...checkout, temporary };
}

async function stagedWith(checkout: Checkout, env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return sorted((await (await open(checkout, env)).staged()).changes.changed);
}

test("the index that a hook is given is the one that counts, when it is this repository's", async () => {
  const checkout = await withTwoIndexes();
  expect(await stagedWith(checkout, {})).toEqual(["own.md"]);
  expect(await stagedWith(checkout, { GIT_INDEX_FILE: checkout.temporary })).toEqual(["temporary.md"]);
  expect(await stagedWith(checkout, { GIT_INDEX_FILE: ".git/next-index-1.lock" })).toEqual(["temporary.md"]);
  expect(await stagedWith({ ...checkout, path: join(checkout.path, ".git", "..") }, { GIT_INDEX_FILE: "" })).toEqual([
    "own.md",
  ]);
});

test("the index of another repository, whose hook came here, does not count", async () => {
  const [here, other] = [await withTwoIndexes(), await withTwoIndexes()];
  const env = { GIT_DIR: join(other.path, ".git"), GIT_INDEX_FILE: other.temporary };
  expect(await stagedWith(here, env)).toEqual(["own.md"]);
  expect(await stagedWith(here, { GIT_INDEX_FILE: ".git/next-index-2.lock" })).toEqual(["own.md"]);
});

test("an index elsewhere counts only beside this repository's GIT_DIR, and is never quietly passed over", async () => {
  const checkout = await withTwoIndexes();
  const elsewhere = join(await makeFolder(), "index");
  await writeFile(elsewhere, await readFile(checkout.temporary));
  await expect(open(checkout, { GIT_INDEX_FILE: elsewhere })).rejects.toMatchObject({ kind: "git" });
  expect(await stagedWith(checkout, { GIT_INDEX_FILE: elsewhere, GIT_DIR: ".git" })).toEqual(["temporary.md"]);
});

test("without a checkout there is nothing staged to ask for", async () => {
  const checkout = await makeCheckout();
  await checkout.commit({ "a.md": "a\n" });
  const folder = await makeFolder();
  await mkdir(join(folder, "x"));
  checkout.git("clone", "-q", "--bare", checkout.path, join(folder, "bare"));
  const history = await openHistory({ cwd: folder, repository: join(folder, "bare"), index: true });
  onTestFinished(() => history.close());
  await expect(history.staged()).rejects.toMatchObject({ kind: "git" });
  const none = await openHistory({ cwd: join(folder, "x"), index: true });
  await expect(none.staged()).rejects.toMatchObject({ kind: "usage" });
  await expect(none.changedSince("HEAD")).rejects.toMatchObject({ kind: "usage" });
  await expect(none.between("a", "b")).rejects.toMatchObject({ kind: "usage" });
});
