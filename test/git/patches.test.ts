import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { createPatchReader } from "../../src/git/patches.js";

/** The digests of patches, by the commit that each is of. */
function digests(output: string): Map<string, string> {
  const found = new Map<string, string>();
  const reader = createPatchReader((id, digest) => found.set(id, digest));
  // In pieces, as a pipe gives it.
  for (let at = 0; at < output.length; at += 7) reader.push(Buffer.from(output.slice(at, at + 7)));
  reader.finish();
  return found;
}

const text = (index: string, hunk: string, line: string): string =>
  `diff --git a/weir.txt b/weir.txt\nindex ${index} 100644\n--- a/weir.txt\n+++ b/weir.txt\n@@ ${hunk} @@\n open\n-${line} 1\n+${line} 2\n`;
const binary = (to: string): string =>
  `diff --git a/weir.png b/weir.png\nindex ${"a".repeat(40)}..${to.repeat(40)} 100644\nBinary files a/weir.png and b/weir.png differ\n`;

test("a change is the same wherever it stands and however it is spaced, and another one is not", () => {
  const found = digests(
    `\0one\n\n${text("aa..bb", "-1,2 +1,2", "gate")}\0two\n\n${text("cc..dd", "-9,2 +9,2", "gate ")}\n\0three\n\n${text("aa..bb", "-1,2 +1,2", "lock")}\0none\n`,
  );
  expect(found.get("one")).toBe(found.get("two"));
  expect(found.get("one")).not.toBe(found.get("three"));
  expect(found.has("none")).toBe(false);
});

test("what is no text is told apart by its blobs", () => {
  const found = digests(`\0one\n\n${binary("b")}\0two\n\n${binary("b")}\0three\n\n${binary("c")}`);
  expect(found.get("one")).toBe(found.get("two"));
  expect(found.get("one")).not.toBe(found.get("three"));
});
