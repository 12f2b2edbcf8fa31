import { describe, expect, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import type { FoundCommit, History, Places, PlacesQuery } from "../../src/model/history.js";
import { makeRepository, runUserGit, type TestRepository } from "../helpers/scenario.js";

const day = (n: number): string => `2025-03-${String(n).padStart(2, "0")}T12:00:00Z`;

async function withHistory<T>(repository: TestRepository, work: (history: History) => Promise<T>): Promise<T> {
  const history = await openHistory({ cwd: repository.path });
  try {
    return await work(history);
  } finally {
    await history.close();
  }
}

async function placesOf(
  repository: TestRepository,
  names: readonly string[],
  query: Partial<PlacesQuery> = {},
): Promise<Places> {
  return withHistory(repository, async (history) => {
    const ids = names.map((name) => repository.id(name));
    const { commits } = await history.survey({ reports: [], commits: ids });
    const found = ids.map((id) => commits.get(id)).filter((fact): fact is FoundCommit => fact?.state === "found");
    return history.places({ commits: found, subjects: [], branches: [], ...query });
  });
}

const BRANCHED = {
  commits: [
    { name: "root", date: day(1), message: "Root", files: { a: { lines: 3 } } },
    { name: "left", date: day(2), message: "Leave this behind", files: { b: { lines: 4 } } },
    { name: "squashed", parent: "root", date: day(3), message: "Paint the northern door", files: { c: { lines: 5 } } },
    { name: "wip", parent: "root", date: day(4), message: "wip", files: { d: { lines: 6 } } },
    {
      name: "squash",
      parent: "root",
      date: day(5),
      message: "Doors (#4)\n\n* Paint the northern door\n* Oil the hinges",
      files: { c: { lines: 7 } },
    },
    { name: "same", date: day(6), message: "Hang the bells of the tower", files: { d: { lines: 6 } } },
    { name: "merge", date: day(7), message: "Merge branch 'work/bells' into main", files: { e: { lines: 1 } } },
  ],
  refs: { "refs/tags/v1": "squash", "refs/remotes/origin/work/doors": "squash" },
} as const;

describe("where commits stand", () => {
  test("what no branch or tag contains is not reachable", async () => {
    const repository = await makeRepository(BRANCHED);
    const { reachable } = await placesOf(repository, ["root", "left", "squash", "same"]);
    expect([...reachable.values()]).toEqual([true, false, true, true]);
  });

  test("configured refs alone count, where there are any", async () => {
    const repository = await makeRepository(BRANCHED);
    const { reachable } = await placesOf(repository, ["root", "squash", "same"], { refs: ["v1"] });
    expect([...reachable.values()]).toEqual([true, true, false]);
    const remote = await placesOf(repository, ["same"], { refs: ["work/doors"] });
    expect([...remote.reachable.values()]).toEqual([false]);
  });

  test("a ref that is not there is an error of the configuration", async () => {
    const repository = await makeRepository(BRANCHED);
    await expect(placesOf(repository, ["root"], { refs: ["gone"] })).rejects.toThrow('"refs" names "gone"');
  });

  test("a lost commit is found again by its subject in a squash, and by its patch", async () => {
    const repository = await makeRepository(BRANCHED);
    const { successors } = await placesOf(repository, ["left", "squashed", "wip"]);
    expect(successors.get(repository.id("squashed"))).toMatchObject({ id: repository.id("squash"), by: "subject" });
    expect(successors.get(repository.id("wip"))).toMatchObject({ id: repository.id("same"), by: "patch" });
    expect(successors.has(repository.id("left"))).toBe(false);
  });

  test("a subject alone is looked for, a short one is not", async () => {
    const repository = await makeRepository(BRANCHED);
    const { successors } = await placesOf(repository, [], { subjects: ["hang the bells of the tower", "wip", "Root"] });
    expect([...successors.keys()]).toEqual(["hang the bells of the tower"]);
  });

  test("a shallow clone says nothing of what is reachable", async () => {
    const repository = await makeRepository(BRANCHED);
    runUserGit(repository.path, "clone", "--quiet", "--depth=1", `file://${repository.path}`, "shallow");
    const shallow = { path: `${repository.path}/shallow`, id: repository.id };
    const { reachable } = await placesOf(shallow, ["merge"], { branches: ["gone/away"] });
    expect(reachable.size).toBe(0);
  });

  test("branches are refs, merged, or absent", async () => {
    const repository = await makeRepository(BRANCHED);
    const { branches } = await placesOf(repository, [], {
      branches: ["main", "work/doors", "v1", "work/bells", "x/y"],
    });
    expect(Object.fromEntries(branches)).toEqual({
      main: "ref",
      "work/doors": "ref",
      v1: "ref",
      "work/bells": "merged",
      "x/y": "absent",
    });
  });

  test("too many names, or too long a one, are left out instead of breaking the command line", async () => {
    const repository = await makeRepository(BRANCHED);
    const many = Array.from({ length: 30_000 }, (_, i) => `topic/invented-by-a-stranger-${i}`);
    const { branches } = await placesOf(repository, [], { branches: ["main", `x/${"y".repeat(200_000)}`, ...many] });
    expect(branches.get("main")).toBe("ref");
    expect(branches.get("topic/invented-by-a-stranger-0")).toBe("absent");
    expect(branches.has("topic/invented-by-a-stranger-29999")).toBe(false);
    expect([...branches.keys()].every((name) => name.length < 1000)).toBe(true);
  });

  test("a clone of one branch does not call others absent", async () => {
    const repository = await makeRepository(BRANCHED);
    runUserGit(repository.path, "config", "remote.origin.fetch", "+refs/heads/main:refs/remotes/origin/main");
    const { branches } = await placesOf(repository, [], { branches: ["x/y"] });
    expect(branches.size).toBe(0);
  });
});

describe("reverts", () => {
  const REVERTED = {
    commits: [
      { name: "root", date: day(1), message: "Root", files: { a: { lines: 3 } } },
      { name: "one", date: day(2), message: "One", files: { b: { lines: 3 } } },
      { name: "two", date: day(3), message: "Two", files: { c: { lines: 3 } } },
      { name: "no-one", date: day(4), message: "No\n\nThis reverts commit {{one}}.", files: { b: null } },
      { name: "no-two", date: day(5), message: "No\n\nThis reverts commit {{two}}.", files: { c: null } },
      { name: "again", date: day(6), message: "Yes\n\nThis reverts commit {{no-two}}.", files: { c: { lines: 3 } } },
    ],
  } as const;

  test("a revert that was reverted does not count", async () => {
    const repository = await makeRepository(REVERTED);
    const { reverts } = await placesOf(repository, ["root", "one", "two"]);
    expect([...reverts]).toEqual([
      [repository.id("one"), { id: repository.id("no-one"), time: Date.parse(day(4)) / 1000 }],
    ]);
  });

  test("what came after --as-of does not count", async () => {
    const repository = await makeRepository(REVERTED);
    const { reverts } = await placesOf(repository, ["one", "two"], { asOf: repository.id("no-two") });
    expect([...reverts.keys()].sort()).toEqual([repository.id("one"), repository.id("two")].sort());
    const before = await placesOf(repository, ["one"], { asOf: repository.id("two") });
    expect(before.reverts.size).toBe(0);
  });
});

test("the mainline at the end of a day, in any time zone", async () => {
  const repository = await makeRepository(BRANCHED);
  await withHistory(repository, async (history) => {
    const ends = await history.dayEnds(["2025-03-01", "2025-03-05", "2025-02-01"], undefined);
    expect([...ends].map(([date, { commit }]) => [date, commit])).toEqual([
      ["2025-03-05", repository.id("squash")],
      ["2025-03-01", repository.id("root")],
    ]);
  });
});

test("G5: one wrong date among others, too early or too late, moves no end of a day", async () => {
  const commit = (name: string, date: string) => ({ name, date, message: name, files: { [name]: { lines: 1 } } });
  const repository = await makeRepository({
    commits: [
      commit("first", day(1)),
      commit("second", day(2)),
      commit("from the future", "2035-01-01T00:00:00Z"),
      commit("third", day(3)),
      commit("fourth", day(12)),
      commit("fifth", day(13)),
      commit("from the past", day(2)),
      commit("sixth", day(14)),
    ],
  });
  await withHistory(repository, async (history) => {
    const ends = await history.dayEnds(["2025-03-03", "2025-03-02"], undefined);
    expect(new Map([...ends].map(([date, { commit }]) => [date, commit]))).toEqual(
      new Map([
        ["2025-03-03", repository.id("third")],
        ["2025-03-02", repository.id("second")],
      ]),
    );
  });
});
