import { describe, expect, test } from "vitest";
import { type BatchHeader, createBatchParser } from "../../src/git/batch-parser.js";
import { createLineCounter } from "../../src/git/line-counter.js";
import { createLogParser, type Touch } from "../../src/git/log-walk.js";
import { createChangesParser } from "../../src/git/parse-changes.js";
import { parseCommit } from "../../src/git/parse-commit.js";
import { parseTree } from "../../src/git/parse-tree.js";
import { nameFromConfig, nameFromFolder } from "../../src/git/repository-name.js";
import type { FileChange } from "../../src/model/history.js";
import { decodePath, encodePath, isPlainPath } from "../../src/model/path-bytes.js";

const A = "a".repeat(40);
const B = "b".repeat(40);
const NONE = "0".repeat(40);

/** Every way to cut some bytes into pieces of one size. */
function pieces(bytes: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

describe.each([1, 2, 7, 1000])("in pieces of %i bytes", (size) => {
  test("reads the batch protocol", () => {
    const stream = Buffer.from(
      `${A} blob 5\na\n\0b\xff\nx missing\nx y ambiguous\n${B} tree 0\n\n${A} submodule\n`,
      "latin1",
    );
    const answers: { header: BatchHeader; content: string }[] = [];
    let content = "";
    let header: BatchHeader = { state: "missing" };
    const push = createBatchParser({
      onHeader: (next) => {
        header = next;
        content = "";
      },
      onContent: (chunk) => {
        content += chunk.toString("latin1");
      },
      onEnd: () => void answers.push({ header, content }),
    });
    for (const piece of pieces(stream, size)) push(piece);
    expect(answers).toEqual([
      { header: { state: "found", id: A, type: "blob", size: 5 }, content: "a\n\0b\xff" },
      { header: { state: "missing" }, content: "" },
      { header: { state: "ambiguous" }, content: "" },
      { header: { state: "found", id: B, type: "tree", size: 0 }, content: "" },
      { header: { state: "missing" }, content: "" },
    ]);
  });

  test("reads changes", () => {
    const raw = [
      A,
      `:100644 100644 ${A} ${B} R085`,
      "old",
      B,
      `:000000 160000 ${NONE} ${A} A`,
      "module",
      "1\t2\t",
      "old",
      B,
      "1\t0\tmodule",
      B,
      `:120000 100644 ${A} ${B} T`,
      "1\t2\ttab",
      "-\t-\t1\t2\ttab",
    ];
    const seen: [string, FileChange][] = [];
    let commit = "";
    const parser = createChangesParser({
      onCommit: (id) => {
        commit = id;
      },
      onChange: (change) => void seen.push([commit, change]),
    });
    for (const piece of pieces(Buffer.from(`${raw.join("\0")}\0`), size)) parser.push(piece);
    parser.finish();
    expect(seen).toEqual([
      [A, { path: B, from: "old", status: "renamed", before: A, after: B, insertions: 1, deletions: 2 }],
      [A, { path: "module", status: "added", before: undefined, after: undefined, insertions: 1, deletions: 0 }],
      [
        B,
        { path: "1\t2\ttab", status: "type-changed", before: A, after: B, insertions: undefined, deletions: undefined },
      ],
    ]);
  });

  test("reads a walk, merges included", () => {
    const raw = [
      `\x01${A} 1700000001`,
      "",
      `\x01${B} 1700000000`,
      `\n::100644 100644 100644 ${A} ${B} ${A} MM`,
      "\x01path",
      `:100644 000000 ${A} ${NONE} D`,
      "gone",
      `:000000 100644 ${NONE} ${A} A`,
      "come",
    ];
    const seen: Touch[] = [];
    const push = createLogParser((touch) => void seen.push(touch));
    for (const piece of pieces(Buffer.from(`${raw.join("\0")}\0`), size)) push(piece);
    expect(seen).toEqual([
      { commit: B, time: 1700000000, path: "\x01path", after: A, created: false },
      { commit: B, time: 1700000000, path: "gone", after: undefined, created: false },
      { commit: B, time: 1700000000, path: "come", after: A, created: true },
    ]);
  });

  test.each([
    ["", { lines: 0, filled: 0, nonEmpty: 0 }],
    ["a", { lines: 1, filled: 1, nonEmpty: 1 }],
    ["a\n", { lines: 1, filled: 1, nonEmpty: 1 }],
    ["a\n\nb", { lines: 3, filled: 2, nonEmpty: 2 }],
    ["\n \t\n", { lines: 2, filled: 0, nonEmpty: 1 }],
    ["a\r\n\r\nb\r\n", { lines: 3, filled: 2, nonEmpty: 2 }],
    ["a\0\n", undefined],
    [`${"a".repeat(8_000)}\0\n`, { lines: 1, filled: 1, nonEmpty: 1 }],
  ])("counts lines, and those that are not blank", (text, expected) => {
    const counter = createLineCounter();
    for (const piece of pieces(Buffer.from(text), size)) counter.add(piece);
    expect(counter.result()).toEqual(expected);
  });
});

test("reads a commit object", () => {
  const headers = [
    "tree t",
    "parent p1",
    "parent p2",
    "author A <a@b> 12 +0100",
    "committer > 5 +0000 <c@d> -7 -0230",
    "gpgsig x",
    " parent no",
  ];
  const commit = (message: string, ...more: readonly string[]) =>
    parseCommit("id", Buffer.from(`${[...headers, ...more].join("\n")}\n\n${message}`, "latin1"));
  expect(commit("Sub\n  ject  \n\nBody")).toMatchObject({
    tree: "t",
    parents: ["p1", "p2"],
    authorTime: 12,
    committerTime: -7,
    subject: "Sub   ject",
  });
  expect(commit("\n\n  \n").subject).toBe("");
  expect(commit("caf\xe9", "encoding ISO-8859-1").subject).toBe("café");
  expect(commit("caf\xc3\xa9", "encoding nonsense").subject).toBe("café");
  expect(parseCommit("id", Buffer.from("garbage"))).toMatchObject({
    tree: "",
    parents: [],
    authorTime: 0,
    subject: "",
  });
});

test("reads a tree object and stops where it is cut off", () => {
  const entry = (mode: string, name: string) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.alloc(20, 0xaa)]);
  const bytes = Buffer.concat([
    entry("100644", "a b"),
    entry("40000", "dir"),
    entry("160000", "module"),
    entry("120000", "link"),
  ]);
  const expected = [
    { name: "a b", kind: "file", id: "aa".repeat(20) },
    { name: "dir", kind: "folder", id: "aa".repeat(20) },
    { name: "module", kind: "submodule", id: "aa".repeat(20) },
    { name: "link", kind: "file", id: "aa".repeat(20), link: true },
  ];
  expect(parseTree(bytes, 20)).toEqual(expected);
  expect(parseTree(Buffer.concat([bytes, Buffer.from("100644 half")]), 20)).toEqual(expected);
});

