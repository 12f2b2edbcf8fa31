import { expect, test } from "vitest";
import { createPathNames } from "../../src/lex/path-names.js";

const ALL = [
  "README.md",
  "docs/STATUS.md",
  "docs/index.ts",
  "src/index.ts",
  "src/worker.ts",
  "src/a b.ts",
  "x/[id].ts",
];

function named(text: string, wanted: readonly string[] = ALL): readonly string[] {
  return [...createPathNames(wanted, ALL).namedIn(text, "docs/STATUS.md")].sort();
}

test.each([
  ["a whole path", "see `src/index.ts`.", ["src/index.ts"]],
  ["a link from the text's folder", "[here](../src/index.ts#L4)", ["src/index.ts"]],
  ["a path in a container", "/app/src/index.ts:91", ["src/index.ts"]],
  ["a name that only one file has", "**worker.ts** grew", ["src/worker.ts"]],
  ["a name that ends a sentence", "It is in worker.ts.", ["src/worker.ts"]],
  ["of files with one name, the one beside the text", "index.ts", ["docs/index.ts"]],
  ["a name with a blank", "src/a b.ts, or src/a%20b.ts", ["src/a b.ts"]],
  ["a name with a blank in a link", "[x](../src/a%20b.ts)", ["src/a b.ts"]],
  ["a name with brackets", "x/[id].ts", ["x/[id].ts"]],
  ["not a longer name", "my-worker.ts and worker.tsx", []],
  ["not the same name in another folder", "lib/index.ts", []],
])("finds %s", (_, text, expected) => {
  expect(named(text)).toEqual(expected);
});

test("tells only of what is wanted", () => {
  expect(named("src/worker.ts and src/index.ts", ["src/index.ts"])).toEqual(["src/index.ts"]);
});

test("finds the same where very many are wanted", () => {
  const many = [...ALL, ...Array.from({ length: 500 }, (_, n) => `many/f${n}.ts`)];
  expect([...createPathNames(many, many).namedIn("src/worker.ts, f7.ts", "STATUS.md")].sort()).toEqual([
    "many/f7.ts",
    "src/worker.ts",
  ]);
});
