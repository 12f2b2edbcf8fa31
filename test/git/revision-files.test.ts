import { afterEach, describe, expect, test } from "vitest";
import { openRevision, type RevisionFiles } from "../../src/git/revision-files.js";
import { makeFolder, makeRepository, runUserGit } from "../helpers/scenario.js";

const open: RevisionFiles[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((files) => files.close()));
});

async function filesAt(folder: string, revision: string): Promise<RevisionFiles> {
  const files = await openRevision(folder, revision);
  open.push(files);
  return files;
}

const repository = await makeRepository({
  commits: [
    {
      name: "first",
      date: "2026-01-05T10:00:00Z",
      message: "First",
      files: {
        "a.yaml": "first\n",
        "docs/b.yaml": "below\n",
        "latin.yaml": { base64: "4Q==" },
        "link.yaml": { link: "docs/b.yaml" },
        "docs/up.yaml": { link: "../a.yaml" },
        folder: { link: "docs" },
        "dangling.yaml": { link: "nowhere.yaml" },
        "out.yaml": { link: "../../etc/passwd" },
        "absolute.yaml": { link: "/etc/passwd" },
        "circle.yaml": { link: "circle.yaml" },
        "long.yaml": `# ${"x".repeat(5000)}\n`,
      },
    },
    { name: "second", date: "2026-01-06T10:00:00Z", message: "Second", files: { "a.yaml": "second\n" } },
  ],
  refs: { "refs/tags/v1": "first", "refs/remotes/origin/stable": "first" },
  worktree: { "a.yaml": "on the disk\n" },
});

async function text(revision: string, path: string): Promise<string> {
  return Buffer.from(await (await filesAt(repository.path, revision)).read(path, 1000)).toString("utf8");
}

test.each([
  ["HEAD", "second\n"],
  ["HEAD~1", "first\n"],
  ["main", "second\n"],
  ["v1", "first\n"],
  ["stable", "first\n"],
  ["origin/stable", "first\n"],
  [repository.id("first").slice(0, 10), "first\n"],
])("a file is read as it is at %s, not as it is on the disk", async (revision, expected) => {
  expect(await text(revision, "a.yaml")).toBe(expected);
});

test.each([
  ["a.yaml", "file"],
  ["docs/b.yaml", "file"],
  ["docs", "folder"],
  ["link.yaml", "file"],
  ["docs/up.yaml", "file"],
  ["folder/b.yaml", "file"],
  ["folder/up.yaml", "file"],
  ["dangling.yaml", undefined],
  ["missing.yaml", undefined],
  ["a.yaml/below", undefined],
  ["out.yaml", "astray"],
  ["absolute.yaml", "astray"],
  ["circle.yaml", "astray"],
  ["../a.yaml", "astray"],
  ["/etc/passwd", "astray"],
])("%s is %s", async (path, kind) => {
  expect(await (await filesAt(repository.path, "HEAD")).kindOf(path)).toBe(kind);
});

test("links are followed within the repository", async () => {
  expect(await text("HEAD", "folder/up.yaml")).toBe("second\n");
  expect(await text("HEAD", "link.yaml")).toBe("below\n");
});

test("bytes come as they are", async () => {
  expect([...(await (await filesAt(repository.path, "HEAD")).read("latin.yaml", 10))]).toEqual([0xe1]);
});

test.each([
  ["long.yaml", "is larger than 1,000 bytes"],
  ["out.yaml", "is not a regular file"],
  ["docs", "is not a regular file"],
])("%s cannot be read: %s", async (path, message) => {
  await expect(text("HEAD", path)).rejects.toMatchObject({ kind: "input", message });
});

test("a submodule is no file", async () => {
  const { path, id } = await makeRepository({
    commits: [{ name: "a", date: "2026-01-05", message: "a", files: { "a.md": "a\n" } }],
  });
  runUserGit(path, "update-index", "--add", "--cacheinfo", `160000,${id("a")},blockers.yaml`);
  runUserGit(path, "commit", "-qm", "submodule");
  expect(await (await filesAt(path, "HEAD")).kindOf("blockers.yaml")).toBe("submodule");
});

describe("a revision that cannot be used", () => {
  test.each([
    "--output=x",
    "-n1",
    "main..v1",
    "HEAD:a.yaml",
    ":/First",
    "HEAD^{/First}",
    "@{-1}",
    "a\nb",
    "a\0b",
    "a b",
    "",
    "*",
  ])("%j is refused before git sees it", async (revision) => {
    await expect(filesAt(repository.path, revision)).rejects.toMatchObject({ kind: "usage" });
  });

  test("that names nothing", async () => {
    await expect(filesAt(repository.path, "release-9")).rejects.toMatchObject({
      kind: "usage",
      message: '"release-9" names no commit of this repository',
      hints: [expect.stringContaining("fetch-depth: 0")],
    });
  });

  test("that names a file's content", async () => {
    const blob = runUserGit(repository.path, "rev-parse", "HEAD:a.yaml");
    await expect(filesAt(repository.path, blob)).rejects.toMatchObject({ kind: "usage" });
  });

  test("without a repository", async () => {
    await expect(filesAt(await makeFolder(), "main")).rejects.toMatchObject({ kind: "git" });
  });
});