test("paths survive a round trip, whatever their bytes", () => {
  for (const bytes of [
    [0x61],
    [0xe9],
    [0xc3, 0xa9],
    [0xc3],
    [0xf0, 0x9f, 0x98, 0x80, 0xff],
    [0xed, 0xb3, 0xa9],
    [0xe2, 0x82],
  ]) {
    expect([...encodePath(decodePath(Buffer.from(bytes)))]).toEqual(bytes);
  }
  expect(decodePath(Buffer.from([0xe9]))).not.toBe(decodePath(Buffer.from([0xc3, 0xa9])));
});

test.each(["", "/a", "../a", "a/../b", "a//b", "a/", "./a", "a\0", "\udce9"])("%j is not handed to git", (path) => {
  expect(isPlainPath(path)).toBe(false);
});

test.each([
  ["/src/project", "project"],
  ["/src/project.git", "project"],
  ["/src/project/.git", "project"],
  ["/mirrors/owner+project/repo", "project"],
  ["/mirrors/owner+project.git", "project"],
  ["/mirrors/project.git/repo.git", "project"],
  ["/", ""],
])("the repository in %s is called %j", (folder, name) => {
  expect(nameFromFolder(folder)).toBe(name);
});

test.each([
  ['[remote "origin"]\n\turl = git@host:owner/project.git\n', "project"],
  ['[remote "origin"]\n\turl = https://user:secret@host/owner/project/\n', "project"],
  ['[core]\n\tbare = true\n[remote "o"]\n\tfetch = +a:b\n\turl = "C:\\\\x\\\\project"\n', "project"],
  ["[core]\n\tbare = true\n", undefined],
])("a config names the repository: %j", (config, name) => {
  expect(nameFromConfig(config)).toBe(name);
});
