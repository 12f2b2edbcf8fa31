import { afterAll, beforeAll, expect, test } from "vitest";
import { openHistory } from "../../src/git/open.js";
import type { CommitFact, FileChange, FoundCommit, History } from "../../src/model/history.js";
import { makeRepository, type TestRepository } from "../helpers/scenario.js";

let repository: TestRepository;
let history: History;

beforeAll(async () => {
  repository = await makeRepository("progress");
  history = await openHistory({ cwd: `${repository.path}/src` });
});
afterAll(() => history.close());

async function factOf(hex: string): Promise<CommitFact | undefined> {
  return (await history.survey({ reports: [], commits: [hex] })).commits.get(hex);
}

async function foundCommit(name: string): Promise<Compared> {
  const fact = await factOf(repository.id(name).slice(0, 7));
  if (fact?.state !== "found") throw new Error(`${name} is ${fact?.state}`);
  const { changes } = fact;
  if (changes === undefined) throw new Error(`${name} was not compared`);
  return { ...fact, changes };
}

type Compared = FoundCommit & { readonly changes: readonly FileChange[] };

test("commits that need not be compared are told without their changes", async () => {
  const ids = ["root", "report"].map((name) => repository.id(name));
  const { commits } = await history.survey({ reports: [], commits: ids, compared: ids.slice(1) });
  expect(commits.get(ids[0] ?? "")).toMatchObject({ state: "found", changes: undefined, insertions: undefined });
  expect(commits.get(ids[1] ?? "")).toMatchObject({ state: "found", insertions: 335 });
});

test("describes the repository from a folder inside it", async () => {
  const { repository: state } = await history.survey({ reports: [], commits: [] });
  expect(state).toMatchObject({ state: "present", bare: false, shallow: false, partial: false, unborn: false });
});

test("finds a commit by its abbreviated id", async () => {
  expect(await foundCommit("report")).toMatchObject({
    id: repository.id("report"),
    parents: [repository.id("root")],
    authorTime: Date.parse("2025-01-02T10:00:00Z") / 1000,
    subject: "Write the status report",
    insertions: 335,
    deletions: 0,
  });
});

test("compares a root commit with nothing", async () => {
  const { changes, insertions } = await foundCommit("root");
  expect(changes.map(({ path, status }) => `${status} ${path}`)).toEqual([
    "added README.md",
    "added logo.png",
    "added src/api.ts",
    "added src/gone.ts",
    "added src/old-name.ts",
  ]);
  expect(insertions).toBe(106);
});

test("follows a rename", async () => {
  const { changes } = await foundCommit("renamed");
  expect(changes).toMatchObject([
    { path: "src/new-name.ts", from: "src/old-name.ts", status: "renamed", insertions: 0, deletions: 0 },
  ]);
});

test("compares a merge with its first parent", async () => {
  const { changes, parents } = await foundCommit("merged");
  expect(parents).toEqual([repository.id("renamed"), repository.id("side")]);
  expect(changes.map(({ path }) => path)).toEqual(["src/evil.ts", "src/side.ts"]);
});

test("counts no lines of binary and deleted files", async () => {
  const { changes } = await foundCommit("cleaned");
  const byPath = new Map(changes.map((change) => [change.path, change]));
  expect(byPath.get("logo.png")).toMatchObject({ status: "modified", insertions: undefined, deletions: undefined });
  expect(byPath.get("src/gone.ts")).toMatchObject({ status: "deleted", after: undefined, deletions: 5 });
  expect(byPath.get("src/worker.ts")).toMatchObject({ insertions: 18, deletions: 0 });
});

test("knows a commit that changes nothing", async () => {
  expect(await foundCommit("empty")).toMatchObject({ changes: [], insertions: 0 });
});

test("tells missing ids and other objects from commits", async () => {
  expect(await factOf("deadbeefdeadbeef")).toEqual({ state: "missing" });
  expect(await factOf("0".repeat(64))).toEqual({ state: "missing" });
  const blob = (await foundCommit("report")).changes[0]?.after ?? "";
  expect(await factOf(blob)).toEqual({ state: "not-a-commit", type: "blob" });
});

test("judges a report when it was written and now", async () => {
  const { moments, lastChanges } = await history.survey({ reports: ["docs/STATUS.md"], commits: [] });
  const [written, now] = moments.get("docs/STATUS.md") ?? [];
  expect(written).toMatchObject({ kind: "report", commit: repository.id("report") });
  expect(written?.tree.files.has("src/old-name.ts")).toBe(true);
  expect(now).toMatchObject({ kind: "worktree", commit: undefined, label: "the working tree" });
  expect(now?.tree.files.get("src/new-name.ts")).toBe("worktree:src/new-name.ts");
  expect(lastChanges.get("docs/STATUS.md")?.id).toBe(repository.id("report"));
});

test("gives a report from elsewhere the present only", async () => {
  const { moments } = await history.survey({ reports: ["../elsewhere.md"], commits: [] });
  expect(moments.get("../elsewhere.md")?.map(({ kind }) => kind)).toEqual(["worktree"]);
});

test("judges as of a revision", async () => {
  const kinds = async (asOf: string): Promise<readonly string[]> => {
    const { moments } = await history.survey({ asOf, reports: ["docs/STATUS.md"], commits: [] });
    return (moments.get("docs/STATUS.md") ?? []).map(({ kind, label }) => `${kind} ${label}`);
  };
  const short = (name: string): string => repository.id(name).slice(0, 7);
  expect(await kinds("HEAD~1")).toEqual([`report ${short("report")}`, `as-of ${short("cleaned")}`]);
  expect(await kinds("v1")).toEqual([`as-of ${short("report")}`]);
  expect(await kinds(repository.id("root"))).toEqual([`as-of ${short("root")}`]);
});

test.each(["nonsense", "", "HEAD\nHEAD", "HEAD\0", "HEAD:README.md", "-n1"])(
  "refuses %j as a revision",
  async (asOf) => {
    await expect(history.survey({ asOf, reports: [], commits: [] })).rejects.toMatchObject({ kind: "usage" });
  },
);
