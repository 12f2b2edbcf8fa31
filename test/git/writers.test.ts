import { expect, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import { makeRepository } from "../helpers/scenario.js";

const day = (n: number): string => `2025-04-${String(n).padStart(2, "0")}T12:00:00Z`;

test("reports that were filed away one after the other are followed together as each alone", async () => {
  const repository = await makeRepository({
    commits: [
      { name: "one", date: day(1), message: "Write a", files: { "a.md": "# A\n\nFirst.\n" } },
      { name: "two", date: day(2), message: "Write b", files: { "b.md": "# B\n\nSecond, and more of it.\n" } },
      { name: "file-a", date: day(3), message: "File a", rename: { "a.md": "old/a.md" } },
      { name: "file-b", date: day(4), message: "File b", rename: { "b.md": "old/b.md" } },
    ],
  });
  const history = await openHistory({ cwd: repository.path });
  const writersOf = async (...reports: string[]): Promise<(string | undefined)[]> => {
    const { lastChanges } = await history.survey({ reports, commits: [] });
    return reports.map((report) => lastChanges.get(report)?.id);
  };
  try {
    expect(await writersOf("old/a.md")).toEqual([repository.id("one")]);
    expect(await writersOf("old/b.md")).toEqual([repository.id("two")]);
    expect(await writersOf("old/a.md", "old/b.md")).toEqual([repository.id("one"), repository.id("two")]);
  } finally {
    await history.close();
  }
});

test("the states of files come with their times, newest first", async () => {
  const repository = await makeRepository({
    commits: [
      { name: "one", date: day(1), message: "One", files: { a: "1\n", b: "1\n" } },
      { name: "two", date: day(2), message: "Two", files: { a: "2\n" } },
      { name: "three", date: day(3), message: "Three", files: { a: null } },
    ],
  });
  const history = await openHistory({ cwd: repository.path });
  try {
    const states = await history.states(["a", "b", "c"]);
    const times = (path: string): number[] | undefined => states.get(path)?.map(({ time }) => time * 1000);
    expect(times("a")).toEqual([Date.parse(day(2)), Date.parse(day(1))]);
    expect(times("b")).toEqual([Date.parse(day(1))]);
    expect(states.has("c")).toBe(false);
  } finally {
    await history.close();
  }
});
