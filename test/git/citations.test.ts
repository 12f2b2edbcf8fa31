import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import type { CommitFact, History } from "../../src/model/history.js";
import { makeRepository, runUserGit, type TestRepository } from "../helpers/scenario.js";

let repository: TestRepository;
let history: History;
let shared: string;

beforeAll(async () => {
  const files = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`f${index}`, `${index}\n`]));
  repository = await makeRepository({
    commits: [
      { name: "one", date: "2025-01-01", message: "One", files },
      { name: "two", date: "2025-01-02", message: "Two", files: { g: "2\n" } },
    ],
  });
  shared = sharedPrefix(runUserGit(repository.path, "ls-tree", "-r", "HEAD").match(/[0-9a-f]{40}/g) ?? []);
  runUserGit(repository.path, "tag", "-a", "-m", "A tag", "v1", repository.id("one"));
  // Branches that look like ids: one hides a commit, one names nothing else.
  runUserGit(repository.path, "branch", repository.id("one").slice(0, 8), repository.id("two"));
  runUserGit(repository.path, "branch", "fade0ff", repository.id("two"));
  history = await openHistory({ cwd: repository.path });
});
afterAll(() => history.close());

/** Four digits that several of the ids begin with. */
function sharedPrefix(ids: readonly string[]): string {
  const seen = new Set<string>();
  for (const prefix of ids.map((id) => id.slice(0, 4))) {
    if (seen.has(prefix)) return prefix;
    seen.add(prefix);
  }
  throw new Error("no two ids share a prefix");
}

async function factOf(hex: string): Promise<CommitFact | undefined> {
  return (await history.survey({ reports: [], commits: [hex] })).commits.get(hex);
}

test("an id that several objects share is ambiguous", async () => {
  expect(await factOf(shared)).toEqual({ state: "ambiguous" });
});

test("a tag object is not a commit", async () => {
  const tag = runUserGit(repository.path, "rev-parse", "v1");
  expect(await factOf(tag)).toEqual({ state: "not-a-commit", type: "tag" });
});

test("a branch called like an id neither hides a commit nor makes one up", async () => {
  expect(await factOf(repository.id("one").slice(0, 8))).toMatchObject({ id: repository.id("one") });
  expect(await factOf("fade0ff")).toEqual({ state: "missing" });
});

test.each(["--output=canary", "HEAD", "ABCDEF1", "abc", "a".repeat(65), "abcdef1\nHEAD", "v1"])(
  "what is no id is never looked up: %j",
  async (text) => {
    expect(await factOf(text)).toEqual({ state: "missing" });
  },
);

test.each(["--output=canary", "-ocanary", "HEAD --output=canary", ":(top)canary", "@{-1}", "HEAD^{/x}"])(
  "--as-of %s writes no file",
  async (asOf) => {
    const before = await readdir(repository.path);
    await expect(history.survey({ asOf, reports: ["f1"], commits: [] })).rejects.toMatchObject({ kind: "usage" });
    expect(await readdir(repository.path)).toEqual(before);
  },
);
