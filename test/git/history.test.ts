import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import type { History } from "../../src/model/history.js";
import { makeRepository, type TestRepository } from "../helpers/scenario.js";

let repository: TestRepository;
let history: History;

beforeAll(async () => {
  repository = await makeRepository("archive");
  history = await openHistory({ cwd: repository.path });
});
afterAll(() => history.close());

describe("the commit that last wrote a report", () => {
  test.each([
    ["among a few", []],
    ["among many", ["src/a.ts", "src/b.ts", "docs/other.md"]],
  ])("is the one that wrote its text, not the one that moved it (%s)", async (_, others) => {
    const { lastChanges, moments } = await history.survey({
      reports: ["docs/archive/STATUS.md", ...others],
      commits: [],
    });
    expect(lastChanges.get("docs/archive/STATUS.md")?.id).toBe(repository.id("edited"));
    expect(moments.get("docs/archive/STATUS.md")?.map(({ commit }) => commit)).toEqual([
      repository.id("edited"),
      undefined,
    ]);
  });

  test("is none for a report that was deleted and written anew", async () => {
    const { lastChanges, moments } = await history.survey({ reports: ["OLD.md"], commits: [] });
    expect(lastChanges.size).toBe(0);
    expect(moments.get("OLD.md")?.map(({ kind }) => kind)).toEqual(["worktree"]);
  });

  test("is looked for among the ancestors of --as-of", async () => {
    const { lastChanges } = await history.survey({
      asOf: repository.id("written"),
      reports: ["STATUS.md"],
      commits: [],
    });
    expect(lastChanges.get("STATUS.md")?.id).toBe(repository.id("written"));
  });
});

describe("versions of reports", () => {
  const many = Array.from({ length: 20 }, (_, index) => `none/${index}.md`);

  test.each([
    ["alone", []],
    ["among many", many],
  ])("come newest first, each with its text and its tree (%s)", async (_, others) => {
    const asked = ["STATUS.md", "OLD.md", ...others];
    const versions = await history.versions(asked, repository.id("coded"), 10);
    expect([...versions.keys()]).toEqual(asked);
    const read = (report: string) => versions.get(report)?.map(({ commit, text }) => [commit, text]);
    expect(read("STATUS.md")).toEqual([
      [repository.id("edited"), "# Status\n\n2 of 3\n"],
      [repository.id("written"), "# Status\n\n1 of 3\n"],
    ]);
    expect(read("OLD.md")).toEqual([[repository.id("written"), "# Old\n"]]);
    const moment = versions.get("STATUS.md")?.[1]?.moment;
    expect(moment).toMatchObject({ kind: "report", commit: repository.id("written") });
    expect(moment?.tree.files.has("src/a.ts")).toBe(true);
  });

  test("are limited for each report, and none for an unknown path", async () => {
    const asked = ["STATUS.md", "OLD.md", "nothing.md", "../elsewhere.md", "docs", ""];
    const counts = async (limit: number): Promise<readonly number[]> =>
      [...(await history.versions(asked, undefined, limit)).values()].map((list) => list.length);
    expect(await counts(1)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(await counts(9)).toEqual([2, 1, 0, 0, 0, 0]);
    expect(await counts(0)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await history.versions([], undefined, 5)).toEqual(new Map());
  });

  test("refuse an unknown start", async () => {
    await expect(history.versions(["STATUS.md"], "nonsense", 5)).rejects.toMatchObject({ kind: "usage" });
  });
});

describe("paths that ever existed", () => {
  const never = "src/never.ts";

  test("are found when present, moved, deleted, or folders", async () => {
    const asked = [
      "STATUS.md",
      "OLD.md",
      "src/a.ts",
      "docs/STATUS.md",
      "docs/archive",
      "docs/archive/",
      "src/lib/",
      "src/li",
      never,
    ];
    const found = await history.everExisted(asked, []);
    expect(found).toEqual(new Set(asked.filter((path) => path !== "src/li" && path !== never)));
  });

  test("are looked for only among the ancestors", async () => {
    expect(await history.everExisted(["src/b.ts"], [repository.id("moved")])).toEqual(new Set());
    expect(await history.everExisted(["src/b.ts", "OLD.md"], [repository.id("last").slice(0, 8)])).toEqual(
      new Set(["src/b.ts", "OLD.md"]),
    );
  });

  test("are unknown where a commit is", async () => {
    expect(await history.everExisted([never], ["abcdef1"])).toBe("unknown");
  });
});

test("a closed history cannot be asked", async () => {
  const closed = await openHistory({ cwd: repository.path });
  await closed.close();
  await expect(closed.survey({ reports: [], commits: ["abcdef1"] })).rejects.toMatchObject({ kind: "internal" });
});
