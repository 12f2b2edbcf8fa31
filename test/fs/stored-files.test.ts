import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";
import { storedFiles } from "../../src/fs/stored-files.js";
import { makeFolder } from "../helpers/scenario.js";

/** A checkout with one file on disk that is not stored, and others that are stored and not on disk. */
async function makeStore() {
  const folder = await makeFolder();
  const top = join(folder, "top");
  await mkdir(top);
  await writeFile(join(top, "disk.md"), "disk");
  await writeFile(join(folder, "outside.md"), "outside");
  await symlink(top, join(folder, "way"));
  const blobs = new Map([["1", Buffer.from("stored")]]);
  const snapshot = {
    label: "the index",
    files: new Map([
      ["docs/a.md", "1"],
      ["b.md", "2"],
    ]),
    links: new Set(["link.md"]),
    unmerged: new Set(["both.md"]),
  };
  const readBlob = async (id: string) => blobs.get(id);
  return { folder, top, fs: storedFiles(nodeFileSystem, { top, snapshot, readBlob }) };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

test("holds what is stored, and nothing of what is on disk", async () => {
  const { top, fs } = await makeStore();
  expect(text(await fs.readBytes(join(top, "docs", "a.md"), 10))).toBe("stored");
  expect(await fs.list(top)).toEqual({ files: ["b.md", "docs/a.md"], unreadable: [] });
  expect((await fs.stat(join(top, "docs")))?.kind).toBe("directory");
  expect((await fs.stat(top))?.kind).toBe("directory");
  expect((await fs.stat(join(top, "link.md")))?.kind).toBe("other");
  expect(await fs.stat(join(top, "disk.md"))).toBeUndefined();
  expect(await fs.realPath(join(top, "disk.md"))).toBeUndefined();
  expect(await fs.realPath(join(top, "b.md"))).toBe(join(top, "b.md"));
});

test("is reached by a link as well", async () => {
  const { folder, fs } = await makeStore();
  await expect(fs.readBytes(join(folder, "way", "disk.md"), 10)).rejects.toMatchObject({ kind: "input" });
});

test("leaves the disk outside as it is", async () => {
  const { folder, fs } = await makeStore();
  expect(text(await fs.readBytes(join(folder, "outside.md"), 10))).toBe("outside");
});

test.each(["disk.md", "link.md", "both.md", "b.md", "none.md"])("does not read %s from anywhere", async (name) => {
  const { top, fs } = await makeStore();
  await expect(fs.readBytes(join(top, name), 10)).rejects.toMatchObject({ kind: "input" });
});
