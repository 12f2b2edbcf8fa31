import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TEXT_CAP } from "../../src/git/limits.js";
import { openHistory } from "../../src/git/open.js";
import type { FileChange, FoundCommit, History, Tree } from "../../src/model/history.js";
import { makeRepository, runUserGit, type TestRepository } from "../helpers/scenario.js";

let repository: TestRepository;
let history: History;
let worktree: Tree;

beforeAll(async () => {
  repository = await makeRepository("odd-names");
  const embedded = join(repository.path, "embedded");
  await mkdir(embedded);
  runUserGit(embedded, "init", "-q");
  runUserGit(repository.path, "update-index", "--add", "--cacheinfo", `160000,${repository.id("first")},module`);
  runUserGit(repository.path, "update-index", "--skip-worktree", "--", "-x.md");
  history = await openHistory({ cwd: repository.path });
  const { moments } = await history.survey({ reports: ["r.md"], commits: [] });
  worktree = moments.get("r.md")?.at(-1)?.tree ?? { files: new Map(), submodules: new Set() };
});
afterAll(() => history.close());

async function commitOf(name: string): Promise<FoundCommit & { readonly changes: readonly FileChange[] }> {
  const fact = (await history.survey({ reports: [], commits: [repository.id(name)] })).commits.get(repository.id(name));
  if (fact?.state !== "found" || fact.changes === undefined) throw new Error(`${name} was not found`);
  return { ...fact, changes: fact.changes };
}

test("holds tracked and untracked files, not ignored, deleted or foreign ones", () => {
  const { files } = worktree;
  expect(files.get("untracked.txt")).toBe("worktree:untracked.txt");
  expect(files.has("HEAD")).toBe(true);
  for (const path of ["build/out.js", "debug.log", "a b.txt", "module", "embedded/", "embedded"]) {
    expect(files.has(path), path).toBe(false);
  }
  expect([...worktree.submodules]).toEqual(["module"]);
});

test("takes files a sparse checkout leaves out from the index", () => {
  expect(worktree.files.get("-x.md")).toMatch(/^[0-9a-f]{40}$/);
});

test("lists tracked files sorted, every odd name told apart", async () => {
  const tracked = await history.trackedFiles();
  expect(tracked).toEqual([...tracked].sort());
  const odd = ["new\nname\t.txt", "caf\uDCE8.txt", "café.txt", "*.md", ":(top)x", "-x.md", ":100644 000000 a b D"];
  for (const path of odd) expect(tracked, path).toContain(path);
  expect(tracked).not.toContain("untracked.txt");
  expect(tracked).not.toContain("a b.txt");
});

test("counts lines on disk and in git alike", async () => {
  const count = async (blob: string) => (await history.countLines([blob])).get(blob)?.lines;
  expect(await count("worktree:caf\uDCE8.txt")).toBe(3);
  expect(await count("worktree:café.txt")).toBe(2);
  expect(await count("worktree:untracked.txt")).toBe(4);
  expect(await count("worktree:empty.txt")).toBe(0);
  expect(await count("worktree:link-in.txt")).toBe(4);
  const { changes } = await commitOf("first");
  const blob = changes.find(({ path }) => path === "café.txt")?.after ?? "";
  expect(await count(blob)).toBe(2);
});

test.each(["bytes.bin", "link-out.txt", "absent", "../../etc/passwd", ".git/config", "build", "a\0b"])(
  "counts no lines and reads no text of %j",
  async (path) => {
    expect(await history.readTexts([`worktree:${path}`])).toEqual(new Map());
    expect(await history.countLines([`worktree:${path}`])).toEqual(new Map());
  },
);

test("reads texts on disk and in git alike", async () => {
  const { changes } = await commitOf("first");
  const idOf = (path: string) => changes.find((change) => change.path === path)?.after ?? "";
  const texts = {
    "worktree:café.txt": "unterminated\nlast",
    "worktree:caf\uDCE8.txt": "one\ntwo\nthree\n",
    "worktree:empty.txt": "",
    [idOf("café.txt")]: "unterminated\nlast",
    [idOf("HEAD")]: "a file called HEAD\n",
  };
  const absent = [idOf("latin.txt"), "worktree:latin-untracked.txt", "0".repeat(40), repository.id("first"), "HEAD"];
  const asked = Object.keys(texts);
  expect(await history.readTexts([...asked, ...absent, ...asked])).toEqual(new Map(Object.entries(texts)));
});

test("reads no text over the cap", async () => {
  const fits = "é".repeat(TEXT_CAP / 2);
  const { path } = await makeRepository({
    commits: [{ name: "one", date: "2025-01-01", message: "One", files: { fits, large: `${fits}.` } }],
  });
  const other = await openHistory({ cwd: path });
  const [fitting = "", large = ""] = ["fits", "large"].map((name) => runUserGit(path, "rev-parse", `HEAD:${name}`));
  const texts = await other.readTexts([fitting, large, "worktree:fits", "worktree:large"]);
  expect([...texts.keys()]).toEqual([fitting, "worktree:fits"]);
  expect(texts.get(fitting) === fits && texts.get("worktree:fits") === fits).toBe(true);
  expect((await other.countLines([large])).get(large)?.lines).toBe(1);
  await other.close();
});

test("reads changes with odd names", async () => {
  const { changes } = await commitOf("second");
  expect(changes).toMatchObject([
    { status: "renamed", from: "caf\uDCE9.txt", path: "caf\uDCE8.txt" },
    { status: "renamed", from: "tab\tand\nnewline.txt", path: "new\nname\t.txt" },
  ]);
  expect((await commitOf("first")).changes.map(({ path, insertions }) => [path, insertions])).toContainEqual([
    "\u0001looks-like-a-header",
    1,
  ]);
});

test("a file called HEAD, odd pathspecs and bytes do not mislead the search", async () => {
  const asked = [
    "*.md",
    ":(top)x",
    "-x.md",
    "HEAD",
    "nothing.md",
    "tab\tand\nnewline.txt",
    "caf\uDCE9.txt",
    "../x",
    "/etc",
    "",
  ];
  const present = ["*.md", ":(top)x", "-x.md", "HEAD", "tab\tand\nnewline.txt", "caf\uDCE9.txt"];
  expect(await history.everExisted(asked, [])).toEqual(new Set(present));
  expect(await history.everExisted(["../x"], [])).toEqual(new Set());
  expect(await history.everExisted(["*.txt"], [])).toEqual(new Set());
  expect(await history.everExisted(["caf\uDCE9.txt"], [])).toEqual(new Set(["caf\uDCE9.txt"]));
});
