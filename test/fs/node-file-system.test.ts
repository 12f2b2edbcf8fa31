import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeFileSystem } from "../../src/fs/node-file-system.js";
import { readError } from "../../src/fs/read-error.js";
import { createTemporaryDirectory, type TemporaryDirectory } from "../../src/fs/temporary-directory.js";

const windows = process.platform === "win32";
let folder: TemporaryDirectory;
const at = (path: string) => join(folder.path, path);

beforeEach(() => {
  folder = createTemporaryDirectory("blockers-fs-");
});
afterEach(() => folder.remove());

describe("stat", () => {
  test("tells files, directories and nothing apart", async () => {
    writeFileSync(at("a.md"), "four");
    expect(await nodeFileSystem.stat(at("a.md"))).toEqual({ kind: "file", size: 4, executable: false });
    expect(await nodeFileSystem.stat(folder.path)).toEqual({ kind: "directory", size: 0 });
    expect(await nodeFileSystem.stat(at("missing.md"))).toBeUndefined();
    expect(await nodeFileSystem.stat(at("a.md/below"))).toBeUndefined();
  });

  test.skipIf(windows)("a link in a circle is an error", async () => {
    symlinkSync("b", at("a"));
    symlinkSync("a", at("b"));
    await expect(nodeFileSystem.stat(at("a"))).rejects.toThrow("lead in a circle");
  });
});

describe("readBytes", () => {
  test.each([0, 1, 5000, 70_000])("reads %d bytes whole", async (length) => {
    const bytes = Buffer.alloc(length, "ab");
    writeFileSync(at("a"), bytes);
    expect(Buffer.from(await nodeFileSystem.readBytes(at("a"), 100_000)).equals(bytes)).toBe(true);
  });

  test("the limit itself is allowed, one more is not", async () => {
    writeFileSync(at("a"), "12345");
    expect(await nodeFileSystem.readBytes(at("a"), 5)).toHaveLength(5);
    await expect(nodeFileSystem.readBytes(at("a"), 4)).rejects.toThrow("is larger than 4 bytes");
  });

  test("a missing file and a directory are input errors", async () => {
    const missing = nodeFileSystem.readBytes(at("missing"), 10);
    await expect(missing).rejects.toMatchObject({ kind: "input", message: "there is no such file or directory" });
    await expect(nodeFileSystem.readBytes(folder.path, 10)).rejects.toThrow("is a directory, not a file");
  });

  test.skipIf(windows)("a pipe nobody writes to is refused at once", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    await expect(nodeFileSystem.readBytes(at("pipe"), 10)).rejects.toThrow("is not a regular file");
  });

  test.skipIf(windows)("sockets and devices are refused", async () => {
    const server = createServer().listen(at("socket"));
    await new Promise((done) => server.once("listening", done));
    await expect(nodeFileSystem.readBytes(at("socket"), 10)).rejects.toThrow("is not a regular file");
    await expect(nodeFileSystem.readBytes("/dev/zero", 10)).rejects.toThrow("is not a regular file");
    server.close();
  });
});

describe("list", () => {
  test("finds files at every depth, sorted, without .git, node_modules and links", async () => {
    for (const path of ["b.md", "a/c.md", "a/d/e.txt", ".git/x.md", "node_modules/p/y.md", "a/node_modules/z.md"]) {
      mkdirSync(join(at(path), ".."), { recursive: true });
      writeFileSync(at(path), "");
    }
    if (!windows) {
      symlinkSync("..", at("a/up"));
      symlinkSync("../b.md", at("a/link.md"));
    }
    const listing = await nodeFileSystem.list(folder.path);
    expect(listing).toEqual({ files: ["a/c.md", "a/d/e.txt", "b.md"], unreadable: [] });
  });

  test("a missing directory is an input error", async () => {
    await expect(nodeFileSystem.list(at("missing"))).rejects.toMatchObject({ kind: "input" });
  });
});

test.each([
  ["EACCES", "cannot be read: permission denied"],
  ["ENAMETOOLONG", "cannot be read: the path is too long"],
  ["EIO", "cannot be read (EIO)"],
])("%s in words", (code, words) => {
  expect(readError(Object.assign(new Error("system text"), { code })).message).toBe(words);
});

test("a temporary directory may be removed twice", async () => {
  writeFileSync(at("a"), "");
  folder.remove();
  folder.remove();
  expect(await nodeFileSystem.stat(folder.path)).toBeUndefined();
});

test("one that cannot be made is an input error, which names the folder", () => {
  expect(() => createTemporaryDirectory("blockers-", at("missing"))).toThrowError(
    expect.objectContaining({
      kind: "input",
      message: `${at("missing")}: no temporary folder can be made there (ENOENT)`,
    }),
  );
});
