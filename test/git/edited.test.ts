import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isEdited } from "../../src/git/edited.js";
import { makeFolder, runUserGit } from "../helpers/scenario.js";

/** The id that git gives a content, in a repository of that format. */
function blobId(folder: string, content: string, format = "sha1"): string {
  runUserGit(folder, "init", "-q", `--object-format=${format}`, format);
  writeFileSync(join(folder, "content"), content);
  return runUserGit(join(folder, format), "hash-object", "--no-filters", join(folder, "content"));
}

test.each(["sha1", "sha256"])("a file is what the index holds, by %s", async (format) => {
  const top = await makeFolder();
  const id = blobId(top, "one\ntwo\n", format);
  writeFileSync(join(top, "a.md"), "one\ntwo\n");
  writeFileSync(join(top, "crlf.md"), "one\r\ntwo\r\n");
  writeFileSync(join(top, "b.md"), "one\ntwo");
  writeFileSync(join(top, "cr.md"), "one\rtwo\r");
  expect(["a.md", "crlf.md", "b.md", "cr.md", "gone.md"].map((path) => isEdited(top, path, id))).toEqual([
    false,
    // As git stores it where it converts line ends.
    false,
    true,
    true,
    true,
  ]);
});

test.skipIf(process.platform === "win32")("a link is where it leads to, not what it leads to", async () => {
  const top = await makeFolder();
  const [target, content] = [blobId(top, "a.md"), blobId(top, "one\n")];
  writeFileSync(join(top, "a.md"), "one\n");
  symlinkSync("a.md", join(top, "link.md"));
  expect(isEdited(top, "link.md", target)).toBe(false);
  expect(isEdited(top, "link.md", content)).toBe(true);
});

test("a folder in the place of a file is an edit", async () => {
  const top = await makeFolder();
  mkdirSync(join(top, "a.md"));
  expect(isEdited(top, "a.md", blobId(top, ""))).toBe(true);
});
