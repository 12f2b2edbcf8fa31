import { describe, expect, test } from "vitest";
import type { GitContext } from "../../src/evidence/git-context.js";
import { pathVariants, resolveInCommit, resolveInTree } from "../../src/evidence/resolve-path.js";
import type { FileChange, FoundCommit, Tree } from "../../src/model/history.js";
import { USUAL_TOLERANCES } from "../../src/model/tolerances.js";

function context(over: Partial<GitContext> = {}): GitContext {
  return {
    survey: {
      repository: { state: "present", bare: false, shallow: false, partial: false, unborn: false, name: "shop" },
      commits: new Map(),
      moments: new Map(),
      lastChanges: new Map(),
    },
    places: { reachable: new Map(), successors: new Map(), reverts: new Map(), branches: new Map() },
    moments: [],
    cited: [],
    subjects: new Map(),
    reportPath: "docs/reports/STATUS.md",
    until: undefined,
    date: () => undefined,
    states: () => [],
    prefixes: [],
    tolerances: USUAL_TOLERANCES,
    namesRepositories: false,
    lines: () => undefined,
    filled: () => [],
    existed: () => false,
    ignored: () => false,
    ...over,
  };
}

function tree(...paths: readonly string[]): Tree {
  return { files: new Map(paths.map((path) => [path, `blob of ${path}`])), submodules: new Set() };
}

describe("a path means", () => {
  test.each([
    ["src/app.py", ["src/app.py"]],
    ["./src/app.py", ["src/app.py"]],
    ["src//app.py", ["src/app.py"]],
    ["src/x/../app.py", ["src/app.py"]],
    ["/app/src/app.py", ["src/app.py"]],
    ["/workspaces/shop/src/app.py", ["src/app.py"]],
    ["shop/src/app.py", ["src/app.py"]],
    ["Shop/src/app.py", ["src/app.py"]],
    ["../../src/app.py", ["src/app.py"]],
    ["notes.md", ["docs/reports/notes.md"]],
    ["../setup.md", ["docs/setup.md"]],
    ["app.py", ["src/app.py"]],
    ["src", ["src/"]],
    ["src/", ["src/"]],
    ["lib/util.ts", ["a/lib/util.ts", "b/lib/util.ts"]],
    ["rc/app.py", []],
    ["src/App.py", []],
    ["nothing.py", []],
  ])("%s: %j", (path, expected) => {
    const files = tree("src/app.py", "docs/reports/notes.md", "docs/setup.md", "a/lib/util.ts", "b/lib/util.ts");
    expect(resolveInTree(path, files, context())).toEqual(expected);
  });

  test("the file itself before one that only ends alike", () => {
    expect(resolveInTree("util.ts", tree("lib/util.ts", "util.ts"), context())).toEqual(["util.ts"]);
  });

  test("what a configured prefix hides", () => {
    const files = tree("web/index.ts");
    expect(resolveInTree("packages/site/web/index.ts", files, context())).toEqual([]);
    expect(resolveInTree("packages/site/web/index.ts", files, context({ prefixes: ["packages/site/"] }))).toEqual([
      "web/index.ts",
    ]);
  });

  test("nothing outside the repository", () => {
    const found = ["../../../etc/passwd", "/../../x", "../../../../x"].flatMap((path) => pathVariants(path, context()));
    expect(found.filter((path) => path.startsWith("..") || path.startsWith("/"))).toEqual([]);
  });
});

describe("a path in a commit means", () => {
  const change = (path: string, over: Partial<FileChange> = {}): FileChange => ({
    path,
    status: "modified",
    insertions: 1,
    deletions: 0,
    before: "a",
    after: "b",
    ...over,
  });
  const commit: FoundCommit = {
    state: "found",
    id: "1".repeat(40),
    parents: [],
    authorTime: 0,
    committerTime: 0,
    subject: "",
    changes: [
      change("src/app.py"),
      change("src/new.py", { status: "renamed", from: "src/old.py" }),
      change("t/app.py"),
    ],
    insertions: 3,
    deletions: 0,
  };

  test.each([
    ["src/app.py", ["src/app.py"]],
    ["/app/src/app.py", ["src/app.py"]],
    ["src/old.py", ["src/new.py"]],
    ["new.py", ["src/new.py"]],
    ["app.py", ["src/app.py", "t/app.py"]],
    ["pp.py", []],
  ])("%s: %j", (path, expected) => {
    expect(resolveInCommit(path, commit, context()).map((one) => one.path)).toEqual(expected);
  });
});
